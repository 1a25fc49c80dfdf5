package net.coreserver.interfaces;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells from two samples of one interface how fast its counters move. A pure function.
 *
 * <p>There are no rates at all when the two cannot be compared: the target says by {@code discontinuity-time} that its
 * counters started anew, another interface has taken the name (its {@code if-index} is another), or no time lies between
 * the samples. A single counter that went back has no rate, unless it
 * wrapped: past 2^64, or past 2^32 on targets that count so.
 *
 * <p>Whether a counter wrapped or was reset, its values alone cannot tell. A wrap is believed when the distance it stands
 * for is possible at the interface's speed; where the speed is unknown, when the counter stood in the upper quarter of its
 * range and has come no further than the lower one. Else it was reset.
 */
public final class RateOfChange {

    private static final double UNKNOWN = Double.NaN;
    private static final double TWO_TO_32 = 0x1p32;
    private static final double TWO_TO_64 = 0x1p64;

    /** Polls are not read at the very moment at which the target counts: it may be late with one and early with the next. */
    private static final double JITTER_FACTOR = 2;

    /** The shortest frame of Ethernet with all that comes with it on the wire: no packet takes less. */
    private static final double SHORTEST_PACKET_BITS = 84 * 8;

    private static final List<Kind> IN_PACKETS =
            List.of(Statistics::inUnicastPkts, Statistics::inBroadcastPkts, Statistics::inMulticastPkts);
    private static final List<Kind> OUT_PACKETS =
            List.of(Statistics::outUnicastPkts, Statistics::outBroadcastPkts, Statistics::outMulticastPkts);

    // What is looked through for every interface at every poll: arrays, which need no iterator.
    private static final Kind[] OCTETS = {Statistics::inOctets, Statistics::outOctets};
    private static final Kind[] PACKETS = {
        Statistics::inUnicastPkts,
        Statistics::inBroadcastPkts,
        Statistics::inMulticastPkts,
        Statistics::inDiscards,
        Statistics::inErrors,
        Statistics::inUnknownProtos,
        Statistics::outUnicastPkts,
        Statistics::outBroadcastPkts,
        Statistics::outMulticastPkts,
        Statistics::outDiscards,
        Statistics::outErrors
    };

    private final double seconds;

    /** What the speed allows; {@link #UNKNOWN} where it is unknown. */
    private final double mostOctets;

    private final double mostPackets;

    private RateOfChange(double seconds, @Nullable Long speedBitsPerSecond) {
        this.seconds = seconds;
        if (speedBitsPerSecond == null || speedBitsPerSecond == 0) {
            mostOctets = UNKNOWN;
            mostPackets = UNKNOWN;
        } else {
            double bits = speedBitsPerSecond * seconds * JITTER_FACTOR;
            mostOctets = bits / 8;
            mostPackets = bits / SHORTEST_PACKET_BITS;
        }
    }

    /**
     * Compares two samples.
     *
     * @param earlier what was seen first
     * @param later what was seen then, of the interface of the same name on the same target
     * @param interval the time between the two
     * @return the rates; null when the two cannot be compared
     */
    public static @Nullable Rates between(InterfaceSample earlier, InterfaceSample later, Duration interval) {
        Statistics from = earlier.statistics();
        Statistics to = later.statistics();
        if (from == null
                || to == null
                || !interval.isPositive()
                || !Objects.equals(from.discontinuityTime(), to.discontinuityTime())
                || !Objects.equals(earlier.ifIndex(), later.ifIndex())) {
            return null;
        }
        Long speed = later.speedBitsPerSecond();
        return new RateOfChange(interval.toNanos() / 1e9, speed).of(from, to, speed);
    }

