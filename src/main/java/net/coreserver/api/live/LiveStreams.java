package net.coreserver.api.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.api.http.OpenResponse;
import net.coreserver.api.http.OpenResponses;
import net.coreserver.api.http.Pulse;
import net.coreserver.api.interfaces.Renderings;
import net.coreserver.api.problem.ProblemException;
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

    private final Monitor monitor;
    private final Renderings renderings;
    private final OpenResponses<LiveStream> streams;
    private final ReentrantLock lock = new ReentrantLock();
    private final ChangeLog log = new ChangeLog();
    private @Nullable Registration listening;

    LiveStreams(Monitor monitor, Renderings renderings, Pulse pulse) {
        this.monitor = monitor;
        this.renderings = renderings;
        this.streams = new OpenResponses<>(pulse);
    }

    void onStart(@Observes StartupEvent start) {
        listening = monitor.listen(this);
        noteUnknown(monitor.targets());
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (listening != null) {
            listening.close();
        }
        streams.end();
    }

    /**
     * Opens a stream; on the event loop of its connection.
     *
     * @param targets those that it wants to hear of and that there are
     * @param lastEventId what the client says that it has; null when it says nothing
     * @param connection what it is written to
     * @return the stream, for which the caller sees to it that {@link #close} is called when it has ended
     * @throws ProblemException when there are too many
     */
    LiveStream open(
            LiveStream.Wish wish,
            List<MonitoredTarget> targets,
            @Nullable String lastEventId,
            OpenResponse.Connection connection) {
        noteUnknown(targets);
        lock.lock();
        try {
            Backlog backlog = log.missed(wish.targets(), log.number(lastEventId));
            LiveStream stream = new LiveStream(wish, backlog, log::id, renderings, connection);
            streams.add(stream);
            return stream;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a stream that has ended; on the event loop of its connection. */
    void close(LiveStream stream) {
        streams.remove(stream);
    }

    List<LiveStream> open() {
        return streams.all();
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
            streams.all().forEach(stream -> stream.tell(target, latest, change));
        }
    }

    @Override
    public void removed(MonitoredTarget target) {
        lock.lock();
        try {
            long number = log.noteRemoval(target);
            streams.all().forEach(stream -> stream.tellRemoval(number, target, target.target()));
        } finally {
            lock.unlock();
        }
    }
}
