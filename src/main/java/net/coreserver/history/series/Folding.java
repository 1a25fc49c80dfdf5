package net.coreserver.history.series;

import java.util.List;

/**
 * Folds what one interface was like into the steps of a grid. What is added comes in the order of time: first roll-ups, then samples.
 *
 * <p>A rate holds for the time between the two samples that it is told from, and counts in each step by the part of it that lies
 * there. A state or a counter holds from its sample to the next one, where that is continuous, else only at its own moment; the last
 * sample of all holds for as long as the one before it did.
 */
public final class Folding {

    /**
     * Begins.
     *
     * @param grid the steps
     * @param lines what is wanted
     */
    public Folding(Grid grid, List<Line> lines) {
        // not there yet
    }

    /**
     * Adds roll-ups, each as a whole to the step in which it begins.
     *
     * @param buckets whose width divides the step; those outside of the grid are left out
     * @param from those that begin before are left out
     * @param before those that begin then or later are left out
     */
    public void add(Buckets buckets, long from, long before) {
        // not there yet
    }

    /**
     * Adds samples. Those right before and right after what is wanted belong to them, since rates are told from two.
     *
     * @param samples whatever is not later than a sample added before is left out, so that they may overlap
     * @param from what lies before it does not count
     */
    public void add(Samples samples, long from) {
        // not there yet
    }

    /** {@return what came of it, for each line in its order; nothing can be added after that} */
    public List<Points> points() {
        return List.of();
    }
}