    /**
     * Tells whether the counters of an interface began anew between two samples, by the same judgement: the target says so by
     * {@code discontinuity-time}, another interface has taken the name, or a counter went back and cannot have wrapped. What one
     * of the two samples does not have says nothing.
     *
     * @param earlier what was seen first
     * @param later what was seen then, of the interface of the same name on the same target
     * @param interval the time between the two; where it is not positive, wraps are judged as if the speed were unknown
     * @return whether they did
     */
    public static boolean beganAnew(InterfaceSample earlier, InterfaceSample later, Duration interval) {
        Statistics from = earlier.statistics();
        Statistics to = later.statistics();
        if (from == null || to == null) {
            return false;
        }
        if (isAnother(from.discontinuityTime(), to.discontinuityTime())
                || isAnother(earlier.ifIndex(), later.ifIndex())) {
            return true;
        }
        RateOfChange judge =
                new RateOfChange(interval.toNanos() / 1e9, interval.isPositive() ? later.speedBitsPerSecond() : null);
        return hasReset(from, to, OCTETS, judge.mostOctets) || hasReset(from, to, PACKETS, judge.mostPackets);
    }

    private static boolean isAnother(@Nullable Object before, @Nullable Object now) {
        return before != null && now != null && !before.equals(now);
    }

    private static boolean hasReset(Statistics from, Statistics to, Kind[] kinds, double most) {
        for (Kind kind : kinds) {
            Counter64 before = kind.of(from);
            Counter64 after = kind.of(to);
            if (before != null
                    && after != null
                    && after.compareTo(before) < 0
                    && Double.isNaN(distance(before, after, most))) {
                return true;
            }
        }
        return false;
    }

    private Rates of(Statistics from, Statistics to, @Nullable Long speed) {
        double inBits = bits(from.inOctets(), to.inOctets());
        double outBits = bits(from.outOctets(), to.outOctets());
        return new Rates(
                inBits,
                outBits,
                packets(from, to, IN_PACKETS),
                packets(from, to, OUT_PACKETS),
                utilization(inBits, speed),
                utilization(outBits, speed),
                perSecond(from.inErrors(), to.inErrors()),
                perSecond(from.outErrors(), to.outErrors()),
                perSecond(from.inDiscards(), to.inDiscards()),
                perSecond(from.outDiscards(), to.outDiscards()),
                seconds);
    }

    private double bits(@Nullable Counter64 from, @Nullable Counter64 to) {
        return distance(from, to, mostOctets) * 8 / seconds;
    }

    private double perSecond(@Nullable Counter64 from, @Nullable Counter64 to) {
        return distance(from, to, mostPackets) / seconds;
    }

    private static double utilization(double bitsPerSecond, @Nullable Long speed) {
        return speed == null || speed == 0 ? Rates.GAP : Math.min(1, bitsPerSecond / speed);
    }

    /**
     * The packets of all kinds together. A kind that is counted in neither sample is not counted by the target at all, and
     * leaves the others as they are; one that cannot be told leaves the sum untold.
     */
    private double packets(Statistics from, Statistics to, List<Kind> kinds) {
        double sum = 0;
        boolean counted = false;
        for (Kind kind : kinds) {
            Counter64 before = kind.of(from);
            Counter64 after = kind.of(to);
            if (before != null || after != null) {
                sum += perSecond(before, after);
                counted = true;
            }
        }
        return counted ? sum : Rates.GAP;
    }

    /** How far a counter has come; a gap, which stays one in all that is made of it, when that cannot be told. */
    private static double distance(@Nullable Counter64 from, @Nullable Counter64 to, double most) {
        if (from == null || to == null) {
            return Rates.GAP;
        }
        if (to.compareTo(from) >= 0) {
            return unsigned(to.bits() - from.bits());
        }
        boolean is32Bits = from.bits() >>> 32 == 0;
        double wrapped = is32Bits ? to.bits() + TWO_TO_32 - from.bits() : unsigned(to.bits() - from.bits());
        double range = is32Bits ? TWO_TO_32 : TWO_TO_64;
        boolean possible = Double.isNaN(most)
                ? unsigned(from.bits()) >= 0.75 * range && unsigned(to.bits()) < 0.25 * range
                : wrapped <= most;
        return possible ? wrapped : Rates.GAP;
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + TWO_TO_64;
    }

    /** One counter of an interface. */
    private interface Kind {
        @Nullable Counter64 of(Statistics statistics);
    }
}
