package net.coreserver.api.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.api.http.Waiting;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has still to tell: of each target the newest, however often it changed meanwhile, so that it never grows
 * beyond the number of targets. Targets keep their turn while they wait. For any number of threads.
 */
final class Backlog {

    /**
     * What is to be told of one target.
     *
     * @param target the target
     * @param latest what is known of it; null when it is gone
     * @param hasState whether its state is new
     * @param hasSnapshot whether its snapshot is new
     * @param upTo once this is told, every change up to that number has been
     */
    record Update(
            MonitoredTarget target, @Nullable Observation latest, boolean hasState, boolean hasSnapshot, long upTo) {}

    /** A change that waits, with the number of the first one that it stands for. */
    private record Waiting(
            MonitoredTarget target, @Nullable Observation latest, boolean hasState, boolean hasSnapshot, long since) {

        Waiting overtakenBy(MonitoredTarget newer, @Nullable Observation now, boolean state, boolean snapshot) {
            // Of one that came back in between, it has been told whole.
            return new Waiting(
                    newer, now, now != null && (hasState || state), now != null && (hasSnapshot || snapshot), since);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private long newest;

    /**
     * Makes one in which nothing waits.
     *
     * @param newest the number of the last change that there was
     */
    Backlog(long newest) {
        this.newest = newest;
    }

    /**
     * Takes a change.
     *
     * @param number greater than that of any change that was taken before
     * @param latest what is known of the target now; null when it is gone
     */
    void add(long number, MonitoredTarget target, @Nullable Observation latest, boolean hasState, boolean hasSnapshot) {
        lock.lock();
        try {
            newest = Math.max(newest, number);
            waiting.merge(
                    target.target().name(),
                    new Waiting(target, latest, hasState, hasSnapshot, number),
                    (before, now) -> before.overtakenBy(target, latest, hasState, hasSnapshot));
        } finally {
            lock.unlock();
        }
    }

    /** Takes the next out; null when there is none. */
    @Nullable Update next() {
        lock.lock();
        try {
            Map.Entry<String, Waiting> first =
                    waiting.isEmpty() ? null : waiting.entrySet().iterator().next();
            if (first == null) {
                return null;
            }
            waiting.remove(first.getKey());
            Waiting change = first.getValue();
            long upTo = waiting.isEmpty()
                    ? newest
                    : waiting.values().iterator().next().since() - 1;
            return new Update(change.target(), change.latest(), change.hasState(), change.hasSnapshot(), upTo);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }
}
