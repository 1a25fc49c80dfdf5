package net.coreserver.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import net.coreserver.netconf.RpcError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One {@code rpc-error} of a target's reply. What it did not send is null.
 *
 * @param type the layer where it happened
 * @param tag what happened
 * @param severity {@code error} or {@code warning}
 * @param appTag the model's or the implementation's own name of the condition
 * @param path an XPath to what it is about
 * @param message text for a person
 * @param info the content of {@code error-info}, as XML
 */
@Schema(
        name = "RpcError",
        description =
                "One `rpc-error` of a target's reply, in its own words (RFC 6241 section 4.3 and appendix A). What"
                        + " the target did not send is absent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RpcErrorJson(
        @Schema(
                description =
                        "The layer where it happened: `transport`, `rpc`, `protocol` or `application`; other words"
                                + " stay as sent.",
                examples = "application")
        @Nullable String type,

        @Schema(description = "What happened, in the words of RFC 6241 appendix A.", examples = "operation-failed")
        @Nullable String tag,

        @Schema(description = "`error` or `warning`.", examples = "error") @Nullable String severity,

        @Schema(
                description = "The data model's or the implementation's own name of the condition.",
                examples = "too-many")
        @Nullable String appTag,

        @Schema(
                description = "An XPath to the node that the error is about.",
                examples = "/rpc/get/filter/interfaces-state")
        @Nullable String path,

        @Schema(description = "Text for a person.", examples = "The interface table is being rebuilt") @Nullable String message,

        @Schema(
                description = "The content of `error-info`, as XML.",
                examples = "<bad-element>interfaces-state</bad-element>")
        @Nullable String info) {

    /**
     * What a reply held, as this API tells it.
     *
     * @param errors as the target sent them
     * @return one for each, in their order
     */
    public static List<RpcErrorJson> of(List<RpcError> errors) {
        return errors.stream()
                .map(error -> new RpcErrorJson(
                        error.type(),
                        error.tag(),
                        error.severity(),
                        error.appTag(),
                        error.path(),
                        error.message(),
                        error.info()))
                .toList();
    }
}
