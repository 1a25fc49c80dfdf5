package net.coreserver.api.targets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.coreserver.api.http.Seconds;
import net.coreserver.monitor.Explanation;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.ModelChoice;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.PollReport;
import net.coreserver.monitor.SessionInfo;
import net.coreserver.netconf.Peer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Explanation",
        description = "The conversation with a target in short, in its order: the one that goes on, or the last one.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target,

        @Schema(
                description = "Where the target stands, as in its status.",
                enumeration = {"disabled", "connecting", "up", "degraded", "down"},
                examples = "up",
                required = true)
        String state,

        @Schema(
                description = "Whether the conversation was held before the service was started; only when true.",
                examples = "true")
        @Nullable Boolean remembered,

        @Schema(
                description = "Who was to be reached, and who was.",
                examples = "{\"host\": \"edge-1.example.net\", \"port\": 830, \"address\": \"192.0.2.10\"}",
                required = true)
        Connect connect,

        @Schema(
                description = "How the session was begun; absent when there was none.",
                examples = "{\"sessionId\": 4711, \"framing\": \"chunked\"}")
        @Nullable Hello hello,

        @Schema(
                description = "By which model interfaces are asked for; absent when there was no session.",
                examples = "{\"name\": \"ietf-interfaces-state\", \"reason\": \"The server has the module"
                        + " ietf-interfaces, revision 2014-05-08, according to its hello\"}")
        @Nullable Model model,

        @Schema(
                description =
                        "The `rpc` with which interfaces are asked for, but for its `message-id`, which is a number of"
                                + " its own each time; absent when there was no session.",
                examples = "<rpc xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\" message-id=\"1\"><get/></rpc>")
        @Nullable String request,

        @Schema(
                description = "How the last poll went; absent when there was none.",
                examples = "{\"startedAt\": \"2026-11-20T08:00:00.001Z\", \"durationSeconds\": 0.0125}")
        @Nullable PollReportJson lastPoll,

        @Schema(
                description = "The last failure, kept after recovery; absent when there was none.",
                examples =
                        "{\"kind\": \"timeout\", \"message\": \"No answer within 10 s\", \"at\": \"2026-11-20T07:59:40Z\"}")
        @Nullable FailureJson failure,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it is tried again (RFC 3339); absent while it is connected or disabled.",
                examples = "2026-11-20T08:00:20Z")
        @Nullable Instant nextAttempt) {

    @Schema(name = "Connect", description = "Who was to be reached, and who was.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Connect(
            @Schema(description = "The host, as configured.", examples = "edge-1.example.net", required = true)
            String host,

            @Schema(description = "The TCP port.", minimum = "1", maximum = "65535", examples = "830", required = true)
            int port,

            @Schema(description = "The IP address that answered; absent when none did.", examples = "192.0.2.10")
            @Nullable String address,

            @Schema(
                    description = "The fingerprint of the host key that the server showed.",
                    examples = "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGLQ4GGqPXjYkq8ZyWE")
            @Nullable String hostKey,

            @Schema(
                    description = "The algorithms that SSH agreed on, by what they are for.",
                    examples = "{\"keyExchange\": \"curve25519-sha256\", \"cipher\": \"aes128-ctr\"}")
            @Nullable Map<String, String> negotiated,

            @Schema(
                    description = "From the first packet to the end of the login. Unit: seconds.",
                    examples = "0.061",
                    minimum = "0")
            @Nullable Double durationSeconds) {

        static Connect of(Explanation explanation) {
            SessionInfo session = explanation.session();
            Peer peer = session == null ? null : session.opening().peer();
            return new Connect(
                    explanation.host(),
                    explanation.port(),
                    peer == null ? null : peer.address(),
                    peer == null ? null : peer.hostKey(),
                    session == null ? null : new TreeMap<>(session.negotiated()),
                    peer == null ? null : Seconds.of(peer.loginDuration()));
        }
    }

    @Schema(name = "Hello", description = "How a session was begun (RFC 6241 section 8.1).")
    record Hello(
            @Schema(
                    description = "The server's `session-id`.",
                    format = "uint32",
                    minimum = "0",
                    maximum = "4294967295",
                    examples = "4711",
                    required = true)
            long sessionId,

            @Schema(
                    description = "How messages are framed since (RFC 6242 section 4).",
                    enumeration = {"chunked", "end-of-message"},
                    examples = "chunked",
                    required = true)
            String framing,

            @Schema(description = "Whether the session is open.", examples = "true", required = true)
            boolean open,

            @Schema(
                    description = "To open the channel and to exchange hellos. Unit: seconds.",
                    examples = "0.024",
                    minimum = "0",
                    required = true)
            double durationSeconds,

            @Schema(
                    description = "The capabilities of our own hello.",
                    examples = "[\"urn:ietf:params:netconf:base:1.1\"]",
                    required = true)
            List<String> clientCapabilities,

            @Schema(
                    description = "The capabilities of the server's hello, in its order.",
                    examples = "[\"urn:ietf:params:netconf:base:1.1\"]",
                    required = true)
            List<String> serverCapabilities) {

        static Hello of(SessionInfo session, Explanation explanation) {
            return new Hello(
                    session.id(),
                    session.framing(),
                    explanation.isOpen(),
                    Seconds.of(session.opening().helloDuration()),
                    explanation.clientCapabilities(),
                    session.capabilities());
        }
    }

    @Schema(name = "Model", description = "By which data model a target is asked for its interfaces, and why.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Model(
            @Schema(
                    description = "The word of the model, as the setting `model` has it.",
                    examples = "ietf-interfaces-state",
                    required = true)
            String name,

            @Schema(
                    description =
                            "One sentence for a person: how the server announces the model, and what came of those"
                                    + " that were tried before it.",
                    examples = "The server has the module ietf-interfaces, revision 2014-05-08, according to its hello",
                    required = true)
            String reason,

            @Schema(
                    description = "Whether it was chosen because it answered in an earlier session; only when true.",
                    examples = "true")
            @Nullable Boolean remembered) {

        static Model of(ModelChoice choice) {
            return new Model(choice.model(), choice.reason(), choice.remembered() ? true : null);
        }
    }

    static ExplanationJson of(MonitoredTarget monitored) {
        Explanation explanation = monitored.explain();
        SessionInfo session = explanation.session();
        ModelChoice choice = explanation.choice();
        PollReport lastPoll = explanation.lastPoll();
        Failure failure = explanation.failure();
        return new ExplanationJson(
                monitored.target().name(),
                explanation.state().word(),
                explanation.isRemembered() ? true : null,
                Connect.of(explanation),
                session == null ? null : Hello.of(session, explanation),
                choice == null ? null : Model.of(choice),
                explanation.request(),
                lastPoll == null ? null : PollReportJson.of(lastPoll),
                failure == null ? null : FailureJson.of(failure),
                explanation.nextAttempt());
    }
}
