package net.coreserver.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of the stored inventory, in SQL: {@code db/migration/coreserver} makes them. */
final class TargetTables {

    private final Connection connection;

    TargetTables(Connection connection) {
        this.connection = connection;
    }

    /** A target as its rows have it. */
    record Row(
            String name,
            long revision,
            Instant createdAt,
            Instant updatedAt,
            Map<String, String> texts,
            Map<String, String> labels,
            Map<String, SealedSecret> secrets) {}

    /** All targets, in the order of their names. */
    List<Row> read() throws SQLException {
        Map<String, Row> rows = new LinkedHashMap<>();
        query(
                "SELECT name, revision, created_at, updated_at FROM target ORDER BY name",
                row -> rows.put(
                        row.getString(1),
                        new Row(
                                row.getString(1),
                                row.getLong(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                Instant.ofEpochMilli(row.getLong(4)),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                new TreeMap<>())));
        query(
                "SELECT target, setting, text FROM target_setting",
                row -> of(rows, row).texts().put(row.getString(2), row.getString(3)));
        query(
                "SELECT target, label, text FROM target_label",
                row -> of(rows, row).labels().put(row.getString(2), row.getString(3)));
        query(
                "SELECT target, setting, key_version, sealed FROM target_secret",
                row -> of(rows, row).secrets().put(row.getString(2), new SealedSecret(row.getInt(3), row.getBytes(4))));
        return new ArrayList<>(rows.values());
    }

    private static Row of(Map<String, Row> rows, ResultSet row) throws SQLException {
        Row target = rows.get(row.getString(1));
        if (target == null) {
            throw new IllegalStateException("the database holds the settings of a target that it does not hold");
        }
        return target;
    }

    /** The newest key that a secret is encrypted with; 0 where there is none. */
    int newestKeyVersion() throws SQLException {
        int[] newest = {0};
        query("SELECT coalesce(max(key_version), 0) FROM target_secret", row -> newest[0] = row.getInt(1));
        return newest[0];
    }

    long nextRevision() throws SQLException {
        update("UPDATE target_revision SET last = last + 1");
        long[] last = {0};
        query("SELECT last FROM target_revision", row -> last[0] = row.getLong(1));
        return last[0];
    }

    void insert(StoredTarget target) throws SQLException {
        update(
                "INSERT INTO target (name, revision, created_at, updated_at) VALUES (?, ?, ?, ?)",
                target.name(),
                target.revision(),
                target.createdAt().toEpochMilli(),
                target.updatedAt().toEpochMilli());
        insertStated(target);
    }

    /** Changes all but the secrets; false when the target does not have the revision. */
    boolean update(StoredTarget target, long expectedRevision) throws SQLException {
        int updated = update(
                "UPDATE target SET revision = ?, updated_at = ? WHERE name = ? AND revision = ?",
                target.revision(),
                target.updatedAt().toEpochMilli(),
                target.name(),
                expectedRevision);
        if (updated == 0) {
            return false;
        }
        update("DELETE FROM target_setting WHERE target = ?", target.name());
        update("DELETE FROM target_label WHERE target = ?", target.name());
        insertStated(target);
        return true;
    }

    private void insertStated(StoredTarget target) throws SQLException {
        for (Map.Entry<TargetKey, String> text : target.stated().texts().entrySet()) {
            update(
                    "INSERT INTO target_setting (target, setting, text) VALUES (?, ?, ?)",
                    target.name(),
                    text.getKey().word(),
                    text.getValue());
        }
        for (Map.Entry<String, String> label : target.stated().labels().entrySet()) {
            update(
                    "INSERT INTO target_label (target, label, text) VALUES (?, ?, ?)",
                    target.name(),
                    label.getKey(),
                    label.getValue());
        }
    }

    void putSecret(String target, TargetKey key, SealedSecret secret) throws SQLException {
        update(
                "INSERT OR REPLACE INTO target_secret (target, setting, key_version, sealed) VALUES (?, ?, ?, ?)",
                target,
                key.word(),
                secret.keyVersion(),
                secret.octets());
    }

    void deleteSecret(String target, TargetKey key) throws SQLException {
        update("DELETE FROM target_secret WHERE target = ? AND setting = ?", target, key.word());
    }

    /** Deletes a target with all that belongs to it; false when there is none of the revision. */
    boolean delete(String name, long revision) throws SQLException {
        return update("DELETE FROM target WHERE name = ? AND revision = ?", name, revision) > 0;
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
