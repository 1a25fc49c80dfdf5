package net.coreserver.api;

import static net.coreserver.api.SharedParameters.MANY;
import static net.coreserver.api.SharedParameters.array;
import static net.coreserver.api.SharedParameters.limit;
import static net.coreserver.api.SharedParameters.query;
import static net.coreserver.api.SharedParameters.text;
import static net.coreserver.api.SharedParameters.words;

import java.util.List;
import net.coreserver.api.history.HistoryOperations;
import net.coreserver.api.http.ApiOperation;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** The parameters of the history, in the API's document; some mean something else here than elsewhere. */
final class HistoryParameters {

    private static final String TIME =
            " A time as in RFC 3339, or so long before now: `-15m`, `-24h`, `-90d`, `-PT15M`, or `now`.";
    private static final String DURATION = " As `30s`, `5m`, `1h`, `2d`, or `PT1H`.";

    private HistoryParameters() {}

    static void declareIn(Components components) {
        for (ApiOperation operation : List.of(HistoryOperations.GET_HISTORY, HistoryOperations.LIST_SAMPLES)) {
            own(
                    components,
                    operation,
                    "from",
                    "The begin, not in the future." + TIME,
                    text("-24h").defaultValue("-1h"));
            own(
                    components,
                    operation,
                    "to",
                    "The end, after the begin; it belongs to it no more." + TIME,
                    text("2026-11-20T08:00:00Z").defaultValue("now"));
        }
        query(
                components,
                "step",
                "How far the points are apart, in whole seconds: as long as makes about 500 of them when nothing is said."
                        + DURATION,
                text("5m"));
        query(
                components,
                "metric",
                "What is told: rates, counters, states and the speed, each alone or with an aggregate behind a dot."
                        + " Several values, between commas or in several parameters, each once.",
                array(words(HistoryOperations.METRICS)).defaultValue(List.of("inBitsPerSecond", "outBitsPerSecond")));
        components.addParameter(
                "by",
                OASFactory.createParameter()
                        .name("by")
                        .in(In.QUERY)
                        .required(true)
                        .description(
                                "What they are ranked by: a rate, alone for its mean, or with an aggregate behind a dot.")
                        .schema(words(HistoryOperations.RATES)));
        query(
                components,
                "window",
                "For how long, up to 90 days." + DURATION,
                text("PT1H").defaultValue("1h"));
        own(
                components,
                HistoryOperations.LIST_TOP,
                "to",
                "When the window ends." + TIME,
                text("2026-11-20T08:00:00Z").defaultValue("now"));
        own(
                components,
                HistoryOperations.LIST_TOP,
                "target",
                "The name of a target. There may be a history of one that is monitored no longer, so that any name will do."
                        + MANY,
                array(text("edge-1").pattern("^[a-z0-9][a-z0-9-]*$")));
        own(
                components,
                HistoryOperations.LIST_TOP,
                "limit",
                "How many interfaces are told.",
                limit(HistoryOperations.DEFAULT_TOP, HistoryOperations.MAX_TOP));
    }

    private static void own(
            Components components, ApiOperation operation, String name, String description, Schema schema) {
        SharedParameters.declare(
                components, SharedParameters.own(operation, name), name, In.QUERY, description, schema);
    }
}
