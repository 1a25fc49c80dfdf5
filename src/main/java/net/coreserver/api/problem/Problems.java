package net.coreserver.api.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The problems that a request itself gives rise to. */
public final class Problems {

    private Problems() {}

    /**
     * The problem that the framework means by a status.
     *
     * @param status of HTTP
     * @return the problem, without a type of its own where there is none
     */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(ProblemType.MALFORMED_REQUEST, "The request is not well-formed.");
            case 404 -> Problem.of(ProblemType.UNKNOWN_PATH, "There is no resource at this path.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The resource has no such method.");
            case 406 ->
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "The resource has no representation that the Accept header allows.");
            case 413 -> Problem.of(ProblemType.CONTENT_TOO_LARGE, "The body is too long.");
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG, "The URL is too long.");
            case 415 ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "The resource does not take a body of this Content-Type.");
            case 431 -> Problem.of(ProblemType.HEADER_FIELDS_TOO_LARGE, "The header is too long.");
            default -> Problem.ofStatus(status);
        };
    }

    /**
     * A value that is none of a few.
     *
     * @param name of the parameter
     * @param value as it was sent
     * @param allowed those it could be
     * @return the problem
     */
    public static ProblemException invalidParameter(String name, String value, List<String> allowed) {
        return new ProblemException(Problem.of(
                        ProblemType.INVALID_PARAMETER,
                        "The parameter %s cannot be \"%s\"; it is one of %s."
                                .formatted(name, value, String.join(", ", allowed)))
                .aboutParameter(name, allowed));
    }

    /**
     * A value of the wrong form.
     *
     * @param name of the parameter
     * @param rule what the parameter has to be, to go on after its name
     * @return the problem
     */
    public static ProblemException invalidParameter(String name, String rule) {
        return new ProblemException(
                Problem.of(ProblemType.INVALID_PARAMETER, "The parameter %s %s.".formatted(name, rule))
                        .aboutParameter(name, null));
    }

    /**
     * The request takes no coding that there is.
     *
     * @return the problem
     */
    public static ProblemException notAcceptableCoding() {
        return new ProblemException(Problem.of(
                ProblemType.NOT_ACCEPTABLE, "The Accept-Encoding header allows neither gzip nor what is not coded."));
    }

    /**
     * There is too much to do already.
     *
     * @param why one sentence, in which the service is "it"
     * @return the problem
     */
    public static ProblemException busy(String why) {
        return new ProblemException(
                Problem.of(ProblemType.SERVICE_BUSY, "The service is busy. " + why), Map.of("Retry-After", "1"));
    }

    /**
     * What is stored cannot be read, or not be changed.
     *
     * @param reason why, in a sentence
     * @param wait until it is worth to try again; what has passed by is now
     * @return the problem
     */
    public static ProblemException storeUnavailable(String reason, Duration wait) {
        // Rounded up, and never at once: the client would come too early.
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ProblemException(
                Problem.of(ProblemType.STORE_UNAVAILABLE, reason), Map.of("Retry-After", Long.toString(seconds)));
    }

    /**
     * A parameter that the resource does not have.
     *
     * @param name of the parameter
     * @param known those that it has
     * @return the problem
     */
    public static ProblemException unknownParameter(String name, List<String> known) {
        String detail = known.isEmpty()
                ? "The resource has no parameters, and so none named \"%s\".".formatted(name)
                : "The resource has no parameter named \"%s\"; it has %s.".formatted(name, String.join(", ", known));
        return new ProblemException(
                Problem.of(ProblemType.UNKNOWN_PARAMETER, detail).aboutParameter(name, known));
    }

    /**
     * A target that is not monitored.
     *
     * @param name of the target
     * @return the problem
     */
    public static ProblemException unknownTarget(String name) {
        return new ProblemException(
                Problem.of(ProblemType.UNKNOWN_TARGET, "No target \"%s\" is monitored.".formatted(name))
                        .about(name, null));
    }

    /**
     * A sink that is not configured.
     *
     * @param name of the sink
     * @return the problem
     */
    public static ProblemException unknownSink(String name) {
        return new ProblemException(
                Problem.of(ProblemType.UNKNOWN_SINK, "No sink \"%s\" is configured.".formatted(name)));
    }

    /**
     * An interface that the last poll did not see.
     *
     * @param target the name of its target
     * @param name of the interface
     * @return the problem
     */
    public static ProblemException unknownInterface(String target, String name) {
        return new ProblemException(Problem.of(
                        ProblemType.UNKNOWN_INTERFACE,
                        "The last poll of the target %s saw no interface \"%s\".".formatted(target, name))
                .about(target, name));
    }
}
