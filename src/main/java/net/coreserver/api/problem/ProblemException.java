package net.coreserver.api.problem;

import java.util.Map;

/** Ends a request with a problem. It is an answer and no error of ours, so it is not logged and has no stack trace. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /**
     * Ends a request with a problem.
     *
     * @param problem what it ends with
     */
    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /**
     * Ends a request with a problem, and says more in the header.
     *
     * @param problem what it ends with
     * @param headers by name, what the header has to say beside it
     */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /**
     * What the request ends with.
     *
     * @return the problem, not yet at its path
     */
    public Problem problem() {
        return problem;
    }

    /**
     * What the answer's header has to say beside the problem.
     *
     * @return by name
     */
    public Map<String, String> headers() {
        return headers;
    }
}
