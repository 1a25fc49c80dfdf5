package net.coreserver.history.series;

import java.util.BitSet;

/** What one gauge or counter was in each step of a grid. */
final class NumberSteps {

    private final Grid grid;
    private final BitSet known;
    private final long[] first;
    private final long[] last;

    NumberSteps(Grid grid) {
        this.grid = grid;
        known = new BitSet(grid.count());
        first = new long[grid.count()];
        last = new long[grid.count()];
    }

    /** It had this value for all this time, as far as the grid goes; and none that was added before is later. */
    void hold(long from, long to, long value) {
        long at = Math.max(from, grid.from());
        long end = Math.min(to, grid.to());
        if (at >= end) {
            return;
        }
        int lastStep = grid.index(end - 1);
        for (int step = grid.index(at); step <= lastStep; step++) {
            add(step, value, value);
        }
    }

    /** Some of a step was like this. */
    void add(int step, long earliest, long latest) {
        if (!known.get(step)) {
            known.set(step);
            first[step] = earliest;
        }
        last[step] = latest;
    }

    boolean isKnown(int step) {
        return known.get(step);
    }

    long first(int step) {
        return first[step];
    }

    long last(int step) {
        return last[step];
    }

    Points points(Aggregate aggregate) {
        return switch (aggregate) {
            case FIRST -> Points.of(first, known);
            case LAST -> Points.of(last, known);
            case MEAN, MIN, MAX ->
                throw new IllegalArgumentException("gauges and counters have no " + aggregate.word());
        };
    }
}
