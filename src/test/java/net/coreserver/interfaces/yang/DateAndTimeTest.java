package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateAndTimeTest {

    private static final String CHARACTERS = "0123456789-+:.TtZz, ５";

    private static @Nullable Instant read(String text) {
        String padded = "12" + text + "3Z";
        return DateAndTime.read(padded.toCharArray(), 2, 2 + text.length());
    }

    private static @Nullable Instant asTheJdkReadsIt(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T10:30:00Z, 2026-11-01T10:30:00Z",
        "2026-11-01T12:30:00.5+02:00, 2026-11-01T10:30:00.5Z",
        "2019-05-31T14:37:03.000993+00:00, 2019-05-31T14:37:03.000993Z",
        "2024-02-29T23:59:59.999999999-18:00, 2024-03-01T17:59:59.999999999Z",
        "1970-01-01T00:00:00.Z, 1970-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "2026-11-01T10:30Z, 2026-11-01T10:30:00Z",
        "2026-11-01t10:30:00z, 2026-11-01T10:30:00Z",
        "2026-02-29T10:30:00Z,",
        "2026-13-01T10:30:00Z,",
        "2026-11-01T24:00:00Z,",
        "2016-12-31T23:59:60Z,",
        "2026-11-01T10:30:00+18:01,",
        "2026-11-01T10:30:00.1234567890Z,",
        "2026-11-01T10:30:00,",
        "2026-11-01 10:30:00Z,",
        "1573030862000000000,",
        "yesterday,"
    })
    void aTimeIsReadAndWhatIsNoneIsAbsent(String sent, @Nullable Instant expected) {
        assertThat(read(sent)).isEqualTo(expected);
        assertThat(asTheJdkReadsIt(sent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01 10:30:00 UTC, 2026-11-01T10:30:00Z",
        "2026-11-01 10:30:00.891 UTC, 2026-11-01T10:30:00.891Z",
        "2026-11-01 10:30:00 UTC (2d 20:08 ago), 2026-11-01T10:30:00Z",
        "2026-11-01 10:30:00 CDT (2d 20:08 ago),",
        "2026-11-01 10:30:00 UTCX,",
        "2026-11-01 10:30:00 UT,",
        "2026-11-01 10:30:00UTC,",
        "2026-11-01 10:30:00,",
        "2026-11-01T10:30:00 UTC,",
        "2026-02-29 10:30:00 UTC,",
        "2026-11-01 10:30:00+01:00 UTC,",
        "Never,",
        "UTC,"
    })
    void aTextInUtcIsReadAndOneInAnotherZoneIsNone(String sent, @Nullable Instant expected) {
        char[] characters = ("<" + sent + ">").toCharArray();
        assertThat(DateAndTime.readUtc(characters, 1, characters.length - 1)).isEqualTo(expected);
    }

    @Test
    void whateverTheTextIsItIsReadAsTheJdkDoes() {
        Random random = new Random(20);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(
                    random.nextBoolean() ? "2026-11-20T10:15:30Z" : "1999-12-31T23:59:59.120034+01:30");
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, character);
                    case 1 -> text.insert(at, character);
                    default -> text.deleteCharAt(at);
                }
            }
            assertThat(read(text.toString())).as("%s", text).isEqualTo(asTheJdkReadsIt(text.toString()));
        }
    }
}
