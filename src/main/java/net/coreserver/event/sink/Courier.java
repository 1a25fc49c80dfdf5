package net.coreserver.event.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import net.coreserver.event.Event;
import net.coreserver.event.EventBatch;
import net.coreserver.event.EventReader;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.sink.Standing.Letter;
import net.coreserver.event.sink.Standing.WithLetters;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of the log to one sink, on a virtual thread of its own: the next ones that its filter selects, until the sink
 * has taken them or they are given up; then the cursor moves on, and never before.
 *
 * <p>Of several events that were refused together, which one it is is found by sending fewer at a time.
 */
final class Courier {

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());

    private static final int EVENTS_AT_ONCE = 256;
    private static final Duration AFTER_UNREADABLE_LOG = Duration.ofSeconds(1);

    private final SinkSettings settings;
    private final EventReader reader;
    private final SinkClock clock;
    private final Outlets outlets;
    private final SinkHealth health;
    private final Signals signals;
    private final DeadLetterBox letters = new DeadLetterBox();
    private final Notices notices = new Notices();
    private final Runnable progress;
    private final Thread thread;

    /** Null until it is known where the sink left off. */
    private volatile @Nullable Standing standing;

    private volatile boolean isBusy;

    // For the thread alone.
    private final Deque<Event> pending = new ArrayDeque<>();
    /** Up to where the log has been read for {@link #pending}. */
    private long readUpTo;

    private int limit = Integer.MAX_VALUE;
    /** Up to this number, one of the events was refused; as long as it is ahead, few are sent at a time. */
    private long suspectUpTo;

    /**
     * Makes a courier that has not begun.
     *
     * @param progress called when there is something to keep
     */
    Courier(
            SinkSettings settings,
            EventReader reader,
            EventRecorder recorder,
            SinkClock clock,
            Outlets outlets,
            RetryPause pauses,
            Runnable progress) {
        this.settings = settings;
        this.reader = reader;
        this.clock = clock;
        this.outlets = outlets;
        this.health = new SinkHealth(settings.name(), recorder, clock, pauses);
        this.signals = new Signals(clock);
        this.progress = progress;
        this.thread = Thread.ofVirtual().name("sink-" + settings.name()).unstarted(this::run);
    }

    String name() {
        return settings.name();
    }

    SinkSettings settings() {
        return settings;
    }

    Signals signals() {
        return signals;
    }

    DeadLetterBox letters() {
        return letters;
    }

    Thread thread() {
        return thread;
    }

    /**
     * Begins, or, where the sink is disabled, only knows where it would.
     *
     * @param kept what is kept of it; null when it is new, and begins with what happens from now on
     */
    void start(SinkTables.@Nullable Kept kept) {
        if (kept != null) {
            standing = kept.standing();
            letters.begin(kept.letters(), kept.standing().discarded());
        } else if (settings.isEnabled()) {
            standing = Standing.of(name(), reader.newest());
            progress.run();
        }
        if (settings.isEnabled()) {
            thread.start();
        }
    }

    /** What is to be kept of it; empty before it has begun, and when it does not. */
    Optional<WithLetters> toKeep(int maxLetters) {
        Standing now = standing; // before the letters, so that none of those before its cursor is missing
        if (now == null || !settings.isEnabled()) {
            return Optional.empty();
        }
        DeadLetterBox.ToKeep toKeep = letters.toKeep(maxLetters);
        List<Letter> waiting = toKeep.letters();
        Standing kept = now.discarding(toKeep.discarded());
        if (waiting.size() > maxLetters) {
            // The cursor is never kept ahead of a letter that is not: what is behind it would be lost in a crash.
            kept = kept.at(Math.min(now.cursor(), waiting.getLast().event() - 1));
            waiting = waiting.subList(0, maxLetters);
        }
        return Optional.of(new WithLetters(kept, waiting));
    }

    /** How it goes. */
    SinkState state() {
        Standing now = standing;
        SinkHealth.View view = health.view();
        long newest = reader.newest();
        Standing shown = now == null ? Standing.of(name(), newest) : now;
        DeliveryState state;
        if (!settings.isEnabled()) {
            state = DeliveryState.DISABLED;
        } else if (view.isFailing()) {
            state = DeliveryState.FAILING;
        } else {
            state = isBusy ? DeliveryState.DELIVERING : DeliveryState.IDLE;
        }
        Destination destination = settings.destination();
        return new SinkState(
                name(),
                destination.type(),
                destination.where(),
                settings.isEnabled(),
                state,
                shown.delivered(),
                shown.lastSuccess(),
                view.failure(),
                view.nextAttempt(),
                shown.cursor(),
                Math.max(0, newest - shown.cursor()),
                letters.size(),
                letters.discarded(),
                shown.lost(),
                notices.text(shown.lost()));
    }

    private void run() {
        try (Outlet outlet = outlets.open(settings.destination(), signals::news)) {
            readUpTo = current().cursor();
            while (!signals.isClosing()) {
                goOn(outlet);
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "The sink {0} was stopped while it was being sent to", name());
        }
    }

    private void goOn(Outlet outlet) throws InterruptedException {
        signals.takeNews();
        boolean isReadToTheEnd = pending.isEmpty() && !read();
        if (!pending.isEmpty() || outlet.owed()) {
            isBusy = true;
            deliver(outlet);
        } else if (isReadToTheEnd) {
            isBusy = false;
            signals.awaitNews();
        }
    }

    private Standing current() {
        Standing now = standing;
        if (now == null) {
            throw new IllegalStateException("a courier does not begin before it knows where");
        }
        return now;
    }

    /** Reads on; tells whether there was more of the log to be read, whatever the filter selects of it. */
    private boolean read() throws InterruptedException {
        long before = readUpTo;
        EventBatch batch;
        try {
            batch = reader.after(readUpTo, settings.filter(), EVENTS_AT_ONCE).get();
            notices.reading(null);
        } catch (ExecutionException | RuntimeException e) {
            notices.reading(Failures.message(e.getCause() == null ? e : e.getCause()));
            LOG.log(System.Logger.Level.DEBUG, "The log of events cannot be read", e);
            signals.rest(AFTER_UNREADABLE_LOG);
            return true;
        }
        long missed = batch.oldest() - before - 1;
        if (missed > 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Up to {0} events were dropped from the log before the sink {1} could have them",
                    missed,
                    name());
            standing = current().withLost(missed);
            moveTo(batch.oldest() - 1);
        }
        readUpTo = Math.max(before, Math.max(batch.upTo(), batch.oldest() - 1));
        pending.addAll(batch.events());
        if (pending.isEmpty() && readUpTo > before) {
            moveTo(readUpTo);
        }
        return readUpTo > before;
    }

    private void deliver(Outlet outlet) throws InterruptedException {
        List<Event> next =
                pending.stream().limit(Math.min(outlet.batchSize(), limit)).toList();
        Instant begun = clock.instant();
        long begunNanos = clock.nanoTime();
        switch (attempt(outlet, next)) {
            case Outcome.Taken _ -> taken(next);
            case Outcome.Refused(String reason) -> refused(next, SinkHealth.bounded(reason));
            case Outcome.Failed failed -> {
                Duration pause = health.failed(failed, begun, begunNanos);
                giveUpOverdue(SinkHealth.bounded(failed.reason()));
                signals.rest(pause);
                health.rested();
            }
        }
    }

    private Outcome attempt(Outlet outlet, List<Event> events) throws InterruptedException {
        try {
            return outlet.deliver(events);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A mistake of ours keeps the sink " + name() + " from being sent to", e);
            return Outcome.Failed.passing(
                    "A mistake of ours, " + e.getClass().getSimpleName() + "; the service's log has more of it");
        }
    }

    private void taken(List<Event> events) {
        health.worked();
        if (events.isEmpty()) {
            return; // what was owed has been counted already
        }
        notices.taken();
        standing = current().withDelivered(events.size(), clock.instant());
        done(events.size());
        if (current().cursor() >= suspectUpTo) {
            limit = Integer.MAX_VALUE;
        }
    }

    private void refused(List<Event> events, String reason) {
        health.worked();
        if (events.size() > 1) {
            suspectUpTo = Math.max(suspectUpTo, events.getLast().id());
            limit = events.size() / 2;
            return;
        }
        if (notices.refused(reason)) {
            LOG.log(System.Logger.Level.WARNING, "The sink {0} has refused an event: {1}", name(), reason);
        }
        letters.add(new Letter(events.getFirst().id(), clock.instant(), 1, reason));
        done(1);
        limit = Integer.MAX_VALUE;
    }

    /** What the sink has not taken for too long is given up, tried or not: it would never get through it otherwise. */
    private void giveUpOverdue(String reason) throws InterruptedException {
        Instant since = health.failingSince();
        Instant overdue = clock.instant().minus(settings.giveUpAfter());
        if (since == null || since.isAfter(overdue)) {
            return;
        }
        while (!signals.isClosing() && (!pending.isEmpty() || (read() && !pending.isEmpty()))) {
            Event oldest = pending.element();
            if (oldest.what().at().isAfter(overdue)) {
                return;
            }
            Instant waitingSince =
                    oldest.what().at().isAfter(since) ? oldest.what().at() : since;
            letters.add(new Letter(oldest.id(), waitingSince, health.attempts(), reason));
            done(1);
        }
    }

    /** The first events are dealt with. */
    private void done(int count) {
        long last = 0;
        for (int i = 0; i < count; i++) {
            last = pending.removeFirst().id();
        }
        moveTo(pending.isEmpty() ? readUpTo : last);
    }

    private void moveTo(long cursor) {
        standing = current().at(cursor);
        progress.run();
    }
}
