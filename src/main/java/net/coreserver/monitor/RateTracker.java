package net.coreserver.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.RateOfChange;
import net.coreserver.interfaces.Rates;

/**
 * Keeps, for one target, what the next samples are compared with. For one thread.
 *
 * <p>A poll that somebody asked for may come right after another. Between two such polls a counter moves by chance, and on
 * targets that answer from a cache not at all: the samples are then compared with nothing, and the rates stay those of the
 * last two polls that were half an interval apart, or more. Polls that are very far apart are not compared either: what
 * happened in an outage says nothing of the present.
 */
final class RateTracker {

    /** In poll intervals: a few polls may fail, and the rates are averages over the time without them. */
    private static final int LONGEST = 5;

    private Map<String, InterfaceSample> base = Map.of();
    private long baseNanos;
    private Map<String, Rates> latest = Map.of();

    /**
     * Takes the samples of a poll.
     *
     * @param samples what it saw
     * @param nanoTime when, on the clock of {@link System#nanoTime()}
     * @param pollInterval how far polls are apart at this time
     * @return the rates of those interfaces of which they can be told, by name
     */
    Map<String, Rates> follow(List<InterfaceSample> samples, long nanoTime, Duration pollInterval) {
        Duration interval = Duration.ofNanos(nanoTime - baseNanos);
        if (!base.isEmpty() && interval.compareTo(pollInterval.dividedBy(2)) < 0) {
            latest = ofThoseStillThere(samples);
            return latest;
        }
        Map<String, InterfaceSample> next = HashMap.newHashMap(samples.size());
        Map<String, Rates> rates = new HashMap<>();
        boolean comparable = interval.compareTo(pollInterval.multipliedBy(LONGEST)) <= 0;
        for (InterfaceSample sample : samples) {
            // Of a name that came twice, the first counts, as in the snapshot.
            if (next.putIfAbsent(sample.name(), sample) == null && comparable) {
                InterfaceSample earlier = base.get(sample.name());
                Rates moved = earlier == null ? null : RateOfChange.between(earlier, sample, interval);
                if (moved != null) {
                    rates.put(sample.name(), moved);
                }
            }
        }
        base = next;
        baseNanos = nanoTime;
        latest = Map.copyOf(rates);
        return latest;
    }

    /** What comes next is compared with nothing that was. */
    void reset() {
        base = Map.of();
        latest = Map.of();
    }

    private Map<String, Rates> ofThoseStillThere(List<InterfaceSample> samples) {
        Map<String, Rates> rates = new HashMap<>();
        for (InterfaceSample sample : samples) {
            Rates known = latest.get(sample.name());
            if (known != null) {
                rates.put(sample.name(), known);
            }
        }
        return Map.copyOf(rates);
    }
}
