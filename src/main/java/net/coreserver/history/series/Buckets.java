package net.coreserver.history.series;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.coreserver.interfaces.Metric;

/**
 * Roll-ups of one interface: of each of several steps of one length the least, greatest and mean of each rate, and the first and
 * last of each counter and gauge. Those of which nothing is known are left out. Immutable.
 *
 * <p>Rates are rounded by 4 parts in a million at most; gauges and counters are exact.
 */
public final class Buckets {

    /** No block has more. */
    static final int MOST = 4096;

    /** The rates, in the order in which they are kept. That order never changes. */
    static final List<Metric> RATES = Arrays.stream(Metric.values())
            .filter(metric -> metric.kind() == Metric.Kind.RATE)
            .toList();

    /** The gauges and the counters, likewise. */
    static final List<Metric> NUMBERS =
            Stream.concat(Counters.GAUGES.stream(), Counters.ALL.stream()).toList();

    private static final int VERSION = 1;

    private final long width;

    /** How many steps after the epoch each one begins. */
    private final Column places;

    private final Map<Metric, RateColumns> rates = new EnumMap<>(Metric.class);
    private final Map<Metric, NumberColumns> numbers = new EnumMap<>(Metric.class);

    private Buckets(long width, Column places) {
        this.width = width;
        this.places = places;
    }

    /** Takes what is known of the steps of a grid. */
    static Buckets of(Steps steps) {
        Grid grid = steps.grid();
        int[] chosen = new int[grid.count()];
        int count = 0;
        for (int step = 0; step < grid.count(); step++) {
            if (steps.isKnown(step)) {
                chosen[count++] = step;
            }
        }
        chosen = Arrays.copyOf(chosen, count);
        long[] places = new long[count];
        for (int row = 0; row < count; row++) {
            places[row] = grid.at(chosen[row]) / grid.step();
        }
        Buckets buckets = new Buckets(grid.step(), Column.of(places));
        for (Metric rate : RATES) {
            buckets.rates.put(rate, RateColumns.of(steps.rate(rate), chosen, grid.step()));
        }
        for (Metric number : NUMBERS) {
            buckets.numbers.put(number, NumberColumns.of(steps.number(number), chosen));
        }
        return buckets;
    }

    /**
     * Reads a block. What is not needed of it is not decoded.
     *
     * @param block what {@link #toBlock()} gave; the roll-ups' own from here on
     * @return the roll-ups
     * @throws IllegalArgumentException when the block makes no sense
     */
    public static Buckets ofBlock(byte[] block) {
        OctetReader in = new OctetReader(block);
        if (in.octet() != VERSION) {
            throw new IllegalArgumentException("the block is of another version");
        }
        long width = in.varint();
        int size = in.varint(MOST);
        require(width > 0 && width <= RawSample.FARTHEST);
        Buckets buckets = new Buckets(width, Column.readWhole(in, size));
        require(buckets.places.isWithin(-RawSample.FARTHEST / width, RawSample.FARTHEST / width));
        for (int i = 1; i < size; i++) {
            require(buckets.at(i) > buckets.at(i - 1));
        }
        for (Metric rate : RATES) {
            buckets.rates.put(rate, RateColumns.read(in, size));
        }
        for (Metric number : NUMBERS) {
            buckets.numbers.put(number, NumberColumns.read(in, size));
        }
        require(in.isAtEnd());
        return buckets;
    }

    private static void require(boolean makesSense) {
        if (!makesSense) {
            throw new IllegalArgumentException("the octets are no roll-ups");
        }
    }

    /**
     * Packs them.
     *
     * @return the octets in which they are kept
     * @throws IllegalStateException when there are more than 4,096
     */
    public byte[] toBlock() {
        if (size() > MOST) {
            throw new IllegalStateException(size() + " roll-ups are too many for a block");
        }
        OctetWriter out = new OctetWriter(1024);
        out.octet(VERSION);
        out.varint(width);
        out.varint(size());
        places.write(out);
        rates.values().forEach(rate -> rate.write(out));
        numbers.values().forEach(number -> number.write(out));
        return out.toArray();
    }

    /** {@return how long each step is} */
    public long width() {
        return width;
    }

    /** {@return how many there are} */
    public int size() {
        return places.size();
    }

    /**
     * Where a step begins.
     *
     * @param index which, from 0
     * @return its begin, a multiple of the width
     */
    public long at(int index) {
        return places.values()[index] * width;
    }

    /** Adds a rate of each roll-up to a step; to none where that is negative. */
    void addTo(RateSteps steps, Metric rate, int[] places) {
        RateColumns columns = rates.get(rate);
        if (columns != null) {
            columns.addTo(steps, places, width);
        }
    }

    /** Adds a gauge or a counter of each roll-up to a step; to none where that is negative. */
    void addTo(NumberSteps steps, Metric number, int[] places) {
        NumberColumns columns = numbers.get(number);
        if (columns != null) {
            columns.addTo(steps, places);
        }
    }
}
