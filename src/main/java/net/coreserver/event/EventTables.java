package net.coreserver.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The log as rows. */
final class EventTables {

    private static final String COLUMNS = "id, at, event_time, target, interface, kind, severity, message, data";

    /** What a row takes besides its texts: the fixed columns, and its places in the indexes. */
    private static final int OCTETS_OF_A_ROW = 120;

    private EventTables() {}

    /**
     * The ends of the log.
     *
     * @param oldest the smallest id; one more than the newest when there is no event
     * @param newest the greatest id that was ever given
     * @param octets about how much room the events take
     */
    record Extent(long oldest, long newest, long octets) {}

    static Extent extent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long newest = number(statement, "SELECT seq FROM sqlite_sequence WHERE name = 'event'")
                    .orElse(0L);
            long oldest = number(statement, "SELECT min(id) FROM event").orElse(newest + 1);
            long octets = number(statement, "SELECT octets FROM event_log").orElse(0L);
            return new Extent(oldest, newest, octets);
        }
    }

    private static Optional<Long> number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                return Optional.empty();
            }
            long number = row.getLong(1);
            return row.wasNull() ? Optional.empty() : Optional.of(number);
        }
    }

    /** Appends events. Their times are given back as they are stored, which is less exact than they came. */
    static List<Event> insert(Connection connection, List<Occurrence> occurrences) throws SQLException {
        List<Event> events = new ArrayList<>(occurrences.size());
        long octets = 0;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO event (at, event_time, target, interface, kind, severity, message,"
                        + " data, octets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
            for (Occurrence what : occurrences) {
                Occurrence stored = new Occurrence(
                        what.at().truncatedTo(ChronoUnit.MICROS),
                        what.eventTime(),
                        what.target(),
                        what.interfaceName(),
                        what.kind(),
                        what.severity(),
                        what.message(),
                        what.data());
                int size = octets(stored);
                bind(insert, stored, size);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    events.add(new Event(row.getLong(1), stored));
                }
                octets += size;
            }
        }
        grow(connection, octets);
        return events;
    }

    private static void bind(PreparedStatement insert, Occurrence what, int size) throws SQLException {
        insert.setLong(1, micros(what.at()));
        bind(insert, 2, what.eventTime() == null ? null : what.eventTime().toString());
        bind(insert, 3, what.target());
        bind(insert, 4, what.interfaceName());
        insert.setString(5, what.kind().word());
        insert.setString(6, what.severity().word());
        insert.setString(7, what.message());
        insert.setString(8, what.data().json());
        insert.setInt(9, size);
    }

    private static void bind(PreparedStatement statement, int column, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(column, Types.VARCHAR);
        } else {
            statement.setString(column, text);
        }
    }

    private static int octets(Occurrence what) {
        int octets =
                OCTETS_OF_A_ROW + length(what.message()) + length(what.data().json());
        octets += 2 * (what.target() == null ? 0 : length(what.target()));
        octets += what.interfaceName() == null ? 0 : length(what.interfaceName());
        return octets;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void grow(Connection connection, long octets) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE event_log SET octets = octets + ?")) {
            update.setLong(1, octets);
            update.executeUpdate();
        }
    }

    /** Reads events of a stretch of the log, both ends included, that a filter selects. */
    static List<Event> select(
            Connection connection, long first, long last, boolean isForwards, EventFilter filter, int limit)
            throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT ").append(COLUMNS).append(" FROM event WHERE id BETWEEN ? AND ?");
        List<Object> values = new ArrayList<>(List.of(first, last));
        among(sql, values, "target", filter.targets());
        among(sql, values, "interface", filter.interfaces());
        among(sql, values, "kind", filter.kinds().stream().map(EventKind::word).toList());
        among(
                sql,
                values,
                "severity",
                filter.severities().stream().map(Severity::word).toList());
        Instant from = filter.from();
        if (from != null) {
            sql.append(" AND at >= ?");
            // An event is as late as the microsecond in which it happened.
            values.add(ceiling(from));
        }
        Instant to = filter.to();
        if (to != null) {
            sql.append(" AND at < ?");
            values.add(ceiling(to));
        }
        sql.append(" ORDER BY id ").append(isForwards ? "ASC" : "DESC").append(" LIMIT ?");
        values.add(limit);
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    private static void among(StringBuilder sql, List<Object> values, String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            StringJoiner places = new StringJoiner(", ", " AND " + column + " IN (", ")");
            wanted.forEach(each -> places.add("?"));
            sql.append(places);
            values.addAll(wanted);
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        String eventTime = row.getString(3);
        return new Event(
                row.getLong(1),
                new Occurrence(
                        Instant.EPOCH.plus(row.getLong(2), ChronoUnit.MICROS),
                        eventTime == null ? null : Instant.parse(eventTime),
                        row.getString(4),
                        row.getString(5),
                        // A later version may have known more kinds; what it wrote is told as well as can be.
                        EventKind.of(row.getString(6)).orElse(EventKind.NOTIFICATION),
                        Severity.of(row.getString(7)).orElse(Severity.INFO),
                        row.getString(8),
                        new EventData(row.getString(9))));
    }

    /**
     * Deletes the oldest events.
     *
     * @param before those that are older go
     * @param maxOctets more than this is not kept
     * @param limit how many rows at most
     * @return what is there then
     */
    static Extent trim(Connection connection, Instant before, long maxOctets, int limit) throws SQLException {
        long excess = extent(connection).octets() - maxOctets;
        long freed = 0;
        long last = 0;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, at, octets FROM event ORDER BY id LIMIT ?")) {
            select.setInt(1, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next() && (freed < excess || rows.getLong(2) < micros(before))) {
                    last = rows.getLong(1);
                    freed += rows.getLong(3);
                }
            }
        }
        if (last > 0) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM event WHERE id <= ?")) {
                delete.setLong(1, last);
                delete.executeUpdate();
            }
            grow(connection, -freed);
        }
        return extent(connection);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The first microsecond that is not before a time, however far away it is. */
    private static long ceiling(Instant instant) {
        try {
            Instant whole = instant.truncatedTo(ChronoUnit.MICROS);
            return micros(whole) + (whole.equals(instant) ? 0 : 1);
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
