package net.coreserver.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import net.coreserver.event.EventTables.Extent;
import net.coreserver.store.Store;
import net.coreserver.store.StoreUnavailableException;

/** Takes the oldest events away when they are too old, or too many. A little at a time, so that nobody waits for it. */
final class Retention {

    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    /** So many rows go at once. */
    private static final int CHUNK = 1_000;

    /** How long it looks away when there was nothing to take. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Store store;
    private final EventLogSettings settings;
    private final InstantSource clock;
    private final Consumer<Extent> trimmed;
    private Instant next = Instant.MIN;

    /**
     * Makes it.
     *
     * @param trimmed is told what is there after something was taken
     */
    Retention(Store store, EventLogSettings settings, InstantSource clock, Consumer<Extent> trimmed) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.trimmed = trimmed;
    }

    /** What is there after something was taken. */
    private record Kept(Extent extent, boolean isMoreToGo) {}

    private Kept trim(Connection connection) throws SQLException {
        Extent before = EventTables.extent(connection);
        Extent after =
                EventTables.trim(connection, clock.instant().minus(settings.maxAge()), settings.maxOctets(), CHUNK);
        return new Kept(after, after.oldest() - before.oldest() >= CHUNK);
    }

    /** Takes a few of those that have to go; to be called again and again, by one thread. */
    void keep() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        try {
            Kept kept = store.write(this::trim, done -> trimmed.accept(done.extent()));
            if (kept.isMoreToGo()) {
                next = now;
            }
        } catch (StoreUnavailableException e) {
            LOG.log(System.Logger.Level.DEBUG, "Old events stay: {0}", e.reason());
        }
    }
}
