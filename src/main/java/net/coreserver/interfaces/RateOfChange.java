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
 * the samples. A single counter that went back has no rate, unless it wrapped; which of the two it did,
 * {@link CounterAdvance} tells.
 */
public final class RateOfChange {

    private static final long NO_SPEED = 0;

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
    private final long speed;
    private final double mostOctets;
    private final double mostPackets;

    private RateOfChange(double seconds, @Nullable Long speedBitsPerSecond) {
        this.seconds = seconds;
        speed = speedBitsPerSecond == null ? NO_SPEED : speedBitsPerSecond;
        mostOctets = CounterAdvance.mostOctets(seconds, speed);
        mostPackets = CounterAdvance.mostPackets(seconds, speed);
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
        return new RateOfChange(interval.toNanos() / 1e9, later.speedBitsPerSecond()).of(from, to);
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

    private Rates of(Statistics from, Statistics to) {
        double inBits = bits(from.inOctets(), to.inOctets());
        double outBits = bits(from.outOctets(), to.outOctets());
        return new Rates(
                inBits,
                outBits,
                packets(from, to, IN_PACKETS),
                packets(from, to, OUT_PACKETS),
                CounterAdvance.utilization(inBits, speed),
                CounterAdvance.utilization(outBits, speed),
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
        return from == null || to == null ? Rates.GAP : CounterAdvance.between(from.bits(), to.bits(), most);
    }

    /** One counter of an interface. */
    private interface Kind {
        @Nullable Counter64 of(Statistics statistics);
    }
}
