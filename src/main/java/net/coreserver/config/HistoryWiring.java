package net.coreserver.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.LogEntry;
import net.coreserver.event.Occurrence;
import net.coreserver.history.History;
import net.coreserver.history.HistoryFollower;
import net.coreserver.history.HistoryReader;
import net.coreserver.history.HistorySettings;
import net.coreserver.history.NoHistory;
import net.coreserver.monitor.Monitor;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.Upkeep;
import org.jspecify.annotations.Nullable;

/** Opens the history, in a file of its own, unless none is wanted. */
@Singleton
final class HistoryWiring implements AutoCloseable {

    private static final String DATABASE = "history.db";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Nobody needs it at once. */
    private static final Duration PATIENCE = Duration.ZERO;

    private final @Nullable Store store;
    private final @Nullable History history;

    @Inject
    HistoryWiring(Configuration configuration, StoreWiring stores, InstantSource clock) {
        HistorySettings settings = configuration.settings().history();
        if (settings.isEnabled()) {
            store = new Store(
                    configuration.settings().dataDir().resolve(DATABASE),
                    Migrations.HISTORY,
                    Upkeep.BULK,
                    clock,
                    FIRST_PAUSE);
            history = new History(store, settings, clock, new Told(stores.recorder(), clock));
        } else {
            store = null;
            history = null;
        }
    }

    @Produces
    @Singleton
    HistoryReader reader() {
        return history == null ? NoHistory.NO_HISTORY : history;
    }

    /** Begins to keep what is seen. */
    void start(Monitor monitor) {
        if (store != null && history != null) {
            store.start(PATIENCE);
            history.start();
            var _ = monitor.listen(history.recorder());
        }
    }

    /** To be called when nothing is polled any more. */
    @Override
    public void close() {
        if (store != null && history != null) {
            history.close();
            store.close();
        }
    }

    /** That it stops and goes on are events. */
    private record Told(EventRecorder events, InstantSource clock) implements HistoryFollower {

        @Override
        public void stopped(String reason) {
            tell(EventKind.HISTORY_STOPPED, "The history is not written. " + reason, Map.of("reason", reason));
        }

        @Override
        public void resumed(long samplesLost) {
            tell(
                    EventKind.HISTORY_RESUMED,
                    "The history is written again; samples lost meanwhile: " + samplesLost,
                    Map.of("samplesLost", samplesLost));
        }

        private void tell(EventKind kind, String message, Map<String, ?> data) {
            events.record(new LogEntry(
                    List.of(Occurrence.ofService(clock.instant(), kind, message, EventData.of(data))),
                    List.of(),
                    null));
        }
    }
}
