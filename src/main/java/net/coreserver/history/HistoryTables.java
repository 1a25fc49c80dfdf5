package net.coreserver.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.coreserver.history.Batch.Block;

/** The statements that the history consists of. */
final class HistoryTables {

    private static final String JOURNAL = "journal";

    private HistoryTables() {}

    /** A row with a block, without its content. */
    record Extent(long id, int series, long first, long last) {}

    /** How far the samples of a series are rolled up. */
    record Rolled(long fiveMinutes, long hours) {}

    /** What is told of a row of the journal. */
    interface JournalReader {
        void row(long id, long at, byte[] content);
    }

    /** What is told of a series. */
    interface SeriesReader {
        void series(int id, SeriesKey key, Rolled rolled);
    }

    static void readSeries(Connection connection, SeriesReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT id, target, interface, rolled_5m, rolled_1h FROM series")) {
            while (rows.next()) {
                reader.series(
                        rows.getInt(1),
                        new SeriesKey(rows.getString(2), rows.getString(3)),
                        new Rolled(rows.getLong(4), rows.getLong(5)));
            }
        }
    }

    static void readJournal(Connection connection, JournalReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, at, content FROM journal ORDER BY id")) {
            while (rows.next()) {
                reader.row(rows.getLong(1), rows.getLong(2), rows.getBytes(3));
            }
        }
    }

    static long newestBlock(Connection connection, Tier tier) throws SQLException {
        return number(connection, "SELECT coalesce(max(id), 0) FROM " + tier.table());
    }

    /**
     * Writes a batch; it may have been written before, wholly or not at all.
     *
     * @return the same batch
     */
    static Batch written(Connection connection, Batch batch) throws SQLException {
        if (!batch.added().isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO series (id, target, interface) VALUES (?, ?, ?)")) {
                for (Series series : batch.added()) {
                    insert.setInt(1, series.id());
                    insert.setString(2, series.key().target());
                    insert.setString(3, series.key().interfaceName());
                    insert.executeUpdate();
                }
            }
        }
        long octets = 0;
        if (batch.journal().length > 0) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR REPLACE INTO journal (id, at, content) VALUES (?, ?, ?)")) {
                insert.setLong(1, batch.row());
                insert.setLong(2, batch.at());
                insert.setBytes(3, batch.journal());
                insert.executeUpdate();
            }
            octets = batch.journal().length;
        }
        octets -= delete(connection, JOURNAL, batch.journalBefore() - 1);
        grow(connection, JOURNAL, octets);
        insert(connection, batch.blocks());
        return batch;
    }

    /** Writes blocks. */
    static void insert(Connection connection, List<Block> blocks) throws SQLException {
        for (Tier tier : Tier.ALL) {
            long octets = 0;
            try (PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO " + tier.table()
                    + " (id, series, first, last, content) VALUES (?, ?, ?, ?, ?)")) {
                for (Block block : blocks) {
                    if (block.tier() == tier) {
                        insert.setLong(1, block.id());
                        insert.setInt(2, block.series().id());
                        insert.setLong(3, block.first());
                        insert.setLong(4, block.last());
                        insert.setBytes(5, block.content());
                        insert.executeUpdate();
                        octets += block.content().length;
                    }
                }
            }
            grow(connection, tier.table(), octets);
        }
    }

    /** The oldest blocks of a tier. */
    static List<Extent> oldest(Connection connection, Tier tier, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, series, first, last FROM " + tier.table() + " ORDER BY id LIMIT ?")) {
            select.setInt(1, limit);
            List<Extent> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Extent(rows.getLong(1), rows.getInt(2), rows.getLong(3), rows.getLong(4)));
                }
            }
            return found;
        }
    }

    /** Deletes the blocks of a tier up to one. */
    static void delete(Connection connection, Tier tier, long last) throws SQLException {
        grow(connection, tier.table(), -delete(connection, tier.table(), last));
    }

    /** {@return how many octets that were} */
    private static long delete(Connection connection, String table, long last) throws SQLException {
        long octets =
                number(connection, "SELECT coalesce(sum(length(content)), 0) FROM " + table + " WHERE id <= ?", last);
        if (octets > 0) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE id <= ?")) {
                delete.setLong(1, last);
                delete.executeUpdate();
            }
        }
        return octets;
    }

    private static void grow(Connection connection, String table, long octets) throws SQLException {
        if (octets != 0) {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE tier SET octets = octets + ? WHERE name = ?")) {
                update.setLong(1, octets);
                update.setString(2, table);
                update.executeUpdate();
            }
        }
    }

    /** How many octets each tier has. */
    static Map<Tier, Long> octets(Connection connection) throws SQLException {
        Map<Tier, Long> octets = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.ALL) {
            try (PreparedStatement select = connection.prepareStatement("SELECT octets FROM tier WHERE name = ?")) {
                select.setString(1, tier.table());
                try (ResultSet row = select.executeQuery()) {
                    octets.put(tier, row.next() ? row.getLong(1) : 0L);
                }
            }
        }
        return octets;
    }

    static void keep(Connection connection, int series, Rolled rolled) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE series SET rolled_5m = ?, rolled_1h = ? WHERE id = ?")) {
            update.setLong(1, rolled.fiveMinutes());
            update.setLong(2, rolled.hours());
            update.setInt(3, series);
            update.executeUpdate();
        }
    }

    static void forget(Connection connection, int series) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM series WHERE id = ?")) {
            delete.setInt(1, series);
            delete.executeUpdate();
        }
    }

    private static long number(Connection connection, String query, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
