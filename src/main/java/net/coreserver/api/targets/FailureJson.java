package net.coreserver.api.targets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import net.coreserver.api.problem.RpcErrorJson;
import net.coreserver.monitor.Failure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong with a target.
 *
 * @param kind of the failure
 * @param message one sentence for a person
 * @param at when it was noticed
 * @param rpcErrors what the target itself said; null when it said nothing
 */
@Schema(name = "Failure", description = "Something that went wrong with a target.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FailureJson(
        @Schema(
                description = "What kind of thing, told apart by what an operator would do about it.",
                examples = "timeout",
                enumeration = {"transport", "authentication", "host-key", "timeout", "protocol", "rpc-error", "parse"},
                required = true)
        String kind,

        @Schema(description = "One sentence for a person.", examples = "No answer within 10 s", required = true)
        String message,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it was noticed (RFC 3339).",
                examples = "2026-11-20T07:59:40Z",
                required = true)
        Instant at,

        @Schema(
                description = "What the target itself said, when it answered with errors; else absent.",
                examples = "[{\"type\": \"application\", \"tag\": \"operation-failed\", \"severity\": \"error\"}]")
        @Nullable List<RpcErrorJson> rpcErrors) {

    /**
     * A failure, as this API tells it.
     *
     * @param failure what the monitor noticed
     * @return its JSON
     */
    public static FailureJson of(Failure failure) {
        return new FailureJson(
                failure.kind().word(),
                failure.message(),
                failure.at(),
                failure.rpcErrors().isEmpty() ? null : RpcErrorJson.of(failure.rpcErrors()));
    }
}
