package net.coreserver.history.series;

import java.util.List;
import net.coreserver.interfaces.Metric;

/**
 * Makes roll-ups: {@link Folding} of everything that is kept of an interface. What is added comes in the order of time. For one thread
 * at a time.
 */
public final class RollUp {

    private final Steps steps;
    private boolean isDone;

    /**
     * Begins.
     *
     * @param grid the steps that are rolled up
     * @throws IllegalArgumentException when they do not begin at multiples of their length
     */
    public RollUp(Grid grid) {
        if (Math.floorMod(grid.from(), grid.step()) != 0) {
            throw new IllegalArgumentException("roll-ups begin at multiples of their length");
        }
        steps = new Steps(grid, List.of(Metric.values()));
    }

    /**
     * Adds finer roll-ups.
     *
     * @param buckets whose width divides the step; those outside of the grid are left out
     * @throws IllegalArgumentException when it does not
     */
    public void add(Buckets buckets) {
        requireGoingOn();
        steps.add(buckets, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Adds samples, as {@link Folding#add(Samples, long)} does.
     *
     * @param samples those right before and right after the grid belong to them
     */
    public void add(Samples samples) {
        requireGoingOn();
        steps.add(samples, Long.MIN_VALUE);
    }

    /** {@return the roll-ups of those steps of which something is known; nothing can be added after that} */
    public Buckets buckets() {
        requireGoingOn();
        isDone = true;
        steps.end();
        return Buckets.of(steps);
    }

    private void requireGoingOn() {
        if (isDone) {
            throw new IllegalStateException("the roll-ups have been made");
        }
    }
}
