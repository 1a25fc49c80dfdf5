package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.event.Baseline;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.notification.Notification;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.SessionInfo;
import net.coreserver.monitor.TargetState;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Derives the events of one target. Safe for use by many threads: what is computed is computed under a lock, entries are recorded
 * under it, too, so that they keep their order, and nothing waits.
 */
final class TargetWatch {

    private static final System.Logger LOG = System.getLogger(TargetWatch.class.getName());

    /** How many observations wait for the baseline; of more, the latest counts. */
    private static final int MAX_QUEUED = 8;

    private final MonitoredTarget monitored;
    private final String target;
    private final EventRecorder recorder;
    private final InstantSource clock;
    private final Scheduler scheduler;

    // All that follows is under the lock.
    private final ReentrantLock lock = new ReentrantLock();
    private final Hints hints = new Hints();
    private final PollPacing pacing = new PollPacing();
    private final InterfaceWatch interfaces = new InterfaceWatch();
    private final AnnouncedCapabilities capabilities = new AnnouncedCapabilities();
    private TargetStanding standing = TargetStanding.UNKNOWN;
    private @Nullable Snapshot seen;
    private @Nullable Observation latest;
    private @Nullable Endpoint endpoint;
    private boolean isNews;
    private boolean isLookingForOverdue;

    /** What waits for the baseline; null once that is there. */
    private @Nullable Deque<Observation> queue = new ArrayDeque<>();

