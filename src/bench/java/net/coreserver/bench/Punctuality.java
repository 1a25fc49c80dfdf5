package net.coreserver.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How much later polls start than planned, as the service itself says; it plans them at a little more or less than an
 * interval. What is seen is the last poll of each target, so that it has to be looked at more often than it is polled. For
 * one thread.
 */
final class Punctuality {

    private static final double MICROS_PER_MILLI = 1000;

    /** In intervals: how long after the plan of one poll that of the next is at the latest, its jitter included. */
    private static final double LATEST_PLAN = 1.1;

    private final Map<String, Poll> lastPolls = new HashMap<>();
    private final List<Poll> polls = new ArrayList<>();

    /** The last poll of a target, be it a new one or not. */
    void seen(Poll poll) {
        Poll before = poll.startMicros() == 0 ? null : lastPolls.put(poll.target(), poll);
        if (before != null && before.startMicros() != poll.startMicros()) {
            polls.add(poll);
        }
    }

    /** Forgets what was late up to now. */
    void begin() {
        polls.clear();
    }

    /**
     * How late some targets were since the beginning. A poll that has not been made when it was due at the latest is late as
     * well, by as much as it is now.
     */
    Lateness end(long nowMicros, Predicate<String> targets) {
        List<Double> late = new ArrayList<>();
        polls.stream()
                .filter(poll -> targets.test(poll.target()))
                .map(poll -> poll.lateMicros() / MICROS_PER_MILLI)
                .forEach(late::add);
        int made = late.size();
        lastPolls.values().stream()
                .filter(poll -> targets.test(poll.target()))
                .map(poll -> (nowMicros - poll.nextDueMicros()) / MICROS_PER_MILLI)
                .filter(missing -> missing > 0)
                .forEach(late::add);
        if (late.isEmpty()) {
            throw new IllegalStateException("no poll was seen");
        }
        late.sort(null);
        return new Lateness(made, at(late, 0.5), at(late, 0.99), late.getLast());
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    /**
     * A poll, as the service tells it.
     *
     * @param startMicros when it began, since the epoch; 0 when there was none
     * @param lateMicros how much later that was than planned
     * @param intervalMicros to the next
     */
    record Poll(String target, long startMicros, long lateMicros, long intervalMicros) {

        private double nextDueMicros() {
            return startMicros - lateMicros + LATEST_PLAN * intervalMicros;
        }
    }

    /**
     * How late the polls were, in milliseconds.
     *
     * @param polls how many were made
     */
    record Lateness(int polls, double median, double p99, double most) {

        @Override
        public String toString() {
            return "%d polls, late by %.1f ms (median), %.1f ms (p99), %.1f ms (most)"
                    .formatted(polls, median, p99, most);
        }
    }
}
