package net.coreserver.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.history.HistoryTables.Extent;
import net.coreserver.history.HistoryTables.Rolled;

/**
 * Deletes what is too old, and the oldest of what is too much; a little at a time, so that nobody waits for it. What goes has been
 * rolled up before. For the one thread that writes, in a transaction.
 */
final class Trimming {

    /** So many blocks go at once. */
    static final int BLOCKS_AT_ONCE = 200;

    /** Beside the pages of the database there is the log of its writes; what it may take is left to it. */
    private static final long MOST_RESERVE = 32L * 1024 * 1024;

    /** Pages given back to the disk at once. */
    private static final int PAGES_AT_ONCE = 500;

    private final HistorySettings settings;
    private final SeriesIndex index;
    private final Roller roller;

    /** Whether a block may go whose last step is not complete, so that this cannot be rolled up yet. */
    private enum Urgency {
        /** It may not. */
        WHEN_ROLLED_UP,
        /** There is no room, so it may. */
        NOW
    }

    Trimming(HistorySettings settings, SeriesIndex index, Roller roller) {
        this.settings = settings;
        this.index = index;
        this.roller = roller;
    }

    /** What was done. */
    enum Done {
        /** All there was to do. */
        ALL,
        /** A part of it. */
        SOME
    }

    /** Deletes some of what is too old. */
    Done byAge(Connection connection, Instant now) throws SQLException {
        boolean isAll = true;
        for (Tier tier : Tier.ALL) {
            long horizon = now.minus(tier.maxAge(settings)).toEpochMilli();
            isAll &= trim(connection, tier, horizon, Urgency.WHEN_ROLLED_UP) < BLOCKS_AT_ONCE;
        }
        return isAll ? Done.ALL : Done.SOME;
    }

    /** Deletes some of what is too much. */
    Done bySize(Connection connection) throws SQLException {
        long pageSize = pragma(connection, "page_size");
        long pages = pragma(connection, "page_count");
        long free = pragma(connection, "freelist_count");
        long reserve = Math.min(MOST_RESERVE, settings.maxOctets() / 4);
        long limit = settings.maxOctets() - reserve;
        if ((pages - free) * pageSize > limit) {
            Map<Tier, Long> octets = HistoryTables.octets(connection);
            Tier largest = Tier.ALL.stream()
                    .max(Comparator.comparingDouble(tier -> (double) octets.getOrDefault(tier, 0L) / tier.share()))
                    .orElseThrow();
            return trim(connection, largest, Long.MAX_VALUE, Urgency.NOW) == 0 ? Done.ALL : Done.SOME;
        }
        if (free > 0 && pages * pageSize > limit + reserve / 2) {
            // The budget was more, once.
            giveBack(connection);
            return Done.SOME;
        }
        return Done.ALL;
    }

    /** Deletes the oldest blocks of a tier that end before a time; tells how many. */
    private int trim(Connection connection, Tier tier, long horizon, Urgency urgency) throws SQLException {
        List<Extent> oldest = HistoryTables.oldest(connection, tier, BLOCKS_AT_ONCE);
        Map<Integer, Rolled> rolled = new HashMap<>();
        int count = 0;
        while (count < oldest.size()
                && oldest.get(count).last() < horizon
                && mayGo(connection, tier, oldest.get(count), rolled, urgency)) {
            count++;
        }
        if (count > 0) {
            HistoryTables.delete(connection, tier, oldest.get(count - 1).id());
        }
        return count;
    }

    /** Sees to it that a block is rolled up, for which it takes several turns where there is much; tells whether it may go. */
    private boolean mayGo(Connection connection, Tier tier, Extent block, Map<Integer, Rolled> rolled, Urgency urgency)
            throws SQLException {
        Series series = index.find(block.series());
        if (series == null) {
            return true;
        }
        Rolled known = rolled.get(block.series());
        Rolled before = known == null ? rolled(connection, series) : known;
        if (isRolledUp(tier, block, before)) {
            rolled.put(block.series(), before);
            return true;
        }
        Rolled after = roller.roll(connection, series, Roller.Extent.ALL);
        rolled.put(block.series(), after);
        return isRolledUp(tier, block, after) || (urgency == Urgency.NOW && after.equals(before));
    }

    private static boolean isRolledUp(Tier tier, Extent block, Rolled rolled) {
        return switch (tier) {
            case SAMPLES -> rolled.fiveMinutes() > block.last();
            case FIVE_MINUTES -> rolled.hours() > block.last();
            case HOURS -> true;
        };
    }

    private static Rolled rolled(Connection connection, Series series) throws SQLException {
        try (BlockReader reader = new BlockReader(connection)) {
            return reader.rolled(series);
        }
    }

    private static void giveBack(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // It gives back a page at each step; this way of calling it takes them all.
            statement.executeUpdate("PRAGMA incremental_vacuum(" + PAGES_AT_ONCE + ")");
        }
    }

    private static long pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** How large the files are. */
    static long octets(Path file) {
        return length(file) + length(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private static long length(Path file) {
        return file.toFile().length();
    }
}
