package net.coreserver.interfaces;

/**
 * A YANG {@code counter64}: an unsigned number of 64 bits that only grows, and wraps to zero past 2^64 - 1.
 *
 * <p>The bits are kept in a {@code long}; read as signed they are wrong above 2^63 - 1, so nothing outside this type
 * does arithmetic on them. Source: RFC 6991 section 3.
 *
 * @param bits the 64 bits, unsigned
 */
public record Counter64(long bits) implements Comparable<Counter64> {

    /** The value zero. */
    public static final Counter64 ZERO = new Counter64(0);

    /**
     * Reads the decimal form that YANG uses on the wire.
     *
     * @param text digits, without blanks; a leading plus sign is allowed, as YANG allows it
     * @return the counter
     * @throws NumberFormatException when the text is not a whole number from 0 to 2^64 - 1
     */
    public static Counter64 parse(String text) {
        return new Counter64(Long.parseUnsignedLong(text));
    }

    @Override
    public int compareTo(Counter64 other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    /** {@return the decimal form, exact over the whole range} */
    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
