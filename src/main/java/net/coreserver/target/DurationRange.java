package net.coreserver.target;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The durations from one to another, written as a whole number with its unit ({@code 500ms}, {@code 10s}, {@code 5m},
 * {@code 1h}, {@code 2d}) or as in ISO 8601 ({@code PT1M30S}).
 *
 * @param least the shortest that will do, as it is written
 * @param most the longest that will do, as it is written
 */
public record DurationRange(String least, String most) implements ValueParser<Duration> {

    /** How long a number may be; that many days are still a duration. */
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,12})(ms|s|m|h|d)");

    @Override
    public Duration parse(String text) throws InvalidValueException {
        Duration duration = read(text);
        if (duration == null || duration.compareTo(bound(least)) < 0 || duration.compareTo(bound(most)) > 0) {
            throw new InvalidValueException("a duration is written as `500ms`, `10s`, `5m`, `1h`, `2d` or `PT1M30S`,"
                    + " and here it is " + this);
        }
        return duration;
    }

    @Override
    public String toString() {
        return least + " to " + most;
    }

    private static Duration bound(String text) {
        Duration bound = read(text);
        if (bound == null) {
            throw new IllegalStateException(text + " is no duration");
        }
        return bound;
    }

    private static @Nullable Duration read(String text) {
        Matcher simple = NUMBER_AND_UNIT.matcher(text.toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            long number = Long.parseLong(simple.group(1));
            return switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
