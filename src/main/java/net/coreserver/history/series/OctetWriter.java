package net.coreserver.history.series;

import java.util.Arrays;

/** Puts numbers one after another as octets. */
final class OctetWriter {

    private byte[] octets;
    private int size;

    OctetWriter(int expectedSize) {
        octets = new byte[expectedSize];
    }

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(octets, size);
    }

    void octet(int value) {
        room(1);
        octets[size++] = (byte) value;
    }

    void octets(byte[] values) {
        room(values.length);
        System.arraycopy(values, 0, octets, size, values.length);
        size += values.length;
    }

    /** Seven bits an octet, the lowest ones first; the highest bit of each octet tells whether another one follows. */
    void varint(long unsigned) {
        long rest = unsigned;
        while ((rest & ~0x7FL) != 0) {
            octet((int) rest | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** A number that may be negative: near zero it is short on both sides. */
    void zigzag(long signed) {
        varint(signed << 1 ^ signed >> 63);
    }

    private void room(int more) {
        if (size + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(size + more, 2 * octets.length));
        }
    }
}
