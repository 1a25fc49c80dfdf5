package net.coreserver.history.series;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.coreserver.interfaces.Metric;

/** What is told of all the values within one step. */
public enum Aggregate {
    /** Their mean, each weighted with the time for which it holds. */
    MEAN("mean"),
    /** The least of them. */
    MIN("min"),
    /** The greatest of them. */
    MAX("max"),
    /** The first of them. */
    FIRST("first"),
    /** The last of them. */
    LAST("last");

    private final String word;

    Aggregate(String word) {
        this.word = word;
    }

    /** {@return its name, as the API spells it} */
    public String word() {
        return word;
    }

    /**
     * Finds an aggregate.
     *
     * @param word its name, as the API spells it
     * @return it; empty when there is none of that name
     */
    public static Optional<Aggregate> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /**
     * Those that a metric has: a rate its mean, least and greatest; a counter and a gauge their first and last.
     *
     * @param metric which
     * @return they, beginning with the one that is meant when none is named
     */
    public static List<Aggregate> of(Metric metric) {
        return switch (metric.kind()) {
            case RATE -> List.of(MEAN, MIN, MAX);
            case GAUGE, COUNTER -> List.of(LAST, FIRST);
        };
    }
}
