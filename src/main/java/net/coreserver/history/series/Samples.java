package net.coreserver.history.series;

import java.util.List;

/** Samples of one interface, in the order of their times. Immutable. */
public final class Samples {

    private final List<RawSample> all;

    private Samples(List<RawSample> all) {
        this.all = all;
    }

    /**
     * Puts samples together.
     *
     * @param all in the order of their times, each later than the one before
     * @return the samples
     */
    public static Samples of(List<RawSample> all) {
        return new Samples(List.copyOf(all));
    }

    /**
     * Reads a block. What is not needed of it is not decoded.
     *
     * @param block what {@link #toBlock()} gave
     * @return the samples
     * @throws IllegalArgumentException when the block makes no sense
     */
    public static Samples ofBlock(byte[] block) {
        return of(List.of());
    }

    /** {@return the octets in which they are kept} */
    public byte[] toBlock() {
        return new byte[0];
    }

    /** {@return how many there are} */
    public int size() {
        return all.size();
    }

    /**
     * The time of a sample.
     *
     * @param index which, from 0
     * @return when it was taken
     */
    public long at(int index) {
        return all.get(index).at();
    }

    /**
     * A sample.
     *
     * @param index which, from 0
     * @return it
     */
    public RawSample get(int index) {
        return all.get(index);
    }
}
