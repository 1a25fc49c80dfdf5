package net.coreserver.history.series;

/**
 * The steps of a graph: each begins where the last one ends.
 *
 * @param from where the first one begins; a multiple of the step, as a rule
 * @param step how long each is, positive
 * @param count how many there are
 */
public record Grid(long from, long step, int count) {

    /** Refuses steps that lead nowhere. */
    public Grid {
        if (step <= 0 || count < 0) {
            throw new IllegalArgumentException("a step is longer than nothing");
        }
    }

    /**
     * The grid of multiples of a step that covers some time.
     *
     * @param from its begin
     * @param to its end, which belongs to it no more
     * @param step how long each step is
     * @return the grid
     */
    public static Grid covering(long from, long to, long step) {
        long first = Math.floorDiv(from, step);
        long end = Math.ceilDiv(to, step);
        return new Grid(first * step, step, Math.toIntExact(end - first));
    }

    /** {@return where the last step ends} */
    public long to() {
        return from + step * count;
    }

    /**
     * Where a step begins.
     *
     * @param index which, from 0
     * @return its begin
     */
    public long at(int index) {
        return from + step * index;
    }

    /** {@return in which step a time lies, which the grid must cover} */
    int index(long time) {
        return Math.toIntExact((time - from) / step);
    }
}
