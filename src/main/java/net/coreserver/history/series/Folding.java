package net.coreserver.history.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Folds what one interface was like into the steps of a grid. What is added comes in the order of time: first roll-ups, then samples.
 *
 * <p>A rate holds for the time between the two samples that it is told from, and counts in each step by the part of it that lies
 * there. There is none where the two cannot be compared, and no rate of a single counter that went back and cannot have wrapped. A
 * state, a speed or a counter holds from its sample to the next one, where that is continuous, else only at its own moment; the last
 * sample of all holds for as long as the one before it did. What the target did not tell is a gap.
 *
 * <p>The least and the greatest of a step are those of all rates that hold somewhere in it, be it for a part of their time only. For
 * one thread at a time.
 */
public final class Folding {

    private final Steps steps;
    private final List<Line> lines;
    private boolean isDone;

    /**
     * Begins.
     *
     * @param grid the steps
     * @param lines what is wanted
     */
    public Folding(Grid grid, List<Line> lines) {
        this.lines = List.copyOf(lines);
        steps = new Steps(grid, lines.stream().map(Line::metric).distinct().toList());
    }

    /**
     * Adds roll-ups, each as a whole to the step in which it begins.
     *
     * @param buckets whose width divides the step; those outside of the grid are left out
     * @param from those that begin before are left out
     * @param before those that begin then or later are left out
     * @throws IllegalArgumentException when their width does not divide the step
     */
    public void add(Buckets buckets, long from, long before) {
        requireGoingOn();
        steps.add(buckets, from, before);
    }

    /**
     * Adds samples. Those right before and right after what is wanted belong to them, since rates are told from two.
     *
     * @param samples whatever is not later than a sample added before is left out, so that they may overlap
     * @param from what lies before it does not count
     */
    public void add(Samples samples, long from) {
        requireGoingOn();
        steps.add(samples, from);
    }

    /** {@return what came of it, for each line in its order; nothing can be added after that} */
    public List<Points> points() {
        requireGoingOn();
        isDone = true;
        steps.end();
        List<Points> points = new ArrayList<>(lines.size());
        for (Line line : lines) {
            points.add(
                    switch (line.metric().kind()) {
                        case RATE -> steps.rate(line.metric()).points(line.aggregate());
                        case GAUGE, COUNTER -> steps.number(line.metric()).points(line.aggregate());
                    });
        }
        return points;
    }

    private void requireGoingOn() {
        if (isDone) {
            throw new IllegalStateException("the points have been told");
        }
    }
}
