package net.coreserver.history.series;

import net.coreserver.interfaces.Metric;

/**
 * One line of a graph.
 *
 * @param metric what is drawn
 * @param aggregate what is told of it within one step; one of {@link Aggregate#of(Metric)}
 */
public record Line(Metric metric, Aggregate aggregate) {

    /** Refuses an aggregate that the metric does not have. */
    public Line {
        if (!Aggregate.of(metric).contains(aggregate)) {
            throw new IllegalArgumentException(metric.word() + " has no " + aggregate.word());
        }
    }

    /**
     * The line that is meant when only the metric is named.
     *
     * @param metric what is drawn
     * @return the line
     */
    public static Line of(Metric metric) {
        return new Line(metric, Aggregate.of(metric).getFirst());
    }
}
