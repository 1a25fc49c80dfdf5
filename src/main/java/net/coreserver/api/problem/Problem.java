package net.coreserver.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.RpcError;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong. What does not apply is null. Source: RFC 9457.
 *
 * @param type what identifies its kind
 * @param title one line, the same in every problem of the type
 * @param status of HTTP
 * @param detail what went wrong this time
 * @param instance the path that was asked for
 * @param target the name of the target that it is about
 * @param interfaceName the name of the interface that it is about
 * @param parameter the name of the parameter that it is about
 * @param allowed what would be right
 * @param failureKind what kind of failure of the target it was
 * @param rpcErrors what the target itself said
 * @param errorId what the log names the error by
 * @param errors everything that is wrong with the body
 */
@Schema(
        name = "Problem",
        description =
                "What went wrong, as RFC 9457 has it. What does not apply is absent; a client must bear members that"
                        + " it does not know.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(
                description = "Identifies the kind of problem: one of those that the description of this API lists, or"
                        + " `about:blank` when the status says it all. It is a name, and leads nowhere.",
                examples = "/problems/unknown-target",
                format = "uri-reference",
                required = true)
        String type,

        @Schema(
                description = "One line for a person, the same in every problem of the type.",
                examples = "Unknown target",
                required = true)
        String title,

        @Schema(description = "The HTTP status.", examples = "404", minimum = "400", maximum = "599", required = true)
        int status,

        @Schema(description = "What went wrong this time, for a person.", examples = "No target edge-9 is monitored.")
        @Nullable String detail,

        @Schema(
                description = "The path that was asked for.",
                examples = "/api/v1/targets/edge-9",
                format = "uri-reference")
        @Nullable String instance,

        @Schema(description = "The name of the target that it is about.", examples = "edge-9") @Nullable String target,

        @Schema(name = "interface", description = "The name of the interface that it is about.", examples = "eth9")
        @JsonProperty("interface")
        @Nullable String interfaceName,

        @Schema(description = "The name of the parameter that it is about.", examples = "operStatus") @Nullable String parameter,

        @Schema(
                description = "What would be right: the values that the parameter can have, or the parameters that the"
                        + " resource knows.",
                type = SchemaType.ARRAY,
                implementation = String.class,
                examples = "[\"up\", \"down\"]")
        @Nullable List<String> allowed,

        @Schema(
                description = "What kind of failure of the target it was, told apart by what an operator would do.",
                examples = "timeout",
                enumeration = {"transport", "authentication", "host-key", "timeout", "protocol", "rpc-error", "parse"})
        @Nullable String failureKind,

        @Schema(
                description = "What the target itself said, when it answered with errors.",
                examples = "[{\"type\": \"application\", \"tag\": \"operation-failed\", \"severity\": \"error\"}]")
        @Nullable List<RpcErrorJson> rpcErrors,

        @Schema(description = "What the service's log names the error by.", examples = "5f0c1d3e") @Nullable String errorId,

        @Schema(
                description = "Everything that is wrong with the body, each with where it stands.",
                examples = "[{\"pointer\": \"/3/host\", \"detail\": \"it is missing\"}]")
        @Nullable List<ContentErrorJson> errors) {

    /**
     * A problem of a type.
     *
     * @param type what identifies its kind
     * @param detail what went wrong this time, for a person
     * @return the problem, of which nothing else is said yet
     */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(
                type.uri(), type.title(), type.status(), detail, null, null, null, null, null, null, null, null, null);
    }

    /** A problem that has no type of its own: the status says it all. */
    static Problem ofStatus(int status) {
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        return new Problem("about:blank", title, status, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * The same problem, met at a path.
     *
     * @param path that was asked for
     * @return the problem with the path
     */
    public Problem at(String path) {
        return new Problem(
                type,
                title,
                status,
                detail,
                path,
                target,
                interfaceName,
                parameter,
                allowed,
                failureKind,
                rpcErrors,
                errorId,
                errors);
    }

    /**
     * The same problem, of a target.
     *
     * @param targetName of the target
     * @param name of the interface; null when it is about none
     * @return the problem with both names
     */
    public Problem about(String targetName, @Nullable String name) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                targetName,
                name,
                parameter,
                allowed,
                failureKind,
                rpcErrors,
                errorId,
                errors);
    }

    Problem aboutParameter(String name, @Nullable List<String> values) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                target,
                interfaceName,
                name,
                values,
                failureKind,
                rpcErrors,
                errorId,
                errors);
    }

    /**
     * The same problem, with the failure that it comes from.
     *
     * @param kind of the failure
     * @param said what the target itself said; empty when it said nothing
     * @return the problem with both
     */
    public Problem because(FailureKind kind, List<RpcError> said) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                target,
                interfaceName,
                parameter,
                allowed,
                kind.word(),
                said.isEmpty() ? null : RpcErrorJson.of(said),
                errorId,
                errors);
    }

    /**
     * The same problem, to be found in the log.
     *
     * @param id what the log names the error by
     * @return the problem with the id
     */
    public Problem loggedAs(String id) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                target,
                interfaceName,
                parameter,
                allowed,
                failureKind,
                rpcErrors,
                id,
                errors);
    }

    /**
     * The same problem, with all that is wrong with a body.
     *
     * @param list each with where it stands
     * @return the problem with the list
     */
    public Problem listing(List<ContentErrorJson> list) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                target,
                interfaceName,
                parameter,
                allowed,
                failureKind,
                rpcErrors,
                errorId,
                list);
    }
}
