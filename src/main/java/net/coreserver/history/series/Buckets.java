package net.coreserver.history.series;

/**
 * Roll-ups of one interface: of each of several steps of one length the least, greatest and mean of each rate, and the first and
 * last of each counter and gauge. Those of which nothing is known are left out. Immutable.
 */
public final class Buckets {

    private Buckets() {}

    /**
     * Reads a block. What is not needed of it is not decoded.
     *
     * @param block what {@link #toBlock()} gave
     * @return the roll-ups
     * @throws IllegalArgumentException when the block makes no sense
     */
    public static Buckets ofBlock(byte[] block) {
        return new Buckets();
    }

    /** {@return the octets in which they are kept} */
    public byte[] toBlock() {
        return new byte[0];
    }

    /** {@return how long each step is} */
    public long width() {
        return 0;
    }

    /** {@return how many there are} */
    public int size() {
        return 0;
    }

    /**
     * Where a step begins.
     *
     * @param index which, from 0
     * @return its begin, a multiple of the width
     */
    public long at(int index) {
        return 0;
    }
}
