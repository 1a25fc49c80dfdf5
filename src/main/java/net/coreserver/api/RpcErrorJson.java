package net.coreserver.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import net.coreserver.netconf.RpcError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "RpcError",
        description =
                "One `rpc-error` of a target's reply, in its own words (RFC 6241 section 4.3 and appendix A). What"
                        + " the target did not send is absent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RpcErrorJson(
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

    static List<RpcErrorJson> of(List<RpcError> errors) {
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
