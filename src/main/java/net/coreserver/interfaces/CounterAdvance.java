package net.coreserver.interfaces;

/**
 * How far a counter has come between two readings, on plain numbers: the judgement that {@link RateOfChange} makes of two samples,
 * for whoever keeps only their numbers. What cannot be told is {@link Rates#GAP}, which stays one in all that is made of it.
 *
 * <p>Whether a counter that went back wrapped or was reset, its values alone cannot tell. A wrap, past 2^64, or past 2^32 on targets
 * that count so, is believed when the distance it stands for is possible at the interface's speed; where the speed is unknown, when
 * the counter stood in the upper quarter of its range and has come no further than the lower one. Else it was reset.
 */
public final class CounterAdvance {

    /** Stands for what is possible when the speed is unknown. */
    public static final double UNKNOWN = Double.NaN;

    private static final double TWO_TO_32 = 0x1p32;
    private static final double TWO_TO_64 = 0x1p64;

    /** Polls are not read at the very moment at which the target counts: it may be late with one and early with the next. */
    private static final double JITTER_FACTOR = 2;

    /** The shortest frame of Ethernet with all that comes with it on the wire: no packet takes less. */
    private static final double SHORTEST_PACKET_BITS = 84 * 8;

    private CounterAdvance() {}

    /**
     * What a counter of octets can have come at most.
     *
     * @param seconds the time between the readings
     * @param speedBitsPerSecond the bandwidth; zero or less when it is not known
     * @return how many octets; {@link #UNKNOWN} where the speed is
     */
    public static double mostOctets(double seconds, long speedBitsPerSecond) {
        return speedBitsPerSecond <= 0 ? UNKNOWN : speedBitsPerSecond * seconds * JITTER_FACTOR / 8;
    }

    /**
     * What a counter of packets can have come at most.
     *
     * @param seconds the time between the readings
     * @param speedBitsPerSecond the bandwidth; zero or less when it is not known
     * @return how many packets; {@link #UNKNOWN} where the speed is
     */
    public static double mostPackets(double seconds, long speedBitsPerSecond) {
        return speedBitsPerSecond <= 0 ? UNKNOWN : speedBitsPerSecond * seconds * JITTER_FACTOR / SHORTEST_PACKET_BITS;
    }

    /**
     * How far a counter has come.
     *
     * @param from the 64 bits of the first reading, unsigned
     * @param to those of the second one
     * @param most what is possible; {@link #UNKNOWN} where that is
     * @return the distance; {@link Rates#GAP} when the counter went back and cannot have wrapped
     */
    public static double between(long from, long to, double most) {
        if (Long.compareUnsigned(to, from) >= 0) {
            return unsigned(to - from);
        }
        boolean is32Bits = from >>> 32 == 0;
        double wrapped = is32Bits ? to + TWO_TO_32 - from : unsigned(to - from);
        double range = is32Bits ? TWO_TO_32 : TWO_TO_64;
        boolean possible =
                Double.isNaN(most) ? unsigned(from) >= 0.75 * range && unsigned(to) < 0.25 * range : wrapped <= most;
        return possible ? wrapped : Rates.GAP;
    }

    /**
     * The part of the bandwidth that is used.
     *
     * @param bitsPerSecond how much goes over it
     * @param speedBitsPerSecond the bandwidth; zero or less when it is not known
     * @return 0 to 1; {@link Rates#GAP} where one of both is not known
     */
    public static double utilization(double bitsPerSecond, long speedBitsPerSecond) {
        return speedBitsPerSecond <= 0 ? Rates.GAP : Math.min(1, bitsPerSecond / speedBitsPerSecond);
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + TWO_TO_64;
    }
}
