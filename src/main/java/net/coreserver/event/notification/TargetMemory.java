package net.coreserver.event.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.netconf.Endpoint;

/**
 * What is known of a target from one of its sessions to the next: what was heard over each stream; and how long to wait before
 * we subscribe over the next session, since there are servers that end theirs because of a subscription, and have to be polled
 * nevertheless.
 */
final class TargetMemory {

    private final String host;
    private final int port;
    private final boolean hasPast;
    private final Duration longLife;
    private final Map<String, StreamHistory> histories = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final GrowingPause lost;
    private Duration pause = Duration.ZERO;

    /**
     * Makes an empty one.
     *
     * @param hasPast whether what an earlier run of the service has heard from the target counts
     */
    TargetMemory(Endpoint endpoint, boolean hasPast, Pace pace) {
        this.host = endpoint.host();
        this.port = endpoint.port();
        this.hasPast = hasPast;
        this.longLife = pace.longLife();
        this.lost = pace.lost().pause();
    }

    /** Whether it is about this server. */
    boolean isOf(Endpoint endpoint) {
        return host.equals(endpoint.host()) && port == endpoint.port();
    }

    StreamHistory historyOf(String stream) {
        return histories.computeIfAbsent(stream, _ -> {
            StreamHistory history = new StreamHistory();
            if (!hasPast) {
                history.load(List.of());
            }
            return history;
        });
    }

    /** How long to wait before we subscribe. */
    Duration pause() {
        lock.lock();
        try {
            return pause;
        } finally {
            lock.unlock();
        }
    }

    /** A session has ended that long after we began to subscribe over it. */
    void ended(Duration life) {
        lock.lock();
        try {
            if (life.compareTo(longLife) < 0) {
                pause = lost.next();
            } else {
                lost.reset();
                pause = Duration.ZERO;
            }
        } finally {
            lock.unlock();
        }
    }
}
