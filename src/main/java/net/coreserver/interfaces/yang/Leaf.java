package net.coreserver.interfaces.yang;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.coreserver.interfaces.Counter64;
import org.jspecify.annotations.Nullable;

/**
 * From the text of a leaf to its value: null where there is no text, and where the text cannot be such a value. Blanks
 * around a text are no part of it.
 */
final class Leaf {

    /** A petabit per second: no interface is faster, and what Linux and its agents say for "unknown" is. */
    private static final BigInteger MAX_SPEED = BigInteger.TEN.pow(15);

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
    private static final Pattern DOTTED_QUAD =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final long MAX_UINT32 = 4_294_967_295L;
    private static final int MAX_PREFIX_LENGTH = 128;

    private Leaf() {}

    static @Nullable String text(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        String text = sent.strip();
        return text.isEmpty() ? null : text;
    }

    private static <T> @Nullable T number(@Nullable String sent, Function<String, T> parse) {
        String text = text(sent);
        if (text == null || !DIGITS.matcher(text).matches()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (NumberFormatException e) {
            return null; // 20 digits, and too large
        }
    }

    static @Nullable Counter64 counter64(@Nullable String sent) {
        return number(sent, Counter64::parse);
    }

    static @Nullable Long uint32(@Nullable String sent) {
        Long value = number(sent, Long::valueOf);
        return value == null || value > MAX_UINT32 ? null : value;
    }

    static @Nullable Integer ifIndex(@Nullable String sent) {
        Integer value = number(sent, Integer::valueOf);
        return value == null || value < 1 ? null : value;
    }

    static @Nullable Integer prefixLength(@Nullable String sent) {
        Integer value = number(sent, Integer::valueOf);
        return value == null || value > MAX_PREFIX_LENGTH ? null : value;
    }

    /** The prefix length that a dotted netmask stands for; null when its ones are not all in front. */
    static @Nullable Integer netmask(@Nullable String sent) {
        String text = text(sent);
        var quad = DOTTED_QUAD.matcher(text == null ? "" : text);
        if (!quad.matches()) {
            return null;
        }
        int mask = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(quad.group(i));
            if (octet > 255) {
                return null;
            }
            mask = mask << 8 | octet;
        }
        int ones = Integer.numberOfLeadingZeros(~mask);
        return Integer.bitCount(mask) == ones ? ones : null;
    }

    static @Nullable Long speed(@Nullable String sent) {
        BigInteger bitsPerSecond = number(sent, BigInteger::new);
        return bitsPerSecond == null || bitsPerSecond.compareTo(MAX_SPEED) > 0 ? null : bitsPerSecond.longValueExact();
    }

    static @Nullable Instant dateAndTime(@Nullable String sent) {
        String text = text(sent);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
