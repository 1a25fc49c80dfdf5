package net.coreserver.interfaces.yang;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a speed that is written with its unit: {@code 1000mbps}, {@code 20Gbps}, {@code 10m}, {@code 2.5 Gb/s}, {@code SPEED_10GB},
 * also as an identity with a prefix. The unit is one of bits per second, in powers of a thousand, in whatever case.
 */
final class SpeedText {

    private static final Pattern SPEED = Pattern.compile(
            "(?:[a-z0-9_.-]++:)?(?:speed[_-])?([0-9]{1,12}(?:\\.[0-9]{1,6})?) ?([kmgt]?)(?:b|bit|bps|b/s|bit/s|bits/s)?(?:[_-].*)?");

    private SpeedText() {}

    /** In bits per second; null when it is no speed. */
    static @Nullable Long read(String text) {
        Matcher speed = SPEED.matcher(text.toLowerCase(Locale.ROOT));
        if (!speed.matches()) {
            return null;
        }
        int power = switch (speed.group(2)) {
            case "k" -> 3;
            case "m" -> 6;
            case "g" -> 9;
            case "t" -> 12;
            default -> 0;
        };
        try {
            return new BigDecimal(speed.group(1)).scaleByPowerOfTen(power).longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
