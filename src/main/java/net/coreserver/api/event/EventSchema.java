package net.coreserver.api.event;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event as the API's document describes it; {@link net.coreserver.event.EventJson} writes it. The test of that document
 * holds the one to the other.
 */
@Schema(
        name = "Event",
        description = "Something that happened. It never changes; what there is nothing to say of is absent.")
record EventSchema(
        @Schema(
                description = "Its number in the log, which grows with every event and is never given twice.",
                examples = "4711",
                minimum = "1",
                required = true)
        long id,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When CoreServer learnt of it, by its own clock (RFC 3339).",
                examples = "2026-11-20T08:00:00.125Z",
                required = true)
        Instant at,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it happened by the clock of the target, which may be wrong (RFC 3339).",
                examples = "2026-11-20T07:59:59Z")
        @Nullable Instant eventTime,

        @Schema(
                description =
                        "The name of the target that it happened to; absent when it happened to CoreServer itself.",
                examples = "edge-1")
        @Nullable String target,

        @Schema(name = "interface", description = "The name of the interface that it happened to.", examples = "eth0")
        @Nullable String interfaceName,

        @Schema(
                description = "What kind of thing; README.md lists all kinds. There may be more one day.",
                examples = "link-down",
                required = true)
        String kind,

        @Schema(
                description = "How much it matters.",
                examples = "warning",
                enumeration = {"info", "warning", "critical"},
                required = true)
        String severity,

        @Schema(
                description = "One sentence for a person, which may be worded otherwise one day.",
                examples = "Interface eth0 went down",
                required = true)
        String message,

        @Schema(
                description = "What more there is to say, for a program; what it has depends on the kind.",
                type = SchemaType.OBJECT,
                examples = "{\"operStatus\": {\"from\": \"up\", \"to\": \"down\"}}")
        @Nullable Map<String, Object> data) {}
