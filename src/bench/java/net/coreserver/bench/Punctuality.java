package net.coreserver.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How late polls start: after the start of the one before and the interval. What is seen is the last poll of each target,
 * so that it has to be looked at more often than it is polled. For one thread.
 */
final class Punctuality {

    private static final double MICROS_PER_MILLI = 1000;

    private final Map<String, Long> lastStarts = new HashMap<>();
    private final List<Start> starts = new ArrayList<>();
    private final long intervalMicros;

    Punctuality(long intervalMicros) {
        this.intervalMicros = intervalMicros;
    }

    /** The last poll of a target, be it a new one or not; 0 when there was none. */
    void seen(String target, long startMicros) {
        Long before = startMicros == 0 ? null : lastStarts.put(target, startMicros);
        if (before != null && before != startMicros) {
            starts.add(new Start(target, millisLate(startMicros, before)));
        }
    }

    /** Forgets what was late up to now; the next polls are compared with the last ones all the same. */
    void begin() {
        starts.clear();
    }

    /**
     * How late some targets were since the beginning. A poll that is due and has not been made is late as well, by as much
     * as it is now.
     */
    Lateness end(long nowMicros, Predicate<String> targets) {
        List<Double> late = new ArrayList<>();
        starts.stream()
                .filter(start -> targets.test(start.target()))
                .map(Start::lateMillis)
                .forEach(late::add);
        int polls = late.size();
        lastStarts.forEach((target, last) -> {
            if (targets.test(target) && nowMicros > last + intervalMicros) {
                late.add(millisLate(nowMicros, last));
            }
        });
        if (late.isEmpty()) {
            throw new IllegalStateException("no poll was seen");
        }
        late.sort(null);
        return new Lateness(polls, at(late, 0.5), at(late, 0.99), late.getLast());
    }

    private double millisLate(long startMicros, long before) {
        return Math.max(0, startMicros - before - intervalMicros) / MICROS_PER_MILLI;
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    private record Start(String target, double lateMillis) {}

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
