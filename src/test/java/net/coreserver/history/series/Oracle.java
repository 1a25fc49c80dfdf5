package net.coreserver.history.series;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.RateOfChange;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * Folds as one would by hand: writes down for every single millisecond what was known in it, the rates as the live ones are told, and
 * looks at those of each step.
 */
final class Oracle {

    private Oracle() {}

    /** The points of a line; null where there is a gap. */
    static List<@Nullable Double> points(List<RawSample> samples, Grid grid, Line line, long from) {
        List<@Nullable Double> points = new ArrayList<>();
        for (int step = 0; step < grid.count(); step++) {
            List<Double> known = new ArrayList<>();
            for (long at = Math.max(from, grid.at(step)); at < grid.at(step + 1); at++) {
                Double value = line.metric().kind() == Metric.Kind.RATE
                        ? rate(samples, line.metric(), at)
                        : number(samples, line.metric(), at);
                if (value != null) {
                    known.add(value);
                }
            }
            points.add(known.isEmpty() ? null : aggregate(known, line.aggregate()));
        }
        return points;
    }

    private static double aggregate(List<Double> known, Aggregate aggregate) {
        DoubleStream values = known.stream().mapToDouble(Double::doubleValue);
        return switch (aggregate) {
            case MEAN -> values.average().orElseThrow();
            case MIN -> values.min().orElseThrow();
            case MAX -> values.max().orElseThrow();
            case FIRST -> known.getFirst();
            case LAST -> known.getLast();
        };
    }

    private static @Nullable Double rate(List<RawSample> samples, Metric rate, long at) {
        for (int i = 1; i < samples.size(); i++) {
            RawSample from = samples.get(i - 1);
            RawSample to = samples.get(i);
            if (from.at() <= at && at < to.at()) {
                Rates rates = to.isComparable()
                        ? RateOfChange.between(seen(from), seen(to), Duration.ofMillis(to.at() - from.at()))
                        : null;
                return rates == null ? null : rate.rate(rates);
            }
        }
        return null;
    }

    private static @Nullable Double number(List<RawSample> samples, Metric metric, long at) {
        for (int i = 0; i < samples.size(); i++) {
            RawSample sample = samples.get(i);
            boolean holds;
            if (i + 1 < samples.size()) {
                RawSample next = samples.get(i + 1);
                holds = next.isContinuous() && at >= sample.at() && at < next.at();
            } else {
                long interval = i == 0 ? 0 : sample.at() - samples.get(i - 1).at();
                holds = sample.isContinuous() && at >= sample.at() && at < sample.at() + interval;
            }
            if (holds || at == sample.at()) {
                return number(sample, metric);
            }
        }
        return null;
    }

    private static @Nullable Double number(RawSample sample, Metric metric) {
        if (metric.kind() == Metric.Kind.COUNTER) {
            return sample.has(metric) ? Double.valueOf(unsigned(sample.counter(metric))) : null;
        }
        long number = metric == Metric.SPEED
                ? sample.speed()
                : metric == Metric.ADMIN_STATUS ? sample.adminStatus() : sample.operStatus();
        return number == (metric == Metric.SPEED ? RawSample.NONE : 0) ? null : Double.valueOf((double) number);
    }

    private static double unsigned(long bits) {
        return new BigDecimal(Long.toUnsignedString(bits)).doubleValue();
    }

    private static InterfaceSample seen(RawSample sample) {
        return new InterfaceSample(
                "eth0",
                null,
                null,
                null,
                null,
                null,
                1,
                null,
                sample.speed() == RawSample.NONE ? null : sample.speed(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Statistics(
                        null,
                        counter(sample, Metric.IN_OCTETS),
                        counter(sample, Metric.IN_UNICAST_PKTS),
                        counter(sample, Metric.IN_BROADCAST_PKTS),
                        counter(sample, Metric.IN_MULTICAST_PKTS),
                        counter(sample, Metric.IN_DISCARDS),
                        counter(sample, Metric.IN_ERRORS),
                        counter(sample, Metric.IN_UNKNOWN_PROTOS),
                        counter(sample, Metric.OUT_OCTETS),
                        counter(sample, Metric.OUT_UNICAST_PKTS),
                        counter(sample, Metric.OUT_BROADCAST_PKTS),
                        counter(sample, Metric.OUT_MULTICAST_PKTS),
                        counter(sample, Metric.OUT_DISCARDS),
                        counter(sample, Metric.OUT_ERRORS)));
    }

    private static @Nullable Counter64 counter(RawSample sample, Metric counter) {
        return sample.has(counter) ? new Counter64(sample.counter(counter)) : null;
    }
}
