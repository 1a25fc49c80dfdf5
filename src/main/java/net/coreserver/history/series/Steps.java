package net.coreserver.history.series;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import net.coreserver.interfaces.Metric;
import org.jspecify.annotations.Nullable;

/** What some metrics of an interface were in each step of a grid: what {@link Folding} and {@link RollUp} have in common. */
final class Steps {

    private final Grid grid;
    private final Map<Metric, RateSteps> rates = new EnumMap<>(Metric.class);
    private final Map<Metric, NumberSteps> numbers = new EnumMap<>(Metric.class);

    /** Those that were added last; what their last one shows is not counted yet, since it is not known for how long it holds. */
    private @Nullable Samples newest;

    /** How long after the one before it the last sample came; nothing when it is the only one. */
    private long newestInterval;

    private long from = Long.MIN_VALUE;

    Steps(Grid grid, Collection<Metric> wanted) {
        this.grid = grid;
        for (Metric metric : wanted) {
            switch (metric.kind()) {
                case RATE -> rates.put(metric, new RateSteps(grid));
                case GAUGE, COUNTER -> numbers.put(metric, new NumberSteps(grid));
            }
        }
    }

    Grid grid() {
        return grid;
    }

    /** Those of a metric that is wanted and a rate. */
    RateSteps rate(Metric metric) {
        return wanted(rates.get(metric), metric);
    }

    /** Those of a metric that is wanted and a gauge or a counter. */
    NumberSteps number(Metric metric) {
        return wanted(numbers.get(metric), metric);
    }

    private static <T> T wanted(@Nullable T steps, Metric metric) {
        if (steps == null) {
            throw new IllegalArgumentException(metric.word() + " is not folded here");
        }
        return steps;
    }

    /** {@return whether anything is known of a step} */
    boolean isKnown(int step) {
        return rates.values().stream().anyMatch(rate -> rate.covered(step) > 0)
                || numbers.values().stream().anyMatch(number -> number.isKnown(step));
    }

    void add(Buckets buckets, long from, long before) {
        if (grid.step() % buckets.width() != 0) {
            throw new IllegalArgumentException(
                    "roll-ups of " + buckets.width() + " ms do not make steps of " + grid.step() + " ms");
        }
        int[] places = new int[buckets.size()];
        for (int i = 0; i < places.length; i++) {
            long at = buckets.at(i);
            places[i] = at < Math.max(from, grid.from()) || at >= Math.min(before, grid.to()) ? -1 : grid.index(at);
        }
        rates.forEach((metric, steps) -> buckets.addTo(steps, metric, places));
        numbers.forEach((metric, steps) -> buckets.addTo(steps, metric, places));
    }

    void add(Samples samples, long from) {
        int start = newest == null ? 0 : samples.firstAfter(newest.at(newest.size() - 1));
        if (start == samples.size()) {
            return;
        }
        this.from = from;
        Window window = new Window(newest, samples, start);
        rates.forEach((metric, steps) -> holdRates(window, metric, steps));
        numbers.forEach((metric, steps) -> holdNumbers(window, metric, steps));
        int last = window.size() - 1;
        newestInterval = last == 0 ? 0 : window.at(last) - window.at(last - 1);
        newest = samples;
    }

    private void holdRates(Window window, Metric metric, RateSteps steps) {
        double[] values = window.rates(metric);
        for (int i = 1; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                steps.hold(Math.max(window.at(i - 1), from), window.at(i), values[i]);
            }
        }
    }

    private void holdNumbers(Window window, Metric metric, NumberSteps steps) {
        long[] values = window.numbers(metric);
        boolean[] known = window.known(metric);
        for (int i = 0; i < values.length - 1; i++) {
            if (known[i]) {
                long end = window.isContinuous(i + 1) ? window.at(i + 1) : window.at(i) + 1;
                steps.hold(Math.max(window.at(i), from), end, values[i]);
            }
        }
    }

    /** Nothing comes any more: the last sample holds for as long as the one before it did. */
    void end() {
        if (newest == null) {
            return;
        }
        int last = newest.size() - 1;
        long at = newest.at(last);
        long end = at + (newest.isContinuous(last) ? Math.max(1, newestInterval) : 1);
        for (Map.Entry<Metric, NumberSteps> each : numbers.entrySet()) {
            if (newest.isKnown(each.getKey(), last)) {
                long value = newest.column(each.getKey()).values()[last];
                each.getValue().hold(Math.max(at, from), end, value);
            }
        }
        newest = null;
    }
}
