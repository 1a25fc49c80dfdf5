package net.coreserver.event.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.coreserver.event.sink.Standing.Letter;
import org.jspecify.annotations.Nullable;

/** The tables of the sinks. Times are milliseconds since 1970. */
final class SinkTables {

    private SinkTables() {}

    /**
     * What is kept of a sink.
     *
     * @param standing how far it is
     * @param letters how many dead letters it has
     */
    record Kept(Standing standing, long letters) {}

    /**
     * What came of keeping dead letters.
     *
     * @param letters how many there are now
     * @param trimmed how many had to go
     */
    record Trimmed(long letters, long trimmed) {

        /** Where none were to be kept. */
        static final Trimmed NOTHING = new Trimmed(0, 0);
    }

    static Map<String, Kept> load(Connection connection) throws SQLException {
        Map<String, Kept> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, cursor, delivered, lost, discarded, last_success,"
                        + " (SELECT count(*) FROM dead_letter WHERE sink = name) FROM sink")) {
            while (rows.next()) {
                String name = rows.getString(1);
                Standing standing = new Standing(
                        name, rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5), timeOrNull(rows, 6));
                found.put(name, new Kept(standing, rows.getLong(7)));
            }
        }
        return found;
    }

    static Trimmed save(Connection connection, Standing standing, List<Letter> letters) throws SQLException {
        upsert(connection, standing);
        if (letters.isEmpty()) {
            return Trimmed.NOTHING;
        }
        insert(connection, standing.sink(), letters);
        long trimmed = trim(connection, standing.sink());
        if (trimmed > 0) {
            upsert(connection, standing.withDiscarded(trimmed));
        }
        return new Trimmed(count(connection, standing.sink()), trimmed);
    }

    private static void upsert(Connection connection, Standing standing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO sink (name, cursor, delivered, lost, discarded, last_success) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor, delivered = excluded.delivered,"
                        + " lost = excluded.lost, discarded = excluded.discarded,"
                        + " last_success = excluded.last_success")) {
            statement.setString(1, standing.sink());
            statement.setLong(2, standing.cursor());
            statement.setLong(3, standing.delivered());
            statement.setLong(4, standing.lost());
            statement.setLong(5, standing.discarded());
            Instant lastSuccess = standing.lastSuccess();
            if (lastSuccess == null) {
                statement.setNull(6, Types.INTEGER);
            } else {
                statement.setLong(6, lastSuccess.toEpochMilli());
            }
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, String sink, List<Letter> letters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT OR REPLACE INTO dead_letter (sink, event, since, attempts, reason) VALUES (?, ?, ?, ?, ?)")) {
            for (Letter letter : letters) {
                statement.setString(1, sink);
                statement.setLong(2, letter.event());
                statement.setLong(3, letter.since().toEpochMilli());
                statement.setInt(4, letter.attempts());
                statement.setString(5, letter.reason());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static long trim(Connection connection, String sink) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM dead_letter WHERE sink = ? AND event <= (SELECT event FROM"
                        + " dead_letter WHERE sink = ? ORDER BY event DESC LIMIT 1 OFFSET ?)")) {
            statement.setString(1, sink);
            statement.setString(2, sink);
            statement.setInt(3, DeadLetterBox.CAPACITY);
            return statement.executeUpdate();
        }
    }

    private static long count(Connection connection, String sink) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM dead_letter WHERE sink = ?")) {
            statement.setString(1, sink);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** The dead letters of smaller numbers, the newest first. */
    static List<Letter> before(Connection connection, String sink, long event, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT event, since, attempts, reason FROM dead_letter"
                        + " WHERE sink = ? AND event < ? ORDER BY event DESC LIMIT ?")) {
            statement.setString(1, sink);
            statement.setLong(2, event);
            statement.setInt(3, limit);
            List<Letter> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Letter(
                            rows.getLong(1), Instant.ofEpochMilli(rows.getLong(2)), rows.getInt(3), rows.getString(4)));
                }
            }
            return found;
        }
    }

    static Optional<Letter> find(Connection connection, String sink, long event) throws SQLException {
        return before(connection, sink, event + 1, 1).stream()
                .filter(letter -> letter.event() == event)
                .findFirst();
    }

    /** Takes a dead letter away; tells whether there was one. */
    static boolean remove(Connection connection, String sink, long event) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM dead_letter WHERE sink = ? AND event = ?")) {
            statement.setString(1, sink);
            statement.setLong(2, event);
            return statement.executeUpdate() > 0;
        }
    }

    private static @Nullable Instant timeOrNull(ResultSet rows, int column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
