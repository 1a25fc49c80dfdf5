package net.coreserver.history.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How numbers become the fewest octets: as they are or by their differences, above which base, and with how many bits. */
final class Packing {

    /** So many of the least numbers may be outliers, and the base still be found. */
    private static final int BASES = 4;

    private final int kind;
    private final long first;
    private final long[] numbers;
    private final int count;
    private long base;
    private int width;
    private int outliers;
    private int cost = Integer.MAX_VALUE;

    private Packing(int kind, long first, long[] numbers, int count) {
        this.kind = kind;
        this.first = first;
        this.numbers = numbers;
        this.count = count;
    }

    /** Looks for the best one for these numbers, one or more. */
    static Packing of(long[] numbers) {
        int count = numbers.length;
        long[] differences = new long[count - 1];
        boolean isConstant = true;
        for (int i = 1; i < count; i++) {
            differences[i - 1] = numbers[i] - numbers[i - 1];
            isConstant &= differences[i - 1] == 0;
        }
        if (isConstant) {
            return new Packing(Column.CONSTANT, numbers[0], numbers, 0);
        }
        Packing asTheyAre = new Packing(Column.NUMBERS, 0, numbers, count).fitted();
        Packing byDifferences = new Packing(Column.DIFFERENCES, numbers[0], differences, count - 1).fitted();
        return asTheyAre.cost <= byDifferences.cost ? asTheyAre : byDifferences;
    }

    private Packing fitted() {
        long[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        int[] needed = new int[Long.SIZE + 1];
        for (int i = 0; i < BASES && i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                Arrays.fill(needed, 0);
                for (long number : numbers) {
                    needed[Long.SIZE - Long.numberOfLeadingZeros(number - sorted[i])]++;
                }
                fit(sorted[i], needed);
            }
        }
        return this;
    }

    /** Looks for the best width, where it is known how many numbers need how many bits. */
    private void fit(long candidate, int[] needed) {
        int start = (kind == Column.DIFFERENCES ? octets(first) : 0) + octets(candidate);
        // Wider ones only take more, once the packed ones alone are no better than what was found.
        for (int bits = 0; bits <= Long.SIZE && start + Packed.octets(count, bits) < cost; bits++) {
            int further = 0;
            int octets = start + Packed.octets(count, bits);
            for (int more = bits + 1; more <= Long.SIZE && octets < cost; more++) {
                further += needed[more];
                octets += needed[more] * (1 + (more - bits + 6) / 7);
            }
            if (octets + (further == 0 ? 0 : 1) < cost) {
                cost = octets + (further == 0 ? 0 : 1);
                base = candidate;
                width = bits;
                outliers = further;
            }
        }
    }

    private static int octets(long signed) {
        long zigzag = signed << 1 ^ signed >> 63;
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(zigzag) + 6) / 7);
    }

    void write(OctetWriter out, long @Nullable [] present, int size) {
        out.octet(kind | (present == null ? 0 : Column.GAPS) | (outliers == 0 ? 0 : Column.OUTLIERS));
        if (present != null) {
            for (int i = 0; i < size; i += Byte.SIZE) {
                out.octet((int) (present[i / Long.SIZE] >>> i));
            }
        }
        if (kind != Column.NUMBERS) {
            out.zigzag(first);
        }
        if (kind == Column.CONSTANT) {
            return;
        }
        out.zigzag(base);
        out.octet(width);
        out.octets(packed());
        if (outliers > 0) {
            writeOutliers(out);
        }
    }

    private byte[] packed() {
        byte[] octets = new byte[Packed.octets(count, width)];
        int bit = 0;
        for (int i = 0; i < count; i++) {
            long above = numbers[i] - base;
            for (int left = width; left > 0; ) {
                int shift = bit & 7;
                int taken = Math.min(left, Byte.SIZE - shift);
                octets[bit >>> 3] |= (byte) ((above & (1 << taken) - 1) << shift);
                above >>>= taken;
                bit += taken;
                left -= taken;
            }
        }
        return octets;
    }

    private void writeOutliers(OctetWriter out) {
        out.varint(outliers - 1);
        int last = -1;
        for (int i = 0; i < count; i++) {
            long above = numbers[i] - base;
            if (Long.SIZE - Long.numberOfLeadingZeros(above) > width) {
                out.varint(i - last - 1);
                out.varint(above >>> width);
                last = i;
            }
        }
    }
}
