package net.coreserver.api.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.api.http.Pulse;
import net.coreserver.api.interfaces.Renderings;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.Registration;
import org.jspecify.annotations.Nullable;

/**
 * All clients that listen. It listens to the monitor once for all of them, and hands on to each what it wants to hear. A
 * change gets its number and reaches every stream under one lock, so that each has the changes in the order of their
 * numbers; nothing is rendered or written there.
 */
@Singleton
final class LiveStreams implements MonitorListener {

    /** The most that are open at the same time. */
    static final int MAX_STREAMS = 1_000;

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Monitor monitor;
    private final Renderings renderings;
    private final Pulse pulse;
    private final ReentrantLock lock = new ReentrantLock();
    private final ChangeLog log = new ChangeLog();
    private final Set<LiveStream> streams = new LinkedHashSet<>();
    private @Nullable Registration listening;
    private Pulse.@Nullable Beating beating;

    LiveStreams(Monitor monitor, Renderings renderings, Pulse pulse) {
        this.monitor = monitor;
        this.renderings = renderings;
        this.pulse = pulse;
    }

    void onStart(@Observes StartupEvent start) {
        listening = monitor.listen(this);
        noteUnknown(monitor.targets());
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (listening != null) {
            listening.close();
        }
        open().forEach(LiveStream::end);
    }

    /**
     * Opens a stream; on the event loop of its connection.
     *
     * @param targets those that it wants to hear of and that there are
     * @param lastEventId what the client says that it has; null when it says nothing
     * @param eventLoop of the connection
     * @param response whose head has not been sent
     * @param cut ends the stream at once, whatever is still on the way
     * @return the stream, for which the caller sees to it that {@link #close} is called when it has ended
     * @throws ProblemException when there are too many
     */
    LiveStream open(
            LiveStream.Wish wish,
            List<MonitoredTarget> targets,
            @Nullable String lastEventId,
            Context eventLoop,
            HttpServerResponse response,
            Runnable cut) {
        noteUnknown(targets);
        lock.lock();
        try {
            if (streams.size() == MAX_STREAMS) {
                throw Problems.busy("It has %d streams open, and no more at a time.".formatted(MAX_STREAMS));
            }
            Backlog backlog = log.missed(wish.targets(), log.number(lastEventId));
            LiveStream stream = new LiveStream(wish, backlog, log::id, renderings, eventLoop, response, cut);
            streams.add(stream);
            if (beating == null) {
                beating = pulse.every(HEARTBEAT, this::beat);
            }
            return stream;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a stream that has ended; on the event loop of its connection. */
    void close(LiveStream stream) {
        stream.ended();
        lock.lock();
        try {
            streams.remove(stream);
            if (streams.isEmpty() && beating != null) {
                beating.close();
                beating = null;
            }
        } finally {
            lock.unlock();
        }
    }

    List<LiveStream> open() {
        lock.lock();
        try {
            return List.copyOf(streams);
        } finally {
            lock.unlock();
        }
    }

    private void beat() {
        open().forEach(LiveStream::beat);
    }

    /** A target that has not changed since it is there was told by nobody. */
    private void noteUnknown(List<MonitoredTarget> targets) {
        lock.lock();
        try {
            for (MonitoredTarget target : targets) {
                String name = target.target().name();
                // One that was removed meanwhile must not come back.
                if (!log.knows(name) && monitor.target(name).isPresent()) {
                    noteAndTell(target, target.latest());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void observed(MonitoredTarget target, Observation latest) {
        lock.lock();
        try {
            noteAndTell(target, latest);
        } finally {
            lock.unlock();
        }
    }

    private void noteAndTell(MonitoredTarget target, Observation latest) {
        ChangeLog.Change change = log.note(target, latest);
        if (change != null) {
            streams.forEach(stream -> stream.tell(target, latest, change));
        }
    }

    @Override
    public void removed(MonitoredTarget target) {
        lock.lock();
        try {
            long number = log.noteRemoval(target);
            streams.forEach(stream -> stream.tellRemoval(number, target, target.target()));
        } finally {
            lock.unlock();
        }
    }
}
