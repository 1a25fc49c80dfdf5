package net.coreserver.api.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How old an answer a request accepts: the {@code Cache-Control} of the request. Source: RFC 9111 section 5.2.1.
 *
 * @param limit the greatest age; null when any age will do, zero when nothing but a new poll will
 */
public record MaxAge(@Nullable Duration limit) {

    private static final MaxAge ANY = new MaxAge(null);
    private static final MaxAge FRESH = new MaxAge(Duration.ZERO);
    private static final Pattern COMMA = Pattern.compile("[\\s,]+");
    /** Longer ones are as good as any age, and might not fit a long. */
    private static final int MAX_DIGITS = 9;

    /**
     * Reads the header.
     *
     * @param cacheControl the field's value, or null where there is none
     * @return the strictest that it says
     */
    public static MaxAge of(@Nullable String cacheControl) {
        if (cacheControl == null) {
            return ANY;
        }
        MaxAge strictest = ANY;
        for (String directive : COMMA.split(cacheControl.toLowerCase(Locale.ROOT), -1)) {
            if (directive.equals("no-cache")) {
                return FRESH;
            }
            if (directive.startsWith("max-age=")) {
                strictest = ofSeconds(directive.substring("max-age=".length()));
            }
        }
        return strictest;
    }

    private static MaxAge ofSeconds(String argument) {
        String digits = argument.replace("\"", "");
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // Whatever was meant, nothing is too new for it.
            return FRESH;
        }
        return digits.length() > MAX_DIGITS ? ANY : new MaxAge(Duration.ofSeconds(Long.parseLong(digits)));
    }

    /**
     * Whether an answer is new enough.
     *
     * @param takenAt when the answer was taken
     * @param now the present time
     * @return whether no poll is needed
     */
    public boolean accepts(Instant takenAt, Instant now) {
        if (limit == null) {
            return true;
        }
        return limit.isPositive() && !takenAt.plus(limit).isBefore(now);
    }
}
