package net.coreserver.api.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import net.coreserver.history.Ranked;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RankedInterface", description = "An interface, and how much it had for some time.")
record RankedJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target,

        @Schema(
                name = "interface",
                description = "The name of the interface.",
                examples = "GigabitEthernet0/0/1",
                required = true)
        @JsonProperty("interface")
        String interfaceName,

        @Schema(description = "What they are ranked by, as asked for.", examples = "inUtilization", required = true)
        String by,

        @Schema(
                description = "How much of that it had: over all of the time the mean, the least or the greatest.",
                minimum = "0",
                examples = "0.8312",
                required = true)
        @JsonSerialize(using = PlainNumber.Serializer.class)
        double value,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When that time begins (RFC 3339).",
                examples = "2026-11-20T07:00:00Z",
                required = true)
        Instant from,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it ends (RFC 3339).",
                examples = "2026-11-20T08:00:00Z",
                required = true)
        Instant to) {

    static RankedJson of(Ranked ranked, Rank rank) {
        return new RankedJson(
                ranked.series().target(),
                ranked.series().interfaceName(),
                rank.by(),
                ranked.value(),
                rank.from(),
                rank.to());
    }
}
