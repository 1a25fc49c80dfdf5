package net.coreserver.history.series;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Numbers of a {@link Column} that are still octets, of which it is known that they can be decoded. */
final class Packed {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int[] NO_INDEXES = {};
    private static final long[] NO_BITS = {};

    private final int kind;
    private final byte[] octets;
    private final long first;
    private final long base;
    private final int width;
    private final int at;
    private final int[] outliers;
    private final long[] furtherBits;

    private Packed(
            int kind, byte[] octets, long first, long base, int width, int at, int[] outliers, long[] furtherBits) {
        this.kind = kind;
        this.octets = octets;
        this.first = first;
        this.base = base;
        this.width = width;
        this.at = at;
        this.outliers = outliers;
        this.furtherBits = furtherBits;
    }

    /** Goes past so many numbers of this kind; looks at the outliers alone. */
    static Packed read(OctetReader in, int kind, int count) {
        long first = (kind & Column.KIND) == Column.NUMBERS ? 0 : in.zigzag();
        if ((kind & Column.KIND) == Column.CONSTANT) {
            return new Packed(Column.CONSTANT, in.octets(), first, 0, 0, 0, NO_INDEXES, NO_BITS);
        }
        long base = in.zigzag();
        int width = in.octet();
        if (width > Long.SIZE) {
            throw new IllegalArgumentException("no number has so many bits");
        }
        int packed = (kind & Column.KIND) == Column.NUMBERS ? count : count - 1;
        int at = in.position();
        in.skip(octets(packed, width));
        int[] outliers = NO_INDEXES;
        long[] furtherBits = NO_BITS;
        if ((kind & Column.OUTLIERS) != 0) {
            outliers = new int[1 + in.varint(packed - 1)];
            furtherBits = new long[outliers.length];
            int index = -1;
            for (int i = 0; i < outliers.length; i++) {
                index += 1 + in.varint(packed - index - 2);
                outliers[i] = index;
                furtherBits[i] = in.varint();
                if (Long.numberOfLeadingZeros(furtherBits[i]) < width) {
                    throw new IllegalArgumentException("no number has so many bits");
                }
            }
        }
        return new Packed(kind & Column.KIND, in.octets(), first, base, width, at, outliers, furtherBits);
    }

    /** {@return how many octets so many numbers of so many bits take} */
    static int octets(int count, int width) {
        return (count * width + Byte.SIZE - 1) / Byte.SIZE;
    }

    long[] unpack(int count) {
        long[] numbers = new long[count];
        switch (kind) {
            case Column.CONSTANT -> Arrays.fill(numbers, first);
            case Column.NUMBERS -> unpackInto(numbers, 0);
            default -> {
                unpackInto(numbers, 1);
                numbers[0] = first;
                for (int i = 1; i < count; i++) {
                    numbers[i] += numbers[i - 1];
                }
            }
        }
        return numbers;
    }

    private void unpackInto(long[] numbers, int from) {
        long mask = width == 0 ? 0 : -1L >>> (Long.SIZE - width);
        int bit = at * Byte.SIZE;
        for (int i = from; i < numbers.length; i++) {
            numbers[i] = base + (bits(bit) & mask);
            bit += width;
        }
        for (int i = 0; i < outliers.length; i++) {
            numbers[from + outliers[i]] += furtherBits[i] << width;
        }
    }

    /** The 64 bits from this one on, as far as there are so many octets. */
    private long bits(int bit) {
        int octet = bit >>> 3;
        int shift = bit & 7;
        if (octet + Long.BYTES < octets.length) {
            long word = (long) WORD.get(octets, octet);
            // The ninth octet has what was shifted out; nothing of it when nothing was.
            return word >>> shift | (octets[octet + Long.BYTES] & 0xFFL) << 1 << (Long.SIZE - 1 - shift);
        }
        long bits = 0;
        for (int i = octet; i < octets.length; i++) {
            int place = (i - octet) * Byte.SIZE - shift;
            bits |= place < 0 ? (octets[i] & 0xFFL) >>> -place : (octets[i] & 0xFFL) << place;
        }
        return bits;
    }
}
