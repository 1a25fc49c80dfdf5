package net.coreserver.api.interfaces;

import net.coreserver.api.http.Counters;
import net.coreserver.api.http.Json;
import net.coreserver.api.targets.Reading;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Statistics;

/** The forms in which the samples of a snapshot are rendered; each is made when somebody first asks for it. */
public enum Form {
    /** All that is known of an interface. */
    INTERFACE(Counters.NUMBER),
    /** The same, with counters as strings. */
    INTERFACE_WITH_TEXT_COUNTERS(Counters.STRING),
    /** Its counters alone. */
    STATISTICS(Counters.NUMBER),
    /** The same, as strings. */
    STATISTICS_WITH_TEXT_COUNTERS(Counters.STRING);

    private static final Statistics NONE_SENT =
            new Statistics(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final Counters counters;

    Form(Counters counters) {
        this.counters = counters;
    }

    /**
     * The form of whole interfaces.
     *
     * @param counters how they stand in it
     * @return the form
     */
    public static Form ofInterface(Counters counters) {
        return switch (counters) {
            case NUMBER -> INTERFACE;
            case STRING -> INTERFACE_WITH_TEXT_COUNTERS;
        };
    }

    static Form ofStatistics(Counters counters) {
        return switch (counters) {
            case NUMBER -> STATISTICS;
            case STRING -> STATISTICS_WITH_TEXT_COUNTERS;
        };
    }

    byte[] bytes(Reading reading, InterfaceSample sample) {
        Object content = switch (this) {
            case INTERFACE, INTERFACE_WITH_TEXT_COUNTERS -> InterfaceJson.of(reading, sample);
            case STATISTICS, STATISTICS_WITH_TEXT_COUNTERS -> statistics(sample);
        };
        return Json.bytes(content, Json.writer(counters));
    }

    private static StatisticsJson statistics(InterfaceSample sample) {
        Statistics sent = sample.statistics();
        return StatisticsJson.of(sent == null ? NONE_SENT : sent);
    }
}
