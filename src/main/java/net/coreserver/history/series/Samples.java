package net.coreserver.history.series;

import java.util.Arrays;
import java.util.List;
import net.coreserver.interfaces.Metric;

/** Samples of one interface, in the order of their times. Immutable. */
public final class Samples {

    /** No block has more. */
    static final int MOST = 4096;

    private static final int VERSION = 1;

    private static final int CONTINUOUS = 1;
    private static final int COMPARABLE = 2;
    private static final int FLAGS = CONTINUOUS | COMPARABLE;

    // The columns, in their order; those of the gauges stand together, those of the counters come last.
    private static final int AT = 0;
    private static final int FLAG = 1;
    private static final int ADMIN_STATUS = 2;
    private static final int OPER_STATUS = 3;
    private static final int SPEED = 4;
    private static final int COUNTERS = 5;
    private static final int COLUMNS = COUNTERS + Counters.COUNT;

    private final int size;
    private final Column[] columns;

    private Samples(int size, Column[] columns) {
        this.size = size;
        this.columns = columns;
    }

    /**
     * Puts samples together.
     *
     * @param all in the order of their times, each later than the one before
     * @return the samples
     * @throws IllegalArgumentException when one is not
     */
    public static Samples of(List<RawSample> all) {
        int size = all.size();
        long[][] values = new long[COLUMNS][size];
        long[][] present = new long[Counters.COUNT][Column.words(size)];
        for (int i = 0; i < size; i++) {
            RawSample sample = all.get(i);
            if (i > 0 && sample.at() <= values[AT][i - 1]) {
                throw new IllegalArgumentException("a sample is later than the one before it");
            }
            values[AT][i] = sample.at();
            values[FLAG][i] = (sample.isContinuous() ? CONTINUOUS : 0) | (sample.isComparable() ? COMPARABLE : 0);
            values[ADMIN_STATUS][i] = sample.adminStatus();
            values[OPER_STATUS][i] = sample.operStatus();
            values[SPEED][i] = sample.speed();
            for (int counter = 0; counter < Counters.COUNT; counter++) {
                values[COUNTERS + counter][i] = sample.bits(counter);
                present[counter][i / Long.SIZE] |= (long) (sample.present() >>> counter & 1) << i;
            }
        }
        Column[] columns = new Column[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            columns[i] = i < COUNTERS ? Column.of(values[i]) : Column.of(values[i], present[i - COUNTERS]);
        }
        return new Samples(size, columns);
    }

    /**
     * Reads a block. What is not needed of it is not decoded.
     *
     * @param block what {@link #toBlock()} gave; the samples' own from here on
     * @return the samples
     * @throws IllegalArgumentException when the block makes no sense
     */
    public static Samples ofBlock(byte[] block) {
        OctetReader in = new OctetReader(block);
        if (in.octet() != VERSION) {
            throw new IllegalArgumentException("the block is of another version");
        }
        int size = in.varint(MOST);
        Column[] columns = new Column[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            columns[i] = i < COUNTERS ? Column.readWhole(in, size) : Column.read(in, size);
        }
        Samples samples = new Samples(size, columns);
        if (!in.isAtEnd() || !samples.makeSense()) {
            throw new IllegalArgumentException("the octets are no samples");
        }
        return samples;
    }

    private boolean makeSense() {
        long[] times = times();
        for (int i = 1; i < size; i++) {
            if (times[i] <= times[i - 1]) {
                return false;
            }
        }
        return columns[AT].isWithin(-RawSample.FARTHEST, RawSample.FARTHEST)
                && columns[FLAG].isWithin(0, FLAGS)
                && columns[ADMIN_STATUS].isWithin(0, RawSample.GREATEST_STATE)
                && columns[OPER_STATUS].isWithin(0, RawSample.GREATEST_STATE)
                && columns[SPEED].isWithin(RawSample.NONE, Long.MAX_VALUE);
    }

    /**
     * Packs them.
     *
     * @return the octets in which they are kept
     * @throws IllegalStateException when there are more than 4,096
     */
    public byte[] toBlock() {
        if (size > MOST) {
            throw new IllegalStateException(size + " samples are too many for a block");
        }
        OctetWriter out = new OctetWriter(1024);
        out.octet(VERSION);
        out.varint(size);
        for (Column column : columns) {
            column.write(out);
        }
        return out.toArray();
    }

    /** {@return how many there are} */
    public int size() {
        return size;
    }

    /**
     * The time of a sample.
     *
     * @param index which, from 0
     * @return when it was taken
     */
    public long at(int index) {
        return times()[index];
    }

    /**
     * A sample.
     *
     * @param index which, from 0
     * @return it
     */
    public RawSample get(int index) {
        int present = 0;
        long[] counters = new long[Counters.COUNT];
        for (int i = 0; i < counters.length; i++) {
            Column counter = columns[COUNTERS + i];
            if (counter.has(index)) {
                present |= 1 << i;
                counters[i] = counter.values()[index];
            }
        }
        return new RawSample(
                at(index),
                isContinuous(index),
                isComparable(index),
                (int) columns[ADMIN_STATUS].values()[index],
                (int) columns[OPER_STATUS].values()[index],
                columns[SPEED].values()[index],
                present,
                counters);
    }

    /** The numbers of a gauge or a counter. */
    Column column(Metric metric) {
        return columns[
                metric.kind() == Metric.Kind.COUNTER
                        ? COUNTERS + Counters.index(metric)
                        : ADMIN_STATUS + Counters.GAUGES.indexOf(metric)];
    }

    boolean isKnown(Metric metric, int index) {
        Column column = column(metric);
        return metric.kind() == Metric.Kind.COUNTER ? column.has(index) : column.values()[index] != noValue(metric);
    }

    /** {@return whether a gauge or a counter is known, for each sample} */
    boolean[] known(Metric metric) {
        Column column = column(metric);
        boolean isCounter = metric.kind() == Metric.Kind.COUNTER;
        long[] values = isCounter ? new long[0] : column.values();
        long none = noValue(metric);
        boolean[] known = new boolean[size];
        for (int i = 0; i < size; i++) {
            known[i] = isCounter ? column.has(i) : values[i] != none;
        }
        return known;
    }

    /** {@return the number of a gauge that stands for none} */
    private static long noValue(Metric gauge) {
        return gauge == Metric.SPEED ? RawSample.NONE : 0;
    }

    /** {@return the index of the first one that is later; how many there are when none is} */
    int firstAfter(long time) {
        int found = Arrays.binarySearch(times(), time);
        return found >= 0 ? found + 1 : -found - 1;
    }

    long[] times() {
        return columns[AT].values();
    }

    boolean isContinuous(int index) {
        return (columns[FLAG].values()[index] & CONTINUOUS) != 0;
    }

    boolean isComparable(int index) {
        return (columns[FLAG].values()[index] & COMPARABLE) != 0;
    }
}
