package net.coreserver.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemType;

/**
 * How much a request may bring along. The HTTP decoder has limits of its own, which are wider, since what it refuses
 * is answered without a body.
 */
@Singleton
public final class RequestLimits {

    /** The longest URL, in octets; RFC 9110 section 4.1 asks for 8000 at the least. */
    static final int MAX_TARGET = 8192;
    /** The longest header, in octets: names, values, and four more for each field. */
    static final int MAX_HEADER = 16_384;
    /** The longest body, in octets. */
    public static final int MAX_CONTENT = 1024 * 1024;

    private static final int FIELD_OVERHEAD = ": \r\n".length();

    RequestLimits() {}

    Optional<Problem> check(HttpServerRequest request) {
        if (request.uri().length() > MAX_TARGET) {
            return Optional.of(
                    Problem.of(ProblemType.URI_TOO_LONG, "The URL is longer than %d octets.".formatted(MAX_TARGET)));
        }
        int header = 0;
        for (Map.Entry<String, String> field : request.headers()) {
            header += field.getKey().length() + field.getValue().length() + FIELD_OVERHEAD;
        }
        if (header > MAX_HEADER) {
            return Optional.of(Problem.of(
                    ProblemType.HEADER_FIELDS_TOO_LARGE, "The header is longer than %d octets.".formatted(MAX_HEADER)));
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLong(length)) {
            return Optional.of(Problem.of(
                    ProblemType.CONTENT_TOO_LARGE, "The body is longer than %d octets.".formatted(MAX_CONTENT)));
        }
        return Optional.empty();
    }

    private static boolean isTooLong(String contentLength) {
        try {
            return Long.parseLong(contentLength) > MAX_CONTENT;
        } catch (NumberFormatException e) {
            // The decoder lets nothing through but digits, so these are too many.
            return true;
        }
    }
}
