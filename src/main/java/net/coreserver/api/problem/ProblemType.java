package net.coreserver.api.problem;

import java.util.Locale;

/**
 * The kinds of problem that this API answers with: the whole list, from which the OpenAPI document is made, too. The
 * URIs are part of the API's contract; they identify and lead nowhere.
 *
 * <p>Source: RFC 9457 section 3.1.1.
 */
public enum ProblemType {
    /** The request breaks the rules of HTTP or of URLs. */
    MALFORMED_REQUEST(
            400, "Malformed request", "The request line, a header or the URL breaks the rules of HTTP or of URLs."),
    /** A parameter has a value that it cannot have. */
    INVALID_PARAMETER(
            400,
            "Invalid parameter",
            "A parameter has a value that it cannot have; `allowed` lists those it can have."),
    /** The resource does not know a parameter. */
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "The query has a parameter that the resource does not know; `allowed` lists the known."),
    /** The body makes no sense. */
    MALFORMED_CONTENT(
            400, "Malformed content", "The body is not well-formed, or not of the kind that the resource takes."),
    /** The settings in the body are wrong. */
    INVALID_SETTINGS(
            400,
            "Invalid settings",
            "Something is wrong with the settings in the body; `errors` lists all of it, with a JSON pointer to each."),
    /** There is no such resource. */
    UNKNOWN_PATH(404, "Unknown path", "There is no resource at this path."),
    /** There is no such target. */
    UNKNOWN_TARGET(404, "Unknown target", "No target of this name is monitored."),
    /** There is no such interface. */
    UNKNOWN_INTERFACE(404, "Unknown interface", "The last poll of the target saw no interface of this name."),
    /** There is no such event. */
    UNKNOWN_EVENT(
            404,
            "Unknown event",
            "The log has no event of this number: not yet, or not any more. `detail` says which."),
    /** There is no such sink. */
    UNKNOWN_SINK(404, "Unknown sink", "No sink of this name is configured."),
    /** There is no history. */
    HISTORY_OFF(404, "No history is kept", "The history is switched off in the operator's configuration."),
    /** The resource has no such method. */
    METHOD_NOT_ALLOWED(
            405, "Method not allowed", "The resource has no such method; the header `Allow` lists those it has."),
    /** The client takes nothing that the resource has. */
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "The resource has no representation in a media type that `Accept` allows, or in a coding that"
                    + " `Accept-Encoding` does."),
    /** The name of a new target is taken. */
    TARGET_EXISTS(
            409, "There is such a target", "A target of this name is there already; `errors` lists those of a list."),
    /** The target is not the API's to change. */
    READ_ONLY_TARGET(
            409,
            "The target is read-only",
            "The target stands in the operator's configuration, and is changed there and not here."),
    /** The request means another version. */
    PRECONDITION_FAILED(
            412,
            "Precondition failed",
            "`If-Match` names another version than the present one: it was changed meanwhile."),
    /** The body is too long. */
    CONTENT_TOO_LARGE(413, "Content too large", "The body of the request is longer than the service takes."),
    /** The URL is too long. */
    URI_TOO_LONG(414, "URI too long", "The URL is longer than the service takes."),
    /** The body is of another type. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The resource does not take a body of this `Content-Type`."),
    /** The request is for another host. */
    MISDIRECTED_REQUEST(
            421,
            "Misdirected request",
            "The service does not answer to the host of this request: it is neither this machine's loopback nor configured"
                    + " (`coreserver.allowed-hosts`)."),
    /** The request does not say which version it means. */
    PRECONDITION_REQUIRED(
            428,
            "Precondition required",
            "The request has to say in `If-Match` which version it changes: the `ETag` that came with it."),
    /** The header is too long. */
    HEADER_FIELDS_TOO_LARGE(
            431, "Request header fields too large", "The header of the request is longer than the service takes."),
    /** A mistake of ours. */
    INTERNAL_ERROR(500, "Internal error", "A mistake of the service; its log says more under the `errorId`."),
    /** The target refused. */
    TARGET_RPC_ERROR(
            502,
            "The target answered with an rpc-error",
            "The target refused the request; `rpcErrors` holds what it said."),
    /** The target broke the rules. */
    TARGET_PROTOCOL_ERROR(
            502, "The target broke the protocol", "The target broke the rules of NETCONF or of its transport."),
    /** The target's answer cannot be read. */
    TARGET_PARSE_ERROR(
            502,
            "The target's answer makes no sense",
            "What the target sent is not well-formed XML, or not of the model."),
    /** There is no session. */
    TARGET_UNAVAILABLE(
            503,
            "The target is not available",
            "There is no session with the target, and none can be had now; `failureKind` says why."),
    /** The target is not polled. */
    TARGET_DISABLED(503, "The target is disabled", "The target is not polled, because its configuration says so."),
    /** No poll has succeeded yet. */
    NO_SNAPSHOT(
            503,
            "Nothing is known of the target yet",
            "No poll of the target has succeeded since the service started."),
    /** The service bears no more of this. */
    SERVICE_BUSY(
            503,
            "The service is busy",
            "As many streams are open, or as many long reads wait, as the service bears; other requests are served."),
    /** The store cannot be used. */
    STORE_UNAVAILABLE(
            503,
            "The database is not available",
            "What is stored can be neither read nor changed now; monitoring goes on. `detail` says why."),
    /** The target was silent. */
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

    /**
     * The status that it comes with.
     *
     * @return of HTTP
     */
    public int status() {
        return status;
    }

    /**
     * One line for a person, the same in every problem of this type.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * What the type means, in Markdown, for the API's document.
     *
     * @return the meaning
     */
    public String description() {
        return description;
    }

    /**
     * What stands in a problem's {@code type}.
     *
     * @return a reference that begins with a slash
     */
    public String uri() {
        return uri;
    }
}
