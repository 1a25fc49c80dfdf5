package net.coreserver.netconf.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Looks at every session of a client once in an interval, with one timer for all of them: with one for each, a thread would
 * wake a thousand times a second for five thousand sessions that have nothing to say.
 *
 * <p>The sessions are dealt out to slices, and each tick is for one slice, so that those which are to be asked are not all
 * asked at the same moment.
 */
final class KeepaliveRounds {

    static final int SLICES = 16;

    private static final System.Logger LOG = System.getLogger(KeepaliveRounds.class.getName());

    private final List<Set<Runnable>> slices = Stream.<Set<Runnable>>generate(ConcurrentHashMap::newKeySet)
            .limit(SLICES)
            .toList();

    private final AtomicInteger joined = new AtomicInteger();

    /** The slice whose turn is next; for the timer alone. */
    private int next;

    /** Begins to go round, each time within an interval, until the timer is shut down. */
    void start(ScheduledExecutorService timer, Duration interval) {
        long pause = interval.toNanos() / SLICES;
        var _ = timer.scheduleAtFixedRate(this::tick, pause, pause, TimeUnit.NANOSECONDS);
    }

    /**
     * Takes one more in.
     *
     * @param look what is done once in an interval; it must not block
     * @return ends that
     */
    Runnable join(Runnable look) {
        Set<Runnable> slice = slices.get(Math.floorMod(joined.getAndIncrement(), SLICES));
        slice.add(look);
        return () -> slice.remove(look);
    }

    /** Looks at the next slice. */
    void tick() {
        for (Runnable look : slices.get(next)) {
            try {
                look.run();
            } catch (RuntimeException e) {
                // The timer would never tick again, for nobody.
                LOG.log(System.Logger.Level.ERROR, "Looking at whether a server still answers failed", e);
            }
        }
        next = (next + 1) % SLICES;
    }

    /** How many are looked at. */
    int size() {
        return slices.stream().mapToInt(Set::size).sum();
    }
}
