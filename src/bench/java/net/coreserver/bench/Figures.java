package net.coreserver.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of the same thing, one a round. */
final class Figures {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return quantile(0.5);
    }

    double quantile(double share) {
        return values.stream().sorted().toList().get((int) (share * (values.size() - 1)));
    }

    /** The median, and the middle half of them. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f..%.2f)", median(), quantile(0.25), quantile(0.75));
    }
}
