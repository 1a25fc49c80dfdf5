package net.coreserver.history.series;

import java.util.Arrays;
import net.coreserver.interfaces.CounterAdvance;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.Rates;
import org.jspecify.annotations.Nullable;

/** Samples with the one before them in front, if there is one, so that what lies between two of them straddles what came at once. */
final class Window {

    private static final Metric[] IN_PACKETS = {
        Metric.IN_UNICAST_PKTS, Metric.IN_BROADCAST_PKTS, Metric.IN_MULTICAST_PKTS
    };
    private static final Metric[] OUT_PACKETS = {
        Metric.OUT_UNICAST_PKTS, Metric.OUT_BROADCAST_PKTS, Metric.OUT_MULTICAST_PKTS
    };

    private final @Nullable Samples before;
    private final Samples samples;
    private final int start;
    private final int size;
    private final long[] times;

    /**
     * Opens a window.
     *
     * @param before those whose last one is the sample in front; null when there is none
     * @param start the first of the samples that belongs to it
     */
    Window(@Nullable Samples before, Samples samples, int start) {
        this.before = before;
        this.samples = samples;
        this.start = start;
        this.size = (before == null ? 0 : 1) + samples.size() - start;
        this.times = numbers(before == null ? null : before.times(), samples.times());
    }

    int size() {
        return size;
    }

    long at(int index) {
        return times[index];
    }

    /** Of any sample but the first one. */
    boolean isContinuous(int index) {
        return samples.isContinuous(samples.size() - size + index);
    }

    private boolean isComparable(int index) {
        return samples.isComparable(samples.size() - size + index);
    }

    private long[] numbers(long @Nullable [] ofBefore, long[] ofSamples) {
        if (ofBefore == null) {
            return Arrays.copyOfRange(ofSamples, start, ofSamples.length);
        }
        long[] numbers = new long[size];
        numbers[0] = ofBefore[ofBefore.length - 1];
        System.arraycopy(ofSamples, start, numbers, 1, size - 1);
        return numbers;
    }

    /**
     * A gauge or a counter.
     *
     * @return it in each sample; of those where it is not known, any number
     */
    long[] numbers(Metric metric) {
        return numbers(
                before == null ? null : before.column(metric).values(),
                samples.column(metric).values());
    }

    /** {@return whether a gauge or a counter is known, for each sample} */
    boolean[] known(Metric metric) {
        boolean[] inSamples = samples.known(metric);
        if (before == null && start == 0) {
            return inSamples;
        }
        boolean[] known = new boolean[size];
        int front = 0;
        if (before != null) {
            known[0] = before.isKnown(metric, before.size() - 1);
            front = 1;
        }
        System.arraycopy(inSamples, start, known, front, size - front);
        return known;
    }

    /**
     * How fast something moved, from each sample to the next.
     *
     * @param rate which rate
     * @return a number for each sample but the first one, which has a gap like those where it cannot be told
     */
    double[] rates(Metric rate) {
        return switch (rate) {
            case IN_BITS_PER_SECOND -> bits(Metric.IN_OCTETS);
            case OUT_BITS_PER_SECOND -> bits(Metric.OUT_OCTETS);
            case IN_PACKETS_PER_SECOND -> packets(IN_PACKETS);
            case OUT_PACKETS_PER_SECOND -> packets(OUT_PACKETS);
            case IN_UTILIZATION -> utilization(Metric.IN_OCTETS);
            case OUT_UTILIZATION -> utilization(Metric.OUT_OCTETS);
            case IN_ERRORS_PER_SECOND -> packets(Metric.IN_ERRORS);
            case OUT_ERRORS_PER_SECOND -> packets(Metric.OUT_ERRORS);
            case IN_DISCARDS_PER_SECOND -> packets(Metric.IN_DISCARDS);
            case OUT_DISCARDS_PER_SECOND -> packets(Metric.OUT_DISCARDS);
            case ADMIN_STATUS,
                    OPER_STATUS,
                    SPEED,
                    IN_OCTETS,
                    IN_UNICAST_PKTS,
                    IN_BROADCAST_PKTS,
                    IN_MULTICAST_PKTS,
                    IN_DISCARDS,
                    IN_ERRORS,
                    IN_UNKNOWN_PROTOS,
                    OUT_OCTETS,
                    OUT_UNICAST_PKTS,
                    OUT_BROADCAST_PKTS,
                    OUT_MULTICAST_PKTS,
                    OUT_DISCARDS,
                    OUT_ERRORS -> throw new IllegalArgumentException(rate.word() + " is no rate");
        };
    }

    private double seconds(int index) {
        return (times[index] - times[index - 1]) / 1e3;
    }

    private double[] bits(Metric octets) {
        double[] rates = gaps();
        long[] readings = numbers(octets);
        boolean[] known = known(octets);
        long[] speeds = numbers(Metric.SPEED);
        for (int i = 1; i < size; i++) {
            if (isComparable(i) && known[i - 1] && known[i]) {
                double seconds = seconds(i);
                double most = CounterAdvance.mostOctets(seconds, speeds[i]);
                rates[i] = CounterAdvance.between(readings[i - 1], readings[i], most) * 8 / seconds;
            }
        }
        return rates;
    }

    private double[] utilization(Metric octets) {
        double[] rates = bits(octets);
        long[] speeds = numbers(Metric.SPEED);
        for (int i = 1; i < size; i++) {
            rates[i] = CounterAdvance.utilization(rates[i], speeds[i]);
        }
        return rates;
    }

    /** A kind that is in neither of two samples is not counted at all; one that is in one of them leaves the sum untold. */
    private double[] packets(Metric... kinds) {
        double[] sums = new double[size];
        boolean[] isCounted = new boolean[size];
        long[] speeds = numbers(Metric.SPEED);
        for (Metric kind : kinds) {
            long[] readings = numbers(kind);
            boolean[] known = known(kind);
            for (int i = 1; i < size; i++) {
                if (known[i - 1] && known[i]) {
                    double most = CounterAdvance.mostPackets(seconds(i), speeds[i]);
                    sums[i] += CounterAdvance.between(readings[i - 1], readings[i], most) / seconds(i);
                } else if (known[i - 1] || known[i]) {
                    sums[i] = Rates.GAP;
                }
                isCounted[i] |= known[i - 1] || known[i];
            }
        }
        for (int i = 0; i < size; i++) {
            if (i == 0 || !isCounted[i] || !isComparable(i)) {
                sums[i] = Rates.GAP;
            }
        }
        return sums;
    }

    private double[] gaps() {
        double[] rates = new double[size];
        Arrays.fill(rates, Rates.GAP);
        return rates;
    }
}
