package net.coreserver.api.live;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import net.coreserver.api.http.EventText;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.Paging;
import net.coreserver.api.interfaces.Form;
import net.coreserver.api.interfaces.InterfaceFilter;
import net.coreserver.api.interfaces.InterfacePage;
import net.coreserver.api.interfaces.RemovedEventJson;
import net.coreserver.api.interfaces.Renderings;
import net.coreserver.api.interfaces.SnapshotEventJson;
import net.coreserver.api.interfaces.StatusEventJson;
import net.coreserver.api.targets.Reading;
import net.coreserver.api.targets.TargetStatusJson;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.target.Target;

/**
 * One client that listens. Changes come from the threads that poll and wait in the backlog; they are written on the event
 * loop of the connection, one at a time, and only while the client takes them.
 */
final class LiveStream {

    /** A client that has taken nothing for so many heartbeats, while there was something for it, has gone. */
    static final int MAX_SILENT_BEATS = 4;

    /**
     * What a client wants to hear.
     *
     * @param targets of which targets
     * @param interfaces of which of their interfaces
     * @param form how each is written
     * @param isOfOneTarget whether there is nothing left to hear when a target goes
     */
    record Wish(Predicate<Target> targets, InterfaceFilter interfaces, Form form, boolean isOfOneTarget) {}

    private static final Paging WHOLE = new Paging(Integer.MAX_VALUE, null);

    private final Wish wish;
    private final Backlog backlog;
    private final LongFunction<String> ids;
    private final Renderings renderings;
    private final Context eventLoop;
    private final HttpServerResponse response;
    private final Runnable cut;
    private final AtomicBoolean writesSoon = new AtomicBoolean();

    // Of the event loop alone.
    private boolean hasEnded;
    private boolean hasDrained;
    private int silentBeats;

    /**
     * Makes a stream, whose head has been sent.
     *
     * @param backlog what it has to tell at first
     * @param ids makes the ids of events
     * @param eventLoop of the connection
     * @param cut ends it at once, whatever is still on the way
     */
    LiveStream(
            Wish wish,
            Backlog backlog,
            LongFunction<String> ids,
            Renderings renderings,
            Context eventLoop,
            HttpServerResponse response,
            Runnable cut) {
        this.wish = wish;
        this.backlog = backlog;
        this.ids = ids;
        this.renderings = renderings;
        this.eventLoop = eventLoop;
        this.response = response;
        this.cut = cut;
    }

    /** Begins to write; on the event loop. */
    void start() {
        response.drainHandler(drained -> {
            hasDrained = true;
            writeSoon();
        });
        writeSoon();
    }

    /** Takes a change; on any thread. */
    void tell(MonitoredTarget target, Observation latest, ChangeLog.Change change) {
        Target before = change.before();
        boolean isWanted = wish.targets().test(target.target());
        boolean wasWanted = before != null && wish.targets().test(before);
        if (isWanted) {
            // Of one that joins, the client knows nothing.
            boolean joins = !wasWanted;
            backlog.add(
                    change.number(),
                    target,
                    latest,
                    change.hasState() || (joins && latest.isStale()),
                    change.hasSnapshot() || (joins && latest.snapshot() != null));
            writeSoon();
        } else if (wasWanted) {
            tellRemoval(change.number(), target);
        }
    }

    /** Takes the news that a target is gone; on any thread. */
    void tellRemoval(long number, MonitoredTarget target, Target before) {
        if (wish.targets().test(before)) {
            tellRemoval(number, target);
        }
    }

    private void tellRemoval(long number, MonitoredTarget target) {
        backlog.add(number, target, null, false, false);
        writeSoon();
    }

    /** Shows the client, and whatever is on the way to it, that the stream is alive; on any thread. */
    void beat() {
        eventLoop.runOnContext(ignored -> beatNow());
    }

    private void beatNow() {
        if (hasEnded) {
            return;
        }
        if (!response.writeQueueFull()) {
            silentBeats = 0;
            var _ = response.write(EventText.COMMENT);
        } else if (hasDrained) {
            silentBeats = 0;
        } else if (++silentBeats == MAX_SILENT_BEATS) {
            cut.run();
        }
        hasDrained = false;
    }

    /** Ends the stream from our side; on any thread. */
    void end() {
        eventLoop.runOnContext(ignored -> {
            if (!hasEnded) {
                var _ = response.end();
            }
        });
    }

    /** The connection is gone, or the stream has ended: nothing is written from now on; on the event loop. */
    void ended() {
        hasEnded = true;
        backlog.clear();
    }

    /** How many targets have something to tell that was not written yet. */
    int waiting() {
        return backlog.size();
    }

    private void writeSoon() {
        if (writesSoon.compareAndSet(false, true)) {
            eventLoop.runOnContext(ignored -> write());
        }
    }

    /** Writes one change and comes back for the next, so that others have their turn in between. */
    private void write() {
        writesSoon.set(false);
        if (hasEnded || response.writeQueueFull()) {
            // In the second case it goes on when the queue has drained.
            return;
        }
        Backlog.Update update = backlog.next();
        if (update == null) {
            return;
        }
        write(update);
        if (!hasEnded) {
            writeSoon();
        }
    }

    private void write(Backlog.Update update) {
        String name = update.target().target().name();
        String id = ids.apply(update.upTo());
        Observation latest = update.latest();
        if (latest == null) {
            var _ = response.write(EventText.of("removed", id, Json.bytes(new RemovedEventJson(name))));
            if (wish.isOfOneTarget()) {
                var _ = response.end();
            }
            return;
        }
        Snapshot snapshot = update.hasSnapshot() ? latest.snapshot() : null;
        if (update.hasState()) {
            byte[] data = Json.bytes(new StatusEventJson(name, TargetStatusJson.inShort(latest.status())));
            var _ = response.write(EventText.of("status", snapshot == null ? id : null, data));
        }
        if (snapshot != null) {
            Reading reading = Reading.of(snapshot, latest);
            byte[] array = InterfacePage.of(List.of(renderings.of(reading)), wish.interfaces(), WHOLE, wish.form())
                    .representation()
                    .body();
            var _ = response.write(EventText.of("snapshot", id, SnapshotEventJson.upToInterfaces(reading), array));
        }
    }
}
