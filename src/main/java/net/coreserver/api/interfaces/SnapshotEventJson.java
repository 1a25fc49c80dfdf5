package net.coreserver.api.interfaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import net.coreserver.api.http.Json;
import net.coreserver.api.targets.Reading;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The data of the event of a snapshot.
 *
 * @param target the name of the target
 * @param takenAt when the reply had been read
 * @param stale true when it may have been overtaken; else null
 * @param interfaces null where they are added as bytes
 */
@Schema(
        name = "SnapshotEvent",
        description =
                "The data of an event `snapshot`: what a poll of one target saw, or had seen when the stream began.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotEventJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When the poll had read the target's reply (RFC 3339).",
                examples = "2026-11-20T08:00:00.125Z",
                required = true)
        Instant takenAt,

        @Schema(
                description = "True when the target is not `up`, so that this may have been overtaken; else absent.",
                examples = "true")
        @Nullable Boolean stale,

        @Schema(
                description = "Its interfaces, those that match the filters, as a `GET` of JSON has them.",
                type = SchemaType.ARRAY,
                implementation = InterfaceJson.class,
                examples =
                        "[{\"target\": \"edge-1\", \"name\": \"eth0\", \"sampledAt\": \"2026-11-20T08:00:00.125Z\"}]",
                required = true)
        @Nullable List<InterfaceJson> interfaces) {

    private static final byte[] INTERFACES = ",\"interfaces\":".getBytes(StandardCharsets.US_ASCII);

    /**
     * The JSON up to the array of interfaces, which is there as bytes; a closing brace is what comes after it.
     *
     * @param reading what the event tells
     * @return JSON in UTF-8
     */
    public static byte[] upToInterfaces(Reading reading) {
        byte[] head = Json.bytes(new SnapshotEventJson(
                reading.snapshot().target(),
                reading.snapshot().takenAt().truncatedTo(ChronoUnit.MILLIS),
                reading.isStale() ? Boolean.TRUE : null,
                null));
        byte[] open = Arrays.copyOf(head, head.length - 1 + INTERFACES.length);
        System.arraycopy(INTERFACES, 0, open, head.length - 1, INTERFACES.length);
        return open;
    }
}
