package net.coreserver.api;

import static net.coreserver.api.SharedParameters.MANY;
import static net.coreserver.api.SharedParameters.array;
import static net.coreserver.api.SharedParameters.limit;
import static net.coreserver.api.SharedParameters.query;
import static net.coreserver.api.SharedParameters.text;
import static net.coreserver.api.SharedParameters.type;
import static net.coreserver.api.SharedParameters.words;

import java.util.List;
import net.coreserver.api.event.EventOperations;
import net.coreserver.api.sink.SinkOperations;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** The parameters of the log, in the API's document; some mean something else here than in other lists. */
final class EventParameters {

    private static final String TIME =
            " A time as in RFC 3339, or so long before now: `-15m`, `-24h`, `-7d`. Not for" + " `text/event-stream`";

    private EventParameters() {}

    static void declareIn(Components components) {
        own(
                components,
                "target",
                In.QUERY,
                "The name of a target. There may be events of one that is monitored no longer, so that any name will do."
                        + MANY,
                array(text("edge-1").pattern("^[a-z0-9][a-z0-9-]*$")));
        query(
                components,
                "interface",
                "The name of an interface; a backslash takes the next character, a comma too, as it is." + MANY,
                array(text("GigabitEthernet0/0/1")));
        query(components, "kind", "What kind of event." + MANY, array(words(EventOperations.KINDS)));
        query(components, "severity", "How much it matters." + MANY, array(words(EventOperations.SEVERITIES)));
        query(components, "from", "Only what CoreServer learnt of then or later." + TIME + ".", text("-24h"));
        query(
                components,
                "to",
                "Only what CoreServer learnt of before then." + TIME + ", and not beside `follow`.",
                text("2026-11-20T08:00:00Z"));
        own(
                components,
                "limit",
                In.QUERY,
                "The greatest number of events on a page of `application/json`; not for streams.",
                limit(EventOperations.DEFAULT_LIMIT, EventOperations.MAX_LIMIT));
        own(
                components,
                "after",
                In.QUERY,
                "For `application/json`: where the page before ended, taken from the header `Link` of that page, and not to"
                        + " be made up. For streams: the `id` of the event behind which they begin, `0` for before the oldest.",
                text("4711"));
        query(
                components,
                "lastEventId",
                "The same as the header `Last-Event-ID`, for clients that cannot set it. The header goes first.",
                text("4711"));
        own(
                components,
                "Last-Event-ID",
                In.HEADER,
                "The `id` of the last event that the client of a stream has got: it goes on behind that. `0` begins at the"
                        + " oldest.",
                text("4711"));
        SharedParameters.declare(
                components,
                SharedParameters.own(SinkOperations.LIST_DEAD_LETTERS, "limit"),
                "limit",
                In.QUERY,
                "The greatest number of dead letters on a page.",
                limit(SinkOperations.DEFAULT_LIMIT, SinkOperations.MAX_LIMIT));
        query(
                components,
                "follow",
                "With `application/x-ndjson`: whether the lines go on with what happens, once all that there is has been"
                        + " written. Nothing is sent while nothing happens; after half an hour of that, the connection is closed.",
                type(SchemaType.BOOLEAN).defaultValue(false).examples(List.of(true)));
    }

    private static void own(Components components, String name, In in, String description, Schema schema) {
        SharedParameters.declare(
                components, SharedParameters.own(EventOperations.LIST_EVENTS, name), name, in, description, schema);
    }
}
