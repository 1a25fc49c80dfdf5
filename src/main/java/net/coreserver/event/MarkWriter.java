package net.coreserver.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes marks, and of each stream no more than are ever asked for again, or little more. For one thread. */
final class MarkWriter {

    /** So many may be too many of a stream before they are deleted, which costs more than to write one. */
    private static final int EXCESS = 128;

    private final Map<Stream, Integer> written = new HashMap<>();

    private record Stream(String target, String name) {}

    void insert(Connection connection, Collection<NotificationMark> marks) throws SQLException {
        if (marks.isEmpty()) {
            return;
        }
        Set<Stream> overfull = new HashSet<>();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO notification_mark (target, stream, event_time, digest) VALUES (?, ?, ?, ?)")) {
            for (NotificationMark mark : marks) {
                insert.setString(1, mark.target());
                insert.setString(2, mark.stream());
                insert.setString(3, mark.eventTime().toString());
                insert.setString(4, mark.digest());
                insert.addBatch();
                Stream stream = new Stream(mark.target(), mark.stream());
                if (written.merge(stream, 1, Integer::sum) >= EXCESS) {
                    written.remove(stream);
                    overfull.add(stream);
                }
            }
            insert.executeBatch();
        }
        for (Stream stream : overfull) {
            trim(connection, stream);
        }
    }

    private static void trim(Connection connection, Stream stream) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM notification_mark WHERE target = ?1 AND stream = ?2 AND id <= (SELECT id FROM notification_mark"
                        + " WHERE target = ?1 AND stream = ?2 ORDER BY id DESC LIMIT 1 OFFSET "
                        + MemoryTables.MAX_MARKS + ")")) {
            delete.setString(1, stream.target());
            delete.setString(2, stream.name());
            delete.executeUpdate();
        }
    }
}
