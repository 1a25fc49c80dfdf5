package net.coreserver.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What has to be known again after a restart, as rows: which notifications have been dealt with, and what was known of targets. */
final class MemoryTables {

    /** So many notifications of one stream are known again. */
    static final int MAX_MARKS = 512;

    private MemoryTables() {}

    /** The marks of a stream, the latest time first. */
    static List<NotificationMark> selectMarks(Connection connection, String target, String stream) throws SQLException {
        List<NotificationMark> marks = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT event_time, digest FROM notification_mark"
                + " WHERE target = ? AND stream = ? ORDER BY id DESC LIMIT " + MAX_MARKS)) {
            select.setString(1, target);
            select.setString(2, stream);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    marks.add(
                            new NotificationMark(target, stream, Instant.parse(rows.getString(1)), rows.getString(2)));
                }
            }
        }
        marks.sort(Comparator.comparing(NotificationMark::eventTime).reversed());
        return marks;
    }

    /** Keeps a baseline; with nothing in it, everything that is known of the target is forgotten. */
    static void keep(Connection connection, Baseline baseline) throws SQLException {
        if (baseline.document().equals(Baseline.NOTHING)) {
            delete(connection, "DELETE FROM baseline WHERE target = ?", baseline.target());
            delete(connection, "DELETE FROM notification_mark WHERE target = ?", baseline.target());
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO baseline (target, document)"
                + " VALUES (?, ?) ON CONFLICT (target) DO UPDATE SET document = excluded.document")) {
            upsert.setString(1, baseline.target());
            upsert.setString(2, baseline.document());
            upsert.executeUpdate();
        }
    }

    private static void delete(Connection connection, String statement, String target) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setString(1, target);
            delete.executeUpdate();
        }
    }

    static Optional<Baseline> selectBaseline(Connection connection, String target) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT document FROM baseline WHERE target = ?")) {
            select.setString(1, target);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Baseline(target, row.getString(1))) : Optional.empty();
            }
        }
    }
}
