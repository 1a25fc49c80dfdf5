package net.coreserver.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times as HTTP's header fields spell them, in whole seconds. Source: RFC 9110 section 5.6.7. */
final class HttpDate {

    private static final DateTimeFormatter IMF_FIXDATE = format("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

    /** The one that is written, and the two obsolete ones that a recipient still has to know. */
    private static final List<DateTimeFormatter> READ =
            List.of(IMF_FIXDATE, format("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"), format("EEE MMM ppd HH:mm:ss yyyy"));

    private HttpDate() {}

    static String format(Instant instant) {
        return IMF_FIXDATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The time that a text means; empty when it is none, which a recipient has to ignore. */
    static Optional<Instant> parse(String text) {
        for (DateTimeFormatter format : READ) {
            try {
                return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // Perhaps the next format fits.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
