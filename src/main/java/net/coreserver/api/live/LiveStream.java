package net.coreserver.api.live;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import net.coreserver.api.http.EventText;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.OpenResponse;
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

/** One client that listens. Changes come from the threads that poll, and wait in the backlog until the client takes them. */
final class LiveStream extends OpenResponse {

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

    /**
     * Makes a stream.
     *
     * @param backlog what it has to tell at first
     * @param ids makes the ids of events
     * @param connection what it is written to
     */
    LiveStream(Wish wish, Backlog backlog, LongFunction<String> ids, Renderings renderings, Connection connection) {
        super(connection);
        this.wish = wish;
        this.backlog = backlog;
        this.ids = ids;
        this.renderings = renderings;
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

    @Override
    protected Buffer heartbeat() {
        return EventText.comment();
    }

    @Override
    protected void forget() {
        backlog.clear();
    }

    /** How many targets have something to tell that was not written yet. */
    int waiting() {
        return backlog.size();
    }

    @Override
    protected boolean writeNext() {
        Backlog.Update update = backlog.next();
        if (update == null) {
            return false;
        }
        write(update);
        return true;
    }

    private void write(Backlog.Update update) {
        String name = update.target().target().name();
        String id = ids.apply(update.upTo());
        Observation latest = update.latest();
        if (latest == null) {
            write(EventText.of("removed", id, Json.bytes(new RemovedEventJson(name))));
            if (wish.isOfOneTarget()) {
                endNow();
            }
            return;
        }
        Snapshot snapshot = update.hasSnapshot() ? latest.snapshot() : null;
        if (update.hasState()) {
            byte[] data = Json.bytes(new StatusEventJson(name, TargetStatusJson.inShort(latest.status())));
            write(EventText.of("status", snapshot == null ? id : null, data));
        }
        if (snapshot != null) {
            Reading reading = Reading.of(snapshot, latest);
            byte[] array = InterfacePage.of(List.of(renderings.of(reading)), wish.interfaces(), WHOLE, wish.form())
                    .representation()
                    .body();
            write(EventText.of("snapshot", id, SnapshotEventJson.upToInterfaces(reading), array));
        }
    }
}