    TargetWatch(MonitoredTarget monitored, EventRecorder recorder, InstantSource clock, Scheduler scheduler) {
        this.monitored = monitored;
        this.target = monitored.target().name();
        this.recorder = recorder;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Begins: asks for the baseline. */
    void begin() {
        var _ = recorder.baseline(target).whenComplete((baseline, failure) -> {
            try {
                begin(failure == null ? baseline : Optional.empty());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Target " + target + ": its baseline cannot be followed", e);
            }
        });
    }

    private void begin(Optional<Baseline> baseline) {
        boolean poll = false;
        lock.lock();
        try {
            Deque<Observation> waiting = queue;
            queue = null;
            Endpoint asked = monitored.target().endpoint();
            endpoint = asked;
            interfaces.begin(monitored.target().interfaces());
            baseline.flatMap(kept -> BaselineDocument.read(kept.document()))
                    .filter(kept -> kept.host().equals(asked.host()) && kept.port() == asked.port())
                    .ifPresent(this::restore);
            while (waiting != null && !waiting.isEmpty()) {
                poll |= follow(waiting.removeFirst());
            }
        } finally {
            lock.unlock();
        }
        pollIf(poll);
    }

    private void restore(BaselineDocument kept) {
        standing = kept.standing();
        interfaces.restore(kept.interfaces(), kept.selection());
        capabilities.restore(kept.capabilities());
    }

    /** Whether it is this target, and no other of its name. */
    boolean isOf(MonitoredTarget other) {
        return monitored.equals(other);
    }

    /** There may be something new. */
    void observed(Observation now) {
        boolean poll;
        lock.lock();
        try {
            poll = take(now);
        } finally {
            lock.unlock();
        }
        pollIf(poll);
    }

    /** Takes up what the monitor knows, whatever of it was heard already. */
    void look() {
        boolean poll;
        lock.lock();
        try {
            // What is newer than this is told only once the lock is free.
            poll = take(monitored.latest());
        } finally {
            lock.unlock();
        }
        pollIf(poll);
    }

    private boolean take(Observation now) {
        if (now.equals(latest)) {
            return false;
        }
        latest = now;
        if (queue == null) {
            return follow(now);
        }
        if (queue.size() == MAX_QUEUED) {
            queue.removeLast();
        }
        queue.addLast(now);
        return false;
    }

    /** The target told something. */
    void notified(Notification notification) {
        boolean poll = false;
        lock.lock();
        try {
            EntryDraft draft = new EntryDraft(clock.instant(), target);
            Snapshot snapshot = latest == null ? null : latest.snapshot();
            Optional<LinkHint> hint = LinkNotifications.read(notification, draft.at(), snapshot);
            if (hint.isPresent()) {
                hints.hear(hint.get(), draft);
                poll = isPollDue(draft.at(), draft.at());
                lookForOverdue();
            } else {
                tell(notification, draft);
            }
            draft.recordIn(recorder);
        } finally {
            lock.unlock();
        }
        pollIf(poll);
    }

    /**
     * A target that is not watched any more told something.
     *
     * @param at when it came
     */
    static void toldLate(Notification notification, Instant at, EventRecorder recorder) {
        EntryDraft draft = new EntryDraft(at, notification.target());
        draft.tell(NotificationEvents.of(notification, at));
        notification.mark().ifPresent(draft::settle);
        draft.recordIn(recorder);
    }

    private void tell(Notification notification, EntryDraft draft) {
        draft.tell(NotificationEvents.of(notification, draft.at()));
        notification.mark().ifPresent(draft::settle);
        if (NotificationEvents.isCapabilityChange(notification)) {
            capabilities.told(NotificationEvents.changedCapabilities(notification));
            keepIn(draft);
        }
    }

    /** The target is not monitored any more. */
    void end() {
        lock.lock();
        try {
            EntryDraft draft = new EntryDraft(clock.instant(), target);
            forget(draft);
            keepIn(draft);
            draft.recordIn(recorder);
        } finally {
            lock.unlock();
        }
    }

    /** Another target has taken its name: what it still has to tell is told, and nothing of it is kept. */
    void giveWay() {
        lock.lock();
        try {
            EntryDraft draft = new EntryDraft(clock.instant(), target);
            forget(draft);
            draft.recordIn(recorder);
        } finally {
            lock.unlock();
        }
    }

    /** Derives what an observation tells; whether a poll is to be asked for at once. */
    private boolean follow(Observation now) {
        EntryDraft draft = new EntryDraft(clock.instant(), target);
        TargetStatus status = now.status();
        Snapshot snapshot = now.snapshot();
        // The monitor gives a snapshot up when the target is another device.
        boolean isAnother = adopt(monitored.target().endpoint()) || (seen != null && snapshot == null);
        if (isAnother || status.state() == TargetState.DISABLED) {
            forget(draft);
        }
        boolean isDisabled = status.state() == TargetState.DISABLED;
        if (!isDisabled) {
            followStatus(status, draft);
        }
        boolean isNewSnapshot = snapshot != null && !snapshot.equals(seen);
        if (snapshot != null && isNewSnapshot && !isDisabled) {
            followSnapshot(snapshot, draft);
        }
        seen = snapshot;
        hints.expire(draft);
        if (isNews) {
            keepIn(draft);
        }
        draft.recordIn(recorder);
        return isNewSnapshot
                && hints.nextPoll(draft.at())
                        .map(wanted -> isPollDue(wanted, draft.at()))
                        .orElse(false);
    }

    private void followStatus(TargetStatus status, EntryDraft draft) {
        TargetChanges.Outcome outcome = TargetChanges.after(standing, status, target);
        if (!outcome.standing().equals(standing)) {
            standing = outcome.standing();
            isNews = true;
        }
        outcome.changes().forEach(draft::tell);
        SessionInfo session = status.session();
        if (session != null && !capabilities.isOf(session)) {
            String before = capabilities.fingerprint();
            capabilities.follow(session, target).ifPresent(draft::tell);
            isNews |= !String.valueOf(capabilities.fingerprint()).equals(before);
        }
    }

    private void followSnapshot(Snapshot snapshot, EntryDraft draft) {
        InterfaceWatch.Outcome outcome =
                interfaces.follow(snapshot, monitored.target().interfaces());
        isNews |= outcome.isNews();
        hints.settle(outcome.changes(), snapshot, draft);
    }

    /** Whether the target is another server than before. */
    private boolean adopt(Endpoint asked) {
        Endpoint before = endpoint;
        endpoint = asked;
        return before != null && (!before.host().equals(asked.host()) || before.port() != asked.port());
    }

    private void forget(EntryDraft draft) {
        hints.forget(draft);
        isNews |= interfaces.forget() || standing.health() != TargetStanding.Health.UNKNOWN;
        standing = TargetStanding.UNKNOWN;
        capabilities.forget();
    }

    private void keepIn(EntryDraft draft) {
        isNews = false;
        Endpoint of = endpoint == null ? monitored.target().endpoint() : endpoint;
        draft.keep(new BaselineDocument(
                        of.host(),
                        of.port(),
                        standing,
                        capabilities.fingerprint(),
                        interfaces.selection(),
                        interfaces.known())
                .write());
    }

    /** Whether a poll is to be asked for at once; if later, that is arranged. */
    private boolean isPollDue(Instant wanted, Instant now) {
        Duration delay = pacing.ask(wanted, now);
        if (delay == null) {
            return false;
        }
        if (delay.isZero()) {
            return true;
        }
        scheduler.after(delay, this::pollIfDue);
        return false;
    }

    private void pollIfDue() {
        boolean due;
        lock.lock();
        try {
            due = pacing.isDue(clock.instant()) && hints.isWaiting();
        } finally {
            lock.unlock();
        }
        pollIf(due);
    }

    /** Asks for a poll; that it may fail is heard of as a change of the status. Not under the lock. */
    private void pollIf(boolean due) {
        if (due) {
            var _ = monitored.poll();
        }
    }

    /** In an outage nothing may be heard for longer than a hint may wait. */
    private void lookForOverdue() {
        if (!isLookingForOverdue && hints.isWaiting()) {
            isLookingForOverdue = true;
            scheduler.after(Hints.PATIENCE, this::tellOverdue);
        }
    }

    private void tellOverdue() {
        lock.lock();
        try {
            isLookingForOverdue = false;
            EntryDraft draft = new EntryDraft(clock.instant(), target);
            hints.expire(draft);
            draft.recordIn(recorder);
            lookForOverdue();
        } finally {
            lock.unlock();
        }
    }
}
