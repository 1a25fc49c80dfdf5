package net.coreserver.api.targets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.coreserver.api.http.Seconds;
import net.coreserver.monitor.SessionInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Session", description = "A NETCONF session with a target.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionJson(
        @Schema(
                description = "The server's `session-id` (RFC 6241 section 8.1).",
                format = "uint32",
                minimum = "0",
                maximum = "4294967295",
                examples = "4711",
                required = true)
        long id,

        @Schema(
                description = "How messages are framed (RFC 6242 section 4).",
                enumeration = {"chunked", "end-of-message"},
                examples = "chunked",
                required = true)
        String framing,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it was open (RFC 3339).",
                examples = "2026-11-20T07:30:00Z",
                required = true)
        Instant openedAt,

        @Schema(
                description = "From the first packet to the end of the hellos, waiting for a turn to connect left out."
                        + " Unit: seconds.",
                examples = "0.085",
                minimum = "0",
                required = true)
        double connectDurationSeconds,

        @Schema(
                description = "The capabilities of the server's hello, in its order; on a single target only.",
                examples = "[\"urn:ietf:params:netconf:base:1.1\"]")
        @Nullable List<String> capabilities,

        @Schema(
                description = "The algorithms that SSH agreed on, by what they are for; on a single target only.",
                examples = "{\"keyExchange\": \"curve25519-sha256\", \"cipher\": \"aes128-ctr\"}")
        @Nullable Map<String, String> negotiated) {

    static SessionJson inShort(SessionInfo session) {
        return of(session, null, null);
    }

    static SessionJson inFull(SessionInfo session) {
        return of(session, session.capabilities(), new TreeMap<>(session.negotiated()));
    }

    private static SessionJson of(
            SessionInfo session, @Nullable List<String> capabilities, @Nullable Map<String, String> negotiated) {
        return new SessionJson(
                session.id(),
                session.framing(),
                session.opening().at().truncatedTo(ChronoUnit.MILLIS),
                Seconds.of(session.opening().duration()),
                capabilities,
                negotiated);
    }
}
