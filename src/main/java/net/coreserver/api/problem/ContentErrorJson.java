package net.coreserver.api.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that is wrong with the body of a request.
 *
 * @param pointer where it stands, a JSON pointer (RFC 6901); empty for the whole body
 * @param detail what is wrong with it
 */
@Schema(name = "ContentError", description = "Something that is wrong with the body of a request.")
public record ContentErrorJson(
        @Schema(
                description = "Where it stands, or should stand (a JSON pointer, RFC 6901); empty for the whole body.",
                examples = "/3/host",
                required = true)
        String pointer,

        @Schema(
                description = "What is wrong with it, or would be right.",
                examples = "it is missing: it is the account to log in with",
                required = true)
        String detail) {}
