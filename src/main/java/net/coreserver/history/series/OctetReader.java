package net.coreserver.history.series;

/** Reads what {@link OctetWriter} wrote. Whatever the octets are: it fails with {@link IllegalArgumentException} only. */
final class OctetReader {

    private final byte[] octets;
    private int next;

    OctetReader(byte[] octets) {
        this.octets = octets;
    }

    /** {@return all octets, those that were read, too} */
    byte[] octets() {
        return octets;
    }

    boolean isAtEnd() {
        return next == octets.length;
    }

    /** {@return the index of what is read next} */
    int position() {
        return next;
    }

    int octet() {
        if (isAtEnd()) {
            throw new IllegalArgumentException("the octets end too early");
        }
        return octets[next++] & 0xFF;
    }

    void skip(int count) {
        if (count > octets.length - next) {
            throw new IllegalArgumentException("the octets end too early");
        }
        next += count;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int octet = octet();
            if (shift == 63 && octet > 1) {
                throw new IllegalArgumentException("a number has more than 64 bits");
            }
            value |= (long) (octet & 0x7F) << shift;
            if ((octet & 0x80) == 0) {
                return value;
            }
        }
    }

    long zigzag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /** Reads a number that cannot be greater than this; where this is negative, there can be no number. */
    int varint(int most) {
        long value = varint();
        if (most < 0 || Long.compareUnsigned(value, most) > 0) {
            throw new IllegalArgumentException("a number is greater than it can be");
        }
        return (int) value;
    }
}
