package net.coreserver.agent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * When the counters of each interface started: the {@code discontinuity-time} of RFC 7223, which Linux does not keep.
 *
 * <p>An interface that was there at the first look counts since the start of the system. One that came later, or came
 * again, which shows in a new interface index under the old name, started anew at some time between two looks; the time
 * of the later one is given from then on.
 */
final class CounterStarts {

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** Null once the first look was taken. */
    private @Nullable Instant systemStart;

    private Map<String, Start> starts = Map.of();

    /**
     * Knows no interface yet.
     *
     * @param systemStart since when those count that the first look sees
     * @param clock tells the time of the later ones
     */
    CounterStarts(Instant systemStart, InstantSource clock) {
        this.systemStart = systemStart;
        this.clock = clock;
    }

    private record Start(int ifIndex, Instant time) {}

    /**
     * Takes a look.
     *
     * @param interfaces all that are there
     * @return since when each of them counts, by name
     */
    Map<String, Instant> look(Collection<LinuxInterface> interfaces) {
        lock.lock();
        try {
            Instant ofNew = systemStart == null ? clock.instant() : systemStart;
            systemStart = null;
            Map<String, Start> now = new HashMap<>();
            Map<String, Instant> times = new HashMap<>();
            for (LinuxInterface each : interfaces) {
                Start known = starts.get(each.name());
                Start start =
                        known != null && known.ifIndex == each.ifIndex() ? known : new Start(each.ifIndex(), ofNew);
                now.put(each.name(), start);
                times.put(each.name(), start.time);
            }
            starts = now;
            return times;
        } finally {
            lock.unlock();
        }
    }

    /** {@return statistics without a counter: what the model wants of an interface that nothing is counted of} */
    static Statistics uncounted(Instant start) {
        return new Statistics(start, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
