package net.coreserver.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import net.coreserver.history.HistoryTables.Rolled;

/** Reads the blocks of series, any number of them in one transaction. */
final class BlockReader implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BlockReader.class.getName());

    private final Connection connection;
    /** To be compiled costs more than to be run. */
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    BlockReader(Connection connection) {
        this.connection = connection;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        statements.put(sql, statement);
        return statement;
    }

    /** How far a series is rolled up. */
    Rolled rolled(Series series) throws SQLException {
        PreparedStatement select = prepared("SELECT rolled_5m, rolled_1h FROM series WHERE id = ?");
        select.setInt(1, series.id());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? new Rolled(row.getLong(1), row.getLong(2)) : new Rolled(0, 0);
        }
    }

    /** The first time of the first block of a series that ends at a time or later; empty when there is none. */
    OptionalLong firstFrom(Tier tier, Series series, long time) throws SQLException {
        PreparedStatement select = prepared(
                "SELECT first FROM " + tier.table() + " WHERE series = ? AND last >= ? ORDER BY first LIMIT 1");
        select.setInt(1, series.id());
        select.setLong(2, time);
        return first(select);
    }

    /** The last time of all blocks of a series; empty when there are none. */
    OptionalLong last(Tier tier, Series series) throws SQLException {
        PreparedStatement select =
                prepared("SELECT last FROM " + tier.table() + " WHERE series = ? ORDER BY first DESC LIMIT 1");
        select.setInt(1, series.id());
        return first(select);
    }

    private static OptionalLong first(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Looks at blocks, one after another. */
    interface Visitor {
        /**
         * Looks at one.
         *
         * @param first its first time
         * @return whether the next one is wanted as well
         */
        boolean visit(long first, byte[] content);
    }

    /** Reads blocks of a series in the order of time, beginning with the one right before a time, if there is one. */
    void visit(Tier tier, Series series, long from, Visitor visitor) throws SQLException {
        PreparedStatement select = prepared("SELECT first, content FROM " + tier.table()
                + " WHERE series = ?1 AND first >= coalesce((SELECT max(first) FROM " + tier.table()
                + " WHERE series = ?1 AND first <= ?2), ?2) ORDER BY first");
        select.setInt(1, series.id());
        select.setLong(2, from);
        try (ResultSet rows = select.executeQuery()) {
            boolean goesOn = true;
            while (goesOn && rows.next()) {
                goesOn = visitor.visit(rows.getLong(1), rows.getBytes(2));
            }
        }
    }

    /** Reads blocks likewise, up to the one right after another time; one that makes no sense is left out. */
    <T> List<T> blocks(Tier tier, Series series, long from, long to, Function<byte[], T> decoding) throws SQLException {
        List<T> found = new ArrayList<>();
        visit(tier, series, from, (first, content) -> {
            try {
                found.add(decoding.apply(content));
            } catch (IllegalArgumentException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A block of {0} cannot be read, and is left out: {1}",
                        series.key(),
                        e);
            }
            return first < to;
        });
        return found;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
