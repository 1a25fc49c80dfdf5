package net.coreserver.api;

import java.util.Locale;

/**
 * The kinds of problem that this API answers with: the whole list, from which the OpenAPI document is made, too. The
 * URIs are part of the API's contract; they identify and lead nowhere.
 *
 * <p>Source: RFC 9457 section 3.1.1.
 */
enum ProblemType {
    MALFORMED_REQUEST(
            400, "Malformed request", "The request line, a header or the URL breaks the rules of HTTP or of URLs."),
    INVALID_PARAMETER(
            400,
            "Invalid parameter",
            "A parameter has a value that it cannot have; `allowed` lists those it can have."),
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "The query has a parameter that the resource does not know; `allowed` lists the known."),
    MALFORMED_CONTENT(
            400, "Malformed content", "The body is not well-formed, or not of the kind that the resource takes."),
    INVALID_SETTINGS(
            400,
            "Invalid settings",
            "Something is wrong with the settings in the body; `errors` lists all of it, with a JSON pointer to each."),
    UNKNOWN_PATH(404, "Unknown path", "There is no resource at this path."),
    UNKNOWN_TARGET(404, "Unknown target", "No target of this name is monitored."),
    UNKNOWN_INTERFACE(404, "Unknown interface", "The last poll of the target saw no interface of this name."),
    METHOD_NOT_ALLOWED(
            405, "Method not allowed", "The resource has no such method; the header `Allow` lists those it has."),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "The resource has no representation in a media type that `Accept` allows, or in a coding that"
                    + " `Accept-Encoding` does."),
    TARGET_EXISTS(
            409, "There is such a target", "A target of this name is there already; `errors` lists those of a list."),
    READ_ONLY_TARGET(
            409,
            "The target is read-only",
            "The target stands in the operator's configuration, and is changed there and not here."),
    PRECONDITION_FAILED(
            412,
            "Precondition failed",
            "`If-Match` names another version than the present one: it was changed meanwhile."),
    CONTENT_TOO_LARGE(413, "Content too large", "The body of the request is longer than the service takes."),
    URI_TOO_LONG(414, "URI too long", "The URL is longer than the service takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The resource does not take a body of this `Content-Type`."),
    MISDIRECTED_REQUEST(
            421,
            "Misdirected request",
            "The service does not answer to the host of this request: it is neither this machine's loopback nor configured"
                    + " (`coreserver.allowed-hosts`)."),
    PRECONDITION_REQUIRED(
            428,
            "Precondition required",
            "The request has to say in `If-Match` which version it changes: the `ETag` that came with it."),
    HEADER_FIELDS_TOO_LARGE(
            431, "Request header fields too large", "The header of the request is longer than the service takes."),
    INTERNAL_ERROR(500, "Internal error", "A mistake of the service; its log says more under the `errorId`."),
    TARGET_RPC_ERROR(
            502,
            "The target answered with an rpc-error",
            "The target refused the request; `rpcErrors` holds what it said."),
    TARGET_PROTOCOL_ERROR(
            502, "The target broke the protocol", "The target broke the rules of NETCONF or of its transport."),
    TARGET_PARSE_ERROR(
            502,
            "The target's answer makes no sense",
            "What the target sent is not well-formed XML, or not of the model."),
    TARGET_UNAVAILABLE(
            503,
            "The target is not available",
            "There is no session with the target, and none can be had now; `failureKind` says why."),
    TARGET_DISABLED(503, "The target is disabled", "The target is not polled, because its configuration says so."),
    NO_SNAPSHOT(
            503,
            "Nothing is known of the target yet",
            "No poll of the target has succeeded since the service started."),
    SERVICE_BUSY(
            503,
            "The service is busy",
            "As many streams are open, or as many long reads wait, as the service bears; other requests are served."),
    STORE_UNAVAILABLE(
            503,
            "The database is not available",
            "What is stored can be neither read nor changed now; monitoring goes on. `detail` says why."),
    TARGET_TIMEOUT(504, "The target did not answer in time", "The target was silent until its deadline.");

    private final int status;
    private final String title;
    private final String description;
    private final String uri;

    ProblemType(int status, String title, String description) {
        this.status = status;
        this.title = title;
        this.description = description;
        this.uri = "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int status() {
        return status;
    }

    /** One line for a person, the same in every problem of this type. */
    String title() {
        return title;
    }

    /** What the type means, in Markdown, for the API's document. */
    String description() {
        return description;
    }

    /** What stands in a problem's {@code type}. */
    String uri() {
        return uri;
    }
}
