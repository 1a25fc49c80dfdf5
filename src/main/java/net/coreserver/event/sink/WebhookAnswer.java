package net.coreserver.event.sink;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an HTTP server means by its answer. Source: RFC 9110 section 15; RFC 6585 section 4 for 429; RFC 8470 for 425. */
final class WebhookAnswer {

    private static final int LONGEST_QUOTE = 200;
    /** No one waits for longer anyway, and no number is too long to be read. */
    private static final String MANY_SECONDS = "[0-9]{1,9}";

    private WebhookAnswer() {}

    /**
     * Understands an answer.
     *
     * @param answer with the start of its body
     * @param redaction takes out of a text what must not be shown
     * @param now for a time that the server wants to be left alone until
     */
    static Outcome meaning(HttpResponse<String> answer, UnaryOperator<String> redaction, Instant now) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return Outcome.Taken.TAKEN;
        }
        if (status >= 300 && status < 400) {
            String location = answer.headers()
                    .firstValue("Location")
                    .map(WebhookAnswer::shown)
                    .orElse("nowhere");
            return Outcome.Failed.lasting("HTTP " + status + ": it redirects to " + location
                    + ", which is not followed; if that is right, `url` has to name it");
        }
        String said = "HTTP " + status + quote(redaction.apply(answer.body()));
        return switch (status) {
            case 400, 413, 415, 422 -> new Outcome.Refused(said);
            case 408, 425, 429 -> new Outcome.Failed(said, false, retryAfter(answer, now));
            default ->
                status >= 500 ? new Outcome.Failed(said, false, retryAfter(answer, now)) : Outcome.Failed.lasting(said);
        };
    }

    private static String shown(String location) {
        try {
            return ShownUrl.of(URI.create(location));
        } catch (IllegalArgumentException e) {
            return "something that is no address";
        }
    }

    private static String quote(String body) {
        String text = body.strip();
        if (text.isEmpty()) {
            return "";
        }
        return ": " + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…");
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> answer, Instant now) {
        Optional<String> header = answer.headers().firstValue("Retry-After").map(String::strip);
        if (header.isEmpty()) {
            return null;
        }
        String text = header.get();
        if (text.matches(MANY_SECONDS)) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
