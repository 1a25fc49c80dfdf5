package net.coreserver.metrics;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A family of metrics: samples of one name and meaning.
 *
 * @param name without what the type adds to it
 * @param type what sort of metric it is
 * @param unit in which it is, in the plural; the name ends with it; null for none
 * @param help what it tells, in plain text
 */
record Family(String name, Type type, @Nullable String unit, String help) {

    /** Sorts of metrics. */
    enum Type {
        /** What is at the moment. */
        GAUGE("gauge", "gauge", ""),
        /** What only grows, until it begins anew. */
        COUNTER("counter", "counter", "_total"),
        /** The same under a name that others have chosen, which OpenMetrics does not take for a counter. */
        COUNTER_AS_NAMED("counter", "unknown", ""),
        /** Texts, as the labels of a one. */
        INFO("gauge", "info", "_info");

        private final String classic;
        private final String openMetrics;
        private final String suffix;

        Type(String classic, String openMetrics, String suffix) {
            this.classic = classic;
            this.openMetrics = openMetrics;
            this.suffix = suffix;
        }
    }

    /** Refuses a unit that the name does not end with. */
    Family {
        if (unit != null && !name.endsWith("_" + unit)) {
            throw new IllegalArgumentException(name + " does not end with its unit, " + unit);
        }
    }

    static Family gauge(String name, String help) {
        return new Family(name, Type.GAUGE, null, help);
    }

    static Family gauge(String name, String unit, String help) {
        return new Family(name, Type.GAUGE, unit, help);
    }

    static Family counter(String name, String help) {
        return new Family(name, Type.COUNTER, null, help);
    }

    /** {@return the name of its samples} */
    byte[] sampleName() {
        return (name + type.suffix).getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return what stands before its samples} */
    byte[] header(ExpositionFormat format) {
        String text = switch (format) {
            case CLASSIC -> {
                String sample = name + type.suffix;
                yield "# HELP " + sample + ' ' + help + "\n# TYPE " + sample + ' ' + type.classic + '\n';
            }
            case OPEN_METRICS ->
                "# TYPE " + name + ' ' + type.openMetrics + '\n'
                        + (unit == null ? "" : "# UNIT " + name + ' ' + unit + '\n')
                        + "# HELP " + name + ' ' + help + '\n';
        };
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
