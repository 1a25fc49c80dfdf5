package net.coreserver.interfaces.yang;

import java.nio.CharBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code date-and-time}. Source: RFC 6991 section 3.
 *
 * <p>The form in which it is nearly always written ({@code 2026-11-20T10:15:30.5+01:00}) is read from its characters, since
 * the JDK's formatter alone would take as long as all the counters of an interface. What is written otherwise, and what is
 * wrong, is the formatter's.
 */
final class DateAndTime {

    private static final int DATE_AND_TIME_LENGTH = "2026-11-20T10:15:30".length();
    private static final int OFFSET_LENGTH = "+01:00".length();
    private static final int MAX_OFFSET_MINUTES = 18 * 60;
    private static final int MAX_FRACTION_DIGITS = 9;
    private static final int WRONG = -1;
    private static final String UTC = " UTC";

    private DateAndTime() {}

    /** The instant that a text means; null when it is no date and time with an offset. */
    static @Nullable Instant read(char[] characters, int start, int end) {
        Instant usual = readUsualForm(characters, start, end);
        if (usual != null) {
            return usual;
        }
        try {
            return OffsetDateTime.parse(new String(characters, start, end - start))
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The instant that a text in words of UTC means, such as {@code 2026-11-20 10:15:30.5 UTC}, whatever comes behind another blank;
     * null when it is none, or in a zone that only the device knows.
     */
    static @Nullable Instant readUtc(char[] text, int start, int end) {
        int blank = start + DATE_AND_TIME_LENGTH;
        while (blank < end && text[blank] != ' ') {
            blank++;
        }
        int afterZone = blank + UTC.length();
        if (afterZone > end
                || (afterZone < end && text[afterZone] != ' ')
                || text[start + 10] != ' '
                || !UTC.contentEquals(CharBuffer.wrap(text, blank, UTC.length()))) {
            return null;
        }
        char[] usual = Arrays.copyOfRange(text, start, blank + 1);
        usual[10] = 'T';
        usual[usual.length - 1] = 'Z';
        return readUsualForm(usual, 0, usual.length);
    }

    /** Null when it is written in another form, or wrong. */
    private static @Nullable Instant readUsualForm(char[] text, int start, int end) {
        int afterSeconds = start + DATE_AND_TIME_LENGTH;
        if (end <= afterSeconds
                || text[start + 4] != '-'
                || text[start + 7] != '-'
                || text[start + 10] != 'T'
                || text[start + 13] != ':'
                || text[start + 16] != ':') {
            return null;
        }
        int year = digits(text, start, 4);
        int month = digits(text, start + 5, 2);
        int day = digits(text, start + 8, 2);
        int hour = digits(text, start + 11, 2);
        int minute = digits(text, start + 14, 2);
        int second = digits(text, start + 17, 2);
        if (year < 0 || !isWithin(hour, 23) || !isWithin(minute, 59) || !isWithin(second, 59)) {
            return null;
        }
        int offsetAt = text[afterSeconds] == '.' ? afterFraction(text, afterSeconds + 1, end) : afterSeconds;
        int nanosecond = nanosecond(text, afterSeconds + 1, offsetAt);
        Integer offsetMinutes = offsetMinutes(text, offsetAt, end);
        if (nanosecond == WRONG || offsetMinutes == null) {
            return null;
        }
        long epochDay;
        try {
            epochDay = LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return null;
        }
        long minutes = (epochDay * 24 + hour) * 60 + minute - offsetMinutes;
        return Instant.ofEpochSecond(minutes * 60 + second, nanosecond);
    }

    private static int digits(char[] text, int start, int count) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            int digit = text[i] - '0';
            if (!isWithin(digit, 9)) {
                return WRONG;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static boolean isWithin(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static int afterFraction(char[] text, int start, int end) {
        int at = start;
        while (at < end && isWithin(text[at] - '0', 9)) {
            at++;
        }
        return at;
    }

    private static int nanosecond(char[] text, int start, int end) {
        int count = Math.max(end - start, 0);
        if (count > MAX_FRACTION_DIGITS) {
            return WRONG;
        }
        int nanosecond = digits(text, start, count);
        for (int i = count; i < MAX_FRACTION_DIGITS; i++) {
            nanosecond *= 10;
        }
        return nanosecond;
    }

    private static @Nullable Integer offsetMinutes(char[] text, int start, int end) {
        if (end - start == 1 && text[start] == 'Z') {
            return 0;
        }
        if (end - start != OFFSET_LENGTH || text[start + 3] != ':') {
            return null;
        }
        int hours = digits(text, start + 1, 2);
        int minutes = digits(text, start + 4, 2);
        int offset = hours * 60 + minutes;
        if (hours == WRONG || !isWithin(minutes, 59) || offset > MAX_OFFSET_MINUTES) {
            return null;
        }
        return switch (text[start]) {
            case '+' -> offset;
            case '-' -> -offset;
            default -> null;
        };
    }
}
