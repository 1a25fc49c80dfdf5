package net.coreserver.api.interfaces;

import net.coreserver.api.http.Counters;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.Query;
import net.coreserver.api.targets.Reading;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Statistics;

/**
 * A form in which the samples of a snapshot are rendered; each is made when somebody first asks for it.
 *
 * @param content what is told of an interface
 * @param counters how counters stand in it
 */
public record Form(Content content, Counters counters) {

    /** What is told of an interface. */
    public enum Content {
        /** All that has a name of its own here. */
        INTERFACE,
        /** The same, and what else its model says. */
        INTERFACE_WITH_EXTRA,
        /** Its counters alone. */
        STATISTICS
    }

    /** What a plain request gets. */
    static final Form INTERFACE = new Form(Content.INTERFACE, Counters.NUMBER);

    /** The parameter that asks for what has no name of its own here. */
    static final String EXTRA = "extra";

    private static final Statistics NONE_SENT =
            new Statistics(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * The form of whole interfaces that a query asks for.
     *
     * @param query of a request
     * @return the form
     */
    public static Form ofInterface(Query query) {
        return new Form(query.flag(EXTRA) ? Content.INTERFACE_WITH_EXTRA : Content.INTERFACE, query.counters());
    }

    static Form ofStatistics(Query query) {
        return new Form(Content.STATISTICS, query.counters());
    }

    byte[] bytes(Reading reading, InterfaceSample sample) {
        Object json = switch (content) {
            case INTERFACE -> InterfaceJson.of(reading, sample);
            case INTERFACE_WITH_EXTRA -> InterfaceJson.withExtra(reading, sample);
            case STATISTICS -> statistics(sample);
        };
        return Json.bytes(json, Json.writer(counters));
    }

    private static StatisticsJson statistics(InterfaceSample sample) {
        Statistics sent = sample.statistics();
        return StatisticsJson.of(sent == null ? NONE_SENT : sent);
    }
}
