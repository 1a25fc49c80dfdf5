package net.coreserver.history.series;

import java.util.Arrays;

/** What one rate was in each step of a grid. */
final class RateSteps {

    private final Grid grid;

    /** Of the rate, each value weighted with the time for which it held. */
    private final double[] sums;

    /** For how long the rate is known. */
    private final long[] covered;

    private final double[] least;
    private final double[] greatest;

    RateSteps(Grid grid) {
        this.grid = grid;
        sums = new double[grid.count()];
        covered = new long[grid.count()];
        least = new double[grid.count()];
        greatest = new double[grid.count()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    }

    /** The rate had this value for all this time, as far as the grid goes. */
    void hold(long from, long to, double rate) {
        long at = Math.max(from, grid.from());
        long end = Math.min(to, grid.to());
        if (at >= end) {
            return;
        }
        for (int step = grid.index(at); at < end; step++) {
            long next = Math.min(end, grid.at(step + 1));
            add(step, next - at, rate, rate, rate);
            at = next;
        }
    }

    /** Some of a step was like this. */
    void add(int step, long time, double mean, double min, double max) {
        sums[step] += mean * time;
        covered[step] += time;
        least[step] = Math.min(least[step], min);
        greatest[step] = Math.max(greatest[step], max);
    }

    long covered(int step) {
        return covered[step];
    }

    double mean(int step) {
        return covered[step] == 0 ? Double.NaN : sums[step] / covered[step];
    }

    double least(int step) {
        return covered[step] == 0 ? Double.NaN : least[step];
    }

    double greatest(int step) {
        return covered[step] == 0 ? Double.NaN : greatest[step];
    }

    Points points(Aggregate aggregate) {
        double[] points = new double[grid.count()];
        for (int i = 0; i < points.length; i++) {
            points[i] = switch (aggregate) {
                case MEAN -> mean(i);
                case MIN -> least(i);
                case MAX -> greatest(i);
                case FIRST, LAST -> throw new IllegalArgumentException("a rate has no " + aggregate.word());
            };
        }
        return Points.of(points);
    }
}
