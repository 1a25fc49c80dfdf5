package net.coreserver.api;

import java.util.Map;

/** Ends a request with a problem. It is an answer and no error of ours, so it is not logged and has no stack trace. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    Problem problem() {
        return problem;
    }

    /** What the answer's header has to say beside the problem. */
    Map<String, String> headers() {
        return headers;
    }
}
