package net.coreserver.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.coreserver.monitor.SessionInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Session", description = "The open NETCONF session of a target.")
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
                description = "The capabilities of the server's hello, in its order; on a single target only.",
                examples = "[\"urn:ietf:params:netconf:base:1.1\"]")
        @Nullable List<String> capabilities,

        @Schema(
                description = "The algorithms that SSH agreed on, by what they are for; on a single target only.",
                examples = "{\"keyExchange\": \"curve25519-sha256\", \"cipher\": \"aes128-ctr\"}")
        @Nullable Map<String, String> negotiated) {

    static SessionJson inShort(SessionInfo session) {
        return new SessionJson(session.id(), session.framing(), null, null);
    }

    static SessionJson inFull(SessionInfo session) {
        return new SessionJson(
                session.id(), session.framing(), session.capabilities(), new TreeMap<>(session.negotiated()));
    }
}
