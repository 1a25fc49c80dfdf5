package net.coreserver.history.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of numbers of which some, or all, may be missing: as they are, or as octets that are decoded when they are asked for.
 * Immutable.
 *
 * <p>As octets it is one of four kinds: nothing at all, the same number again and again, numbers, or the differences between numbers.
 * Numbers and differences are packed: each is told by how far it is above a base, in as many bits as most of them need; those that
 * need more have the bits that lack behind. So what a column takes follows its noise, not its size and not its outliers.
 */
final class Column {

    static final int ABSENT = 0;
    static final int CONSTANT = 1;
    static final int NUMBERS = 2;
    static final int DIFFERENCES = 3;
    static final int KIND = 3;

    /** Only some of the numbers are there; a bit for each tells which. */
    static final int GAPS = 1 << 2;

    /** Some of the packed ones have further bits. */
    static final int OUTLIERS = 1 << 3;

    private static final int EVERYTHING = KIND | GAPS | OUTLIERS;

    private final int size;

    /** How many of them are there. */
    private final int count;

    /** A bit for each that is there; null when all or none of them are. */
    private final long @Nullable [] present;

    private final @Nullable Packed packed;

    /** Decoded, when somebody has asked for them. */
    private volatile long @Nullable [] values;

    private Column(int size, int count, long @Nullable [] present, @Nullable Packed packed, long @Nullable [] values) {
        this.size = size;
        this.count = count;
        this.present = present;
        this.packed = packed;
        this.values = values;
    }

    /** Makes a column of numbers that are all there; the column's own from here on. */
    static Column of(long[] values) {
        return new Column(values.length, values.length, null, null, values);
    }

    /** Makes a column of numbers of which those are there that have a bit; zero where there is none. */
    static Column of(long[] values, long[] present) {
        int count = 0;
        for (long word : present) {
            count += Long.bitCount(word);
        }
        boolean hasGaps = count > 0 && count < values.length;
        return new Column(values.length, count, hasGaps ? present : null, null, values);
    }

    /** Makes a column of the first ones of these numbers. */
    static Column ofFirst(long[] values, int count) {
        return of(Arrays.copyOf(values, count));
    }

    /** {@return how many words it takes to have a bit for each} */
    static int words(int size) {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    /** Reads as much as is needed to know that the rest of it makes sense, and goes past it. */
    static Column read(OctetReader in, int size) {
        int kind = in.octet();
        require((kind & ~EVERYTHING) == 0);
        boolean isPacked = (kind & KIND) >= NUMBERS;
        require(isPacked || (kind & OUTLIERS) == 0);
        if ((kind & KIND) == ABSENT) {
            require(kind == ABSENT);
            return new Column(size, 0, null, null, new long[size]);
        }
        long[] present = (kind & GAPS) == 0 ? null : readPresent(in, size);
        int count = size;
        if (present != null) {
            count = 0;
            for (long word : present) {
                count += Long.bitCount(word);
            }
            require(count > 0 && count < size);
        }
        require(count > 0);
        return new Column(size, count, present, Packed.read(in, kind, count), null);
    }

    /** Reads a column of which nothing may be missing. */
    static Column readWhole(OctetReader in, int size) {
        Column column = read(in, size);
        require(column.count == size);
        return column;
    }

    private static long[] readPresent(OctetReader in, int size) {
        long[] present = new long[words(size)];
        for (int i = 0; i < size; i += Byte.SIZE) {
            long octet = in.octet();
            require(size - i >= Byte.SIZE || octet >>> (size - i) == 0);
            present[i / Long.SIZE] |= octet << i;
        }
        return present;
    }

    void write(OctetWriter out) {
        if (count == 0) {
            out.octet(ABSENT);
            return;
        }
        Packing.of(there()).write(out, present, size);
    }

    /** {@return those that are there} */
    private long[] there() {
        long[] all = values();
        if (present == null) {
            return all;
        }
        long[] there = new long[count];
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (has(i)) {
                there[next++] = all[i];
            }
        }
        return there;
    }

    /** {@return how many numbers it has, those that are missing included} */
    int size() {
        return size;
    }

    /** {@return how many of them are there} */
    int count() {
        return count;
    }

    /** {@return whether there is none} */
    boolean isAbsent() {
        return count == 0;
    }

    boolean has(int index) {
        return present == null ? count > 0 : (present[index / Long.SIZE] >>> index & 1) != 0;
    }

    /** {@return whether all that are there are within these bounds, as signed numbers} */
    boolean isWithin(long least, long most) {
        long[] all = values();
        for (int i = 0; i < size; i++) {
            if (has(i) && (all[i] < least || all[i] > most)) {
                return false;
            }
        }
        return true;
    }

    /** {@return all numbers, zero where there is none; not to be changed} */
    long[] values() {
        long[] known = values;
        if (known == null) {
            known = packed == null ? new long[size] : spread(packed.unpack(count));
            values = known;
        }
        return known;
    }

    private long[] spread(long[] there) {
        if (present == null) {
            return there;
        }
        long[] all = new long[size];
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (has(i)) {
                all[i] = there[next++];
            }
        }
        return all;
    }

    private static void require(boolean makesSense) {
        if (!makesSense) {
            throw new IllegalArgumentException("the octets are no column");
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(values());
    }
}
