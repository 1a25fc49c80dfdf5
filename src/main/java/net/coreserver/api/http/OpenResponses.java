package net.coreserver.api.http;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * All open answers of a kind. There is a bound on them, and one heartbeat for all, while there are any.
 *
 * @param <R> of which kind
 */
public final class OpenResponses<R extends OpenResponse> {

    /** The most that are open at the same time where nothing else is said. */
    public static final int MAX = 1_000;

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Pulse pulse;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<R> open = new LinkedHashSet<>();
    private Pulse.@Nullable Beating beating;

    /**
     * Makes it, with none open.
     *
     * @param pulse beats
     */
    public OpenResponses(Pulse pulse) {
        this(pulse, MAX);
    }

    /**
     * Makes it, with none open.
     *
     * @param pulse beats
     * @param most so many may be open at the same time
     */
    public OpenResponses(Pulse pulse, int most) {
        this.pulse = pulse;
        this.most = most;
    }

    /**
     * Adds an answer that is about to begin.
     *
     * @param response for which the caller sees to it that {@link #remove} is called when it has ended
     * @throws ProblemException when there are too many
     */
    public void add(R response) {
        lock.lock();
        try {
            if (open.size() == most) {
                throw Problems.busy("It has %d streams open, and no more at a time.".formatted(most));
            }
            open.add(response);
            if (beating == null) {
                beating = pulse.every(HEARTBEAT, this::beat);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets an answer that has ended; on the event loop of its connection.
     *
     * @param response one that was added
     */
    public void remove(R response) {
        response.ended();
        lock.lock();
        try {
            open.remove(response);
            if (open.isEmpty() && beating != null) {
                beating.close();
                beating = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Those that are open.
     *
     * @return a copy
     */
    public List<R> all() {
        lock.lock();
        try {
            return List.copyOf(open);
        } finally {
            lock.unlock();
        }
    }

    /** Ends all of them from our side. */
    public void end() {
        all().forEach(OpenResponse::end);
    }

    private void beat() {
        all().forEach(OpenResponse::beat);
    }
}
