package net.coreserver.history.series;

/** Makes roll-ups: {@link Folding} of everything that is kept of an interface. What is added comes in the order of time. */
public final class RollUp {

    /**
     * Begins.
     *
     * @param grid the steps that are rolled up
     */
    public RollUp(Grid grid) {
        // not there yet
    }

    /**
     * Adds finer roll-ups.
     *
     * @param buckets whose width divides the step; those outside of the grid are left out
     */
    public void add(Buckets buckets) {
        // not there yet
    }

    /**
     * Adds samples, as {@link Folding#add(Samples, long)} does.
     *
     * @param samples those right before and right after the grid belong to them
     */
    public void add(Samples samples) {
        // not there yet
    }

    /** {@return the roll-ups of those steps of which something is known} */
    public Buckets buckets() {
        return Buckets.ofBlock(new byte[0]);
    }
}
