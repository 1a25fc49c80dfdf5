package net.coreserver.event.derivation;

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
    private final HintPolls polls;

    // All that follows is under the lock.
    private final ReentrantLock lock = new ReentrantLock();
    private final Hints hints = new Hints();
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
        this.polls = new HintPolls(monitored, clock, scheduler);
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
        Instant wanted = null;
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
                wanted = follow(waiting.removeFirst());
            }
        } finally {
            lock.unlock();
        }
        ask(wanted);
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
        Instant wanted;
        lock.lock();
        try {
            wanted = take(now);
        } finally {
            lock.unlock();
        }
        ask(wanted);
    }

    /** Takes up what the monitor knows, whatever of it was heard already. */
    void look() {
        Instant wanted;
        lock.lock();
        try {
            // What is newer than this is told only once the lock is free.
            wanted = take(monitored.latest());
        } finally {
            lock.unlock();
        }
        ask(wanted);
    }

    private @Nullable Instant take(Observation now) {
        if (now.equals(latest)) {
            return null;
        }
        latest = now;
        if (queue == null) {
            return follow(now);
        }
        if (queue.size() == MAX_QUEUED) {
            queue.removeLast();
        }
        queue.addLast(now);
        return null;
    }

    /** The target told something. */
    void notified(Notification notification) {
        Instant wanted = null;
        lock.lock();
        try {
            EntryDraft draft = new EntryDraft(clock.instant(), target);
            Snapshot snapshot = latest == null ? null : latest.snapshot();
            Optional<LinkHint> hint = LinkNotifications.read(notification, draft.at(), snapshot);
            if (hint.isPresent()) {
                hints.hear(hint.get(), draft);
                wanted = hints.nextPoll(draft.at()).orElse(null);
                lookForOverdue();
            } else {
                tell(notification, draft);
            }
            draft.recordIn(recorder);
        } finally {
            lock.unlock();
        }
        ask(wanted);
    }

    private void tell(Notification notification, EntryDraft draft) {
        draft.tell(notification);
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
            draft.keep(Baseline.NOTHING);
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

    /** Derives what an observation tells, and says when the next poll is wanted; null for none in particular. */
    private @Nullable Instant follow(Observation now) {
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
        return isNewSnapshot ? hints.nextPoll(draft.at()).orElse(null) : null;
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

    /** Asks for a poll, if one is wanted. Not under the lock, since it is another's code. */
    private void ask(@Nullable Instant wanted) {
        if (wanted != null) {
            polls.ask(wanted);
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
