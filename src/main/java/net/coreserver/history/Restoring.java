package net.coreserver.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds out, when the service starts, what there is: the series, and their heads as the journal tells of them. */
final class Restoring {

    private static final System.Logger LOG = System.getLogger(Restoring.class.getName());

    private Restoring() {}

    static void restore(Connection connection, SeriesIndex index, Recording recording) throws SQLException {
        HistoryTables.readSeries(
                connection, (id, key, rolled) -> index.add(id, key).rolledUp(rolled.fiveMinutes()));
        for (Tier tier : Tier.ALL) {
            recording.restored(tier, HistoryTables.newestBlock(connection, tier));
        }
        HistoryTables.readJournal(
                connection,
                (row, at, content) -> recording.restored(row, at, read(row, content, index), content.length));
    }

    /** Reads a row; what makes no sense in it is left out, and costs the heads that it is about at most. */
    private static List<Series> read(long row, byte[] content, SeriesIndex index) {
        List<Series> begun = new ArrayList<>();
        try {
            Journal.read(content, (id, entry) -> {
                Series series = index.find(id);
                if (series != null) {
                    try {
                        series.restore(entry, row);
                    } catch (IllegalArgumentException e) {
                        LOG.log(System.Logger.Level.WARNING, "Samples of {0} cannot be read: {1}", series.key(), e);
                    }
                    if (entry.begins()) {
                        begun.add(series);
                    }
                }
            });
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "A row of the history''s journal cannot be read: {0}", e);
        }
        return begun;
    }
}
