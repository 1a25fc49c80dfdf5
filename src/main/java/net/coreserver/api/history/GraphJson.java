package net.coreserver.api.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A graph as the API's document describes it; {@link GraphText} writes it. The test of that document holds the one to the other. */
@Schema(
        name = "InterfaceHistory",
        description =
                "What an interface was like for some time, step by step. Each step begins where the last one ends.")
record GraphJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target,

        @Schema(
                name = "interface",
                description = "The name of the interface.",
                examples = "GigabitEthernet0/0/1",
                required = true)
        String interfaceName,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description =
                        "Where the first step begins: the last multiple of the step that is not after what was asked"
                                + " for (RFC 3339).",
                examples = "2026-11-20T07:00:00Z",
                required = true)
        Instant from,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "Where the last step ends (RFC 3339).",
                examples = "2026-11-20T08:00:00Z",
                required = true)
        Instant to,

        @Schema(
                description =
                        "How long each step is: as asked for, or longer where nothing so fine is kept any more. Unit:"
                                + " seconds.",
                minimum = "0",
                examples = "300",
                required = true)
        double stepSeconds,

        @Schema(
                description =
                        "For each metric that was asked for, under the name that it was asked for by, a pair for each"
                                + " step: when it begins, in seconds since 1970-01-01T00:00:00Z, and the value; null where nothing is"
                                + " known. Counters are exact integers, or strings with `?counters=string`; states are the numbers of"
                                + " YANG's enumeration (`up` is 1).",
                examples = "{\"inBitsPerSecond\": [[1795158000, 83123.2], [1795158300, null]]}",
                required = true)
        Map<String, List<List<Object>>> series) {}
