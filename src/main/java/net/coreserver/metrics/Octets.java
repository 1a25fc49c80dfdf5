package net.coreserver.metrics;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Octets of text, to which more are appended. */
final class Octets {

    private static final int MAX_DIGITS = 20;
    private static final char REPLACEMENT = '\uFFFD';

    private byte[] array;
    private int length;

    Octets(int capacity) {
        array = new byte[capacity];
    }

    int length() {
        return length;
    }

    /** Takes back what was appended since there were only so many. */
    void truncate(int before) {
        length = before;
    }

    /** {@return a copy of all of them} */
    byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }

    void copyTo(Octets other) {
        other.octets(array, 0, length);
    }

    void octet(char ascii) {
        reserve(1);
        array[length++] = (byte) ascii;
    }

    void octets(byte[] source) {
        octets(source, 0, source.length);
    }

    void octets(byte[] source, int from, int to) {
        int count = to - from;
        reserve(count);
        System.arraycopy(source, from, array, length, count);
        length += count;
    }

    void ascii(String text) {
        octets(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A label, behind a comma unless it is the first; both formats escape the same characters, and in the same way. */
    void label(String name, String value) {
        if (length > 0 && array[length - 1] == '"') {
            octet(',');
        }
        ascii(name);
        octet('=');
        octet('"');
        escaped(value);
        octet('"');
    }

    private void escaped(String text) {
        // No character takes more octets than three for each of its units.
        reserve(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '\\', '"' -> {
                    octet('\\');
                    octet(unit);
                }
                case '\n' -> {
                    octet('\\');
                    octet('n');
                }
                default -> {
                    if (unit < 0x80) {
                        octet(unit);
                    } else if (Character.isHighSurrogate(unit)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        codePoint(Character.toCodePoint(unit, text.charAt(++i)));
                    } else {
                        codePoint(Character.isSurrogate(unit) ? REPLACEMENT : unit);
                    }
                }
            }
        }
    }

    /** Source: RFC 3629 section 3. */
    private void codePoint(int point) {
        if (point < 0x800) {
            octet((char) (0xC0 | (point >> 6)));
        } else {
            if (point < 0x10000) {
                octet((char) (0xE0 | (point >> 12)));
            } else {
                octet((char) (0xF0 | (point >> 18)));
                octet((char) (0x80 | ((point >> 12) & 0x3F)));
            }
            octet((char) (0x80 | ((point >> 6) & 0x3F)));
        }
        octet((char) (0x80 | (point & 0x3F)));
    }

    /** A whole number, exact over all 64 bits, which are unsigned. */
    void unsigned(long bits) {
        if (bits < 0) {
            ascii(Long.toUnsignedString(bits));
            return;
        }
        reserve(MAX_DIGITS);
        int end = length + digits(bits);
        long rest = bits;
        for (int at = end - 1; at >= length; at--) {
            array[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** A number of eighths, exact. */
    void eighths(long eighths) {
        unsigned(eighths / 8);
        int thousandths = (int) (eighths % 8) * 125;
        if (thousandths != 0) {
            fraction(thousandths, 3);
        }
    }

    /** A time in seconds since 1970, to the millisecond. */
    void seconds(Instant time) {
        if (time.getEpochSecond() < 0) {
            ascii(BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString());
            return;
        }
        unsigned(time.getEpochSecond());
        fraction(time.getNano() / 1_000_000, 3);
    }

    /** A duration in seconds, to the microsecond; one that is less than nothing is nothing. */
    void seconds(Duration duration) {
        Duration positive = duration.isNegative() ? Duration.ZERO : duration;
        unsigned(positive.toSeconds());
        fraction(positive.toNanosPart() / 1_000, 6);
    }

    private void fraction(int number, int digits) {
        octet('.');
        String text = Integer.toString(number);
        for (int i = text.length(); i < digits; i++) {
            octet('0');
        }
        ascii(text);
    }

    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }
}
