package net.coreserver.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.coreserver.monitor.HealthMemory;
import net.coreserver.monitor.Remembered;
import net.coreserver.store.Store;
import net.coreserver.store.StoreFollower;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of targets in the store. What an earlier version has kept, and nobody understands now, is left out. */
final class StoredHealth implements HealthMemory, StoreFollower {

    private static final Logger LOG = Logger.getLogger(StoredHealth.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Store store;
    /** Until it is asked for, which is once; null from then on. */
    private final AtomicReference<@Nullable List<Remembered>> loaded = new AtomicReference<>(List.of());

    /**
     * Makes the memory; the store is to be started after that.
     *
     * @param store where it is kept
     */
    StoredHealth(Store store) {
        this.store = store;
        store.follow(this);
    }

    @Override
    public void load(Connection connection) throws SQLException {
        List<Remembered> before = loaded.get();
        if (before == null) {
            return;
        }
        List<Remembered> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT document FROM health")) {
            while (rows.next()) {
                try {
                    found.add(JSON.readValue(rows.getString(1), Remembered.class));
                } catch (JsonProcessingException e) {
                    LOG.debug("What was remembered of a target is not understood", e);
                }
            }
        }
        // Who has asked meanwhile goes without it.
        var _ = loaded.compareAndSet(before, found);
    }

    @Override
    public void maintain(Connection connection) {
        // it is up to date
    }

    @Override
    public Collection<Remembered> load() {
        List<Remembered> found = loaded.getAndSet(null);
        return found == null ? List.of() : found;
    }

    @Override
    public void keep(Collection<Remembered> changed, Collection<String> gone) {
        var _ = store.write(
                connection -> {
                    upsert(connection, changed);
                    delete(connection, gone);
                    return changed.size();
                },
                kept -> {});
    }

    private static void upsert(Connection connection, Collection<Remembered> changed) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO health (target, document) VALUES (?, ?)"
                        + " ON CONFLICT (target) DO UPDATE SET document = excluded.document")) {
            for (Remembered each : changed) {
                statement.setString(1, each.target());
                statement.setString(2, document(each));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void delete(Connection connection, Collection<String> gone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM health WHERE target = ?")) {
            for (String target : gone) {
                statement.setString(1, target);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String document(Remembered each) {
        try {
            return JSON.writeValueAsString(each);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is remembered of a target cannot be written", e);
        }
    }
}
