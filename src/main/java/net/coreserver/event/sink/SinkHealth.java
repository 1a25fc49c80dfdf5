package net.coreserver.event.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sink takes events, and what is told of it: one event when it has begun to fail, one when it takes events again, and no
 * more than one such pair in five minutes, however often it changes its mind. That is also why the sink's own events, which are sent
 * to it like all others, cannot keep it going round in a circle.
 *
 * <p>It is written to by the thread of the courier, and read by any.
 */
final class SinkHealth {

    private static final System.Logger LOG = System.getLogger(SinkHealth.class.getName());

    private static final int FAILURES_TO_BE_FAILING = 3;
    private static final Duration TIME_TO_BE_FAILING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofMinutes(5);
    private static final int LONGEST_MESSAGE = 500;

    private final String sink;
    private final EventRecorder recorder;
    private final SinkClock clock;
    private final RetryPause pauses;

    private volatile View view = View.WELL;

    // For the thread of the courier alone.
    private @Nullable Instant failingSince;
    private long firstFailureNanos;
    private boolean isAnnounced;
    private @Nullable Long announcedNanos;

    /**
     * What others see.
     *
     * @param isFailing whether the failures count as a state
     * @param failure the last failure; null when the last attempt went well
     * @param nextAttempt when it is tried again
     */
    record View(
            boolean isFailing,
            @Nullable SinkFailure failure,
            @Nullable Instant nextAttempt) {

        private static final View WELL = new View(false, null, null);
    }

    SinkHealth(String sink, EventRecorder recorder, SinkClock clock, RetryPause pauses) {
        this.sink = sink;
        this.recorder = recorder;
        this.clock = clock;
        this.pauses = pauses;
    }

    View view() {
        return view;
    }

    /** {@return when the first attempt began of those that failed in a row up to now; null when the last one went well} */
    @Nullable Instant failingSince() {
        return failingSince;
    }

    /** {@return how many attempts in a row failed up to now} */
    int attempts() {
        SinkFailure failure = view.failure();
        return failure == null ? 0 : failure.attempts();
    }

    /** The sink has answered as it should. */
    void worked() {
        View before = view;
        SinkFailure failure = before.failure();
        if (failure == null) {
            return;
        }
        view = View.WELL;
        failingSince = null;
        if (before.isFailing()) {
            LOG.log(System.Logger.Level.INFO, "The sink {0} takes events again", sink);
        }
        if (isAnnounced) {
            isAnnounced = false;
            announce(EventKind.SINK_RECOVERED, "The sink " + sink + " takes events again", failure.message());
        }
    }

    /**
     * The sink has not taken events.
     *
     * @param outcome why
     * @param begun when the attempt began
     * @param begunNanos the same, for how long it took
     * @return how long to wait now
     */
    Duration failed(Outcome.Failed outcome, Instant begun, long begunNanos) {
        int attempts = attempts() + 1;
        if (failingSince == null) {
            failingSince = begun;
            firstFailureNanos = begunNanos;
        }
        Instant now = clock.instant();
        long failingFor = clock.nanoTime() - firstFailureNanos;
        boolean isFailing =
                view.isFailing() || attempts >= FAILURES_TO_BE_FAILING || failingFor >= TIME_TO_BE_FAILING.toNanos();
        String reason = bounded(outcome.reason());
        if (isFailing && !view.isFailing()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The sink {0} does not take events; they wait, and it is tried again: {1}",
                    sink,
                    reason);
        }
        Duration pause = pauses.after(outcome, attempts);
        view = new View(isFailing, new SinkFailure(reason, now, attempts), now.plus(pause));
        if (isFailing && !isAnnounced && mayAnnounce()) {
            isAnnounced = true;
            announcedNanos = clock.nanoTime();
            announce(EventKind.SINK_FAILING, "The sink " + sink + " does not take events: " + reason, reason);
        }
        return pause;
    }

    /** The wait is over. */
    void rested() {
        view = new View(view.isFailing(), view.failure(), null);
    }

    private boolean mayAnnounce() {
        Long last = announcedNanos;
        return last == null || clock.nanoTime() - last >= BETWEEN_ANNOUNCEMENTS.toNanos();
    }

    private void announce(EventKind kind, String message, String reason) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("sink", sink);
        data.put("reason", reason);
        recorder.record(Occurrence.ofService(clock.instant(), kind, message, EventData.of(data))
                .entry());
    }

    /** A reason may hold what a peer has said. */
    static String bounded(String reason) {
        String plain = reason.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_MESSAGE ? plain : plain.substring(0, LONGEST_MESSAGE) + "…";
    }
}
