package net.coreserver.interfaces.yang;

import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.Counter64;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Reads one leaf after another: its text, and what the text stands for.
 *
 * <p>A value is null where there is no text, and where the text cannot be such a value. Blanks around a text are no part
 * of it. What holds an element is no leaf, and what is longer than any leaf is none: both have no text. Numbers are read
 * from the characters as they lie in the buffer; only what is kept as text becomes a string.
 */
final class Leaf {

    /** More than any leaf of an interface has; what is longer is passed over before it fills the memory. */
    static final int MAX_CHARACTERS = 64 * 1024;

    /** A petabit per second: no interface is faster, and what Linux and its agents say for "unknown" is. */
    private static final long MAX_SPEED = 1_000_000_000_000_000L;

    private static final long MAX_UINT32 = 4_294_967_295L;
    private static final int MAX_PREFIX_LENGTH = 128;
    private static final int MAX_DIGITS = 20;
    private static final long MAX_UINT64_TENTH = Long.divideUnsigned(-1, 10);
    private static final int MAX_UINT64_LAST_DIGIT = (int) Long.remainderUnsigned(-1, 10);

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");

    private final RecentTexts texts;
    private char[] characters = new char[64];
    private int start;
    private int end;

    /** The value that {@link #isUint64} found. */
    private long uint64;

    Leaf(RecentTexts texts) {
        this.texts = texts;
    }

    /**
     * Reads a leaf.
     *
     * @param reader stands on its start tag; then on its end tag
     * @return this, which now has the text of that leaf
     * @throws XMLStreamException when the document is not well-formed
     */
    Leaf read(XMLStreamReader reader) throws XMLStreamException {
        start = 0;
        end = 0;
        boolean isLeaf = true;
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    isLeaf = isLeaf && append(reader);
                case XMLStreamConstants.START_ELEMENT -> {
                    Xml.skip(reader);
                    isLeaf = false;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (isLeaf) {
                        strip();
                    } else {
                        end = start;
                    }
                    return this;
                }
                default -> {
                    // comments and processing instructions are no text
                }
            }
        }
    }

    /** Adds a piece of the text, of which there may be several; tells whether it may still be one of a leaf. */
    private boolean append(XMLStreamReader reader) {
        int length = reader.getTextLength();
        if (length > MAX_CHARACTERS - end) {
            return false;
        }
        if (length > characters.length - end) {
            characters = Arrays.copyOf(characters, Math.max(end + length, 2 * characters.length));
        }
        System.arraycopy(reader.getTextCharacters(), reader.getTextStart(), characters, end, length);
        end += length;
        return true;
    }

    private void strip() {
        while (start < end && Character.isWhitespace(characters[start])) {
            start++;
        }
        while (start < end && Character.isWhitespace(characters[end - 1])) {
            end--;
        }
    }

    @Nullable String text() {
        return start == end ? null : texts.text(characters, start, end);
    }

    /** Whether the text is digits and nothing else, and fits into 64 bits unsigned. */
    private boolean isUint64() {
        int length = end - start;
        if (length == 0 || length > MAX_DIGITS) {
            return false;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = characters[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            if (i - start == MAX_DIGITS - 1) {
                int comparison = Long.compareUnsigned(value, MAX_UINT64_TENTH);
                if (comparison > 0 || (comparison == 0 && digit > MAX_UINT64_LAST_DIGIT)) {
                    return false;
                }
            }
            value = value * 10 + digit;
        }
        uint64 = value;
        return true;
    }

    private boolean isNumber(long least, long most) {
        return isUint64() && uint64 >= least && uint64 <= most;
    }

    @Nullable Counter64 counter64() {
        return isUint64() ? new Counter64(uint64) : null;
    }

    @Nullable Long uint32() {
        return isNumber(0, MAX_UINT32) ? Long.valueOf(uint64) : null;
    }

    @Nullable Integer ifIndex() {
        return isNumber(1, Integer.MAX_VALUE) ? Integer.valueOf((int) uint64) : null;
    }

    @Nullable Integer prefixLength() {
        return isNumber(0, MAX_PREFIX_LENGTH) ? Integer.valueOf((int) uint64) : null;
    }

    /** The number as it is, 0 included. */
    @Nullable Integer index() {
        return isNumber(0, Integer.MAX_VALUE) ? Integer.valueOf((int) uint64) : null;
    }

    /**
     * A speed in bits per second; null where the text stands for "unknown", as 2^32 - 1 does where a device cannot say -1.
     *
     * @param unit how many bits per second the number counts: 1, or 1000 for kbit/s
     */
    @Nullable Long speed(long unit) {
        return isNumber(0, MAX_SPEED / unit) && uint64 != MAX_UINT32 ? Long.valueOf(uint64 * unit) : null;
    }

    /** A speed with its unit, such as {@code 10Gbps}. */
    @Nullable Long speedText() {
        String text = text();
        Long speed = text == null ? null : SpeedText.read(text);
        return speed == null || speed > MAX_SPEED ? null : speed;
    }

    /** {@code true} or {@code false}. */
    @Nullable Boolean bool() {
        String text = text();
        return text == null ? null : text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    /** A moment in nanoseconds since 1970; 0 stands for "never". */
    @Nullable Instant epochNanoseconds() {
        return isUint64() && uint64 > 0 ? Instant.ofEpochSecond(0, uint64) : null;
    }

    /** A moment in seconds since 1970; 0 stands for "never". */
    @Nullable Instant epochSeconds() {
        return isNumber(1, MAX_UINT32) ? Instant.ofEpochSecond(uint64) : null;
    }

    /** The prefix length that a dotted netmask stands for; null when its ones are not all in front. */
    @Nullable Integer netmask() {
        String text = text();
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

    /**
     * An address below the network layer. Those of six octets that are written with hyphens or dots, {@code 0000-5e00-5301} or
     * {@code 00-00-5E-00-53-01}, become {@code 00:00:5e:00:53:01}, the form of RFC 6991 section 3; others stay as they are.
     */
    @Nullable String physAddress() {
        int length = end - start;
        if (length != "00005e005301".length() + 2 && length != "00005e005301".length() + 5) {
            return text();
        }
        char[] address = "00:00:5e:00:53:01".toCharArray();
        char separator = length == address.length ? characters[start + 2] : characters[start + 4];
        int group = length == address.length ? 3 : 5;
        boolean isGrouped = separator == '-' || separator == '.';
        int to = 0;
        for (int i = 0; isGrouped && i < length; i++) {
            char c = characters[start + i];
            if (i % group == group - 1) {
                isGrouped = c == separator;
            } else {
                isGrouped = Character.digit(c, 16) >= 0 && c < 0x80;
                address[to] = Character.toLowerCase(c);
                to += to % 3 == 1 ? 2 : 1;
            }
        }
        return isGrouped ? texts.text(address, 0, address.length) : text();
    }

    /** A {@code date-and-time}; that of 1970 stands for "never". */
    @Nullable Instant dateAndTime() {
        Instant moment = start == end ? null : DateAndTime.read(characters, start, end);
        return moment == null || moment.equals(Instant.EPOCH) ? null : moment;
    }

    /** A moment as a text in UTC that some devices show to people, {@code 2026-11-20 10:15:30 UTC}. */
    @Nullable Instant utcText() {
        return start == end ? null : DateAndTime.readUtc(characters, start, end);
    }
}
