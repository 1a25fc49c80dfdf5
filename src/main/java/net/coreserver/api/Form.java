package net.coreserver.api;

import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Statistics;

/** The forms in which the samples of a snapshot are rendered; each is made when somebody first asks for it. */
enum Form {
    INTERFACE(Counters.NUMBER),
    INTERFACE_WITH_TEXT_COUNTERS(Counters.STRING),
    STATISTICS(Counters.NUMBER),
    STATISTICS_WITH_TEXT_COUNTERS(Counters.STRING);

    private static final Statistics NONE_SENT =
            new Statistics(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final Counters counters;

    Form(Counters counters) {
        this.counters = counters;
    }

    static Form ofInterface(Counters counters) {
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
