package net.coreserver.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import net.coreserver.history.HistoryTables.Rolled;
import net.coreserver.history.series.Buckets;
import net.coreserver.history.series.Folding;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.Line;
import net.coreserver.history.series.Points;
import net.coreserver.history.series.Samples;

/**
 * Reads what is kept of one interface at one moment: what is rolled up from the roll-ups, and what is not yet from what is finer.
 * Everything happens within one transaction.
 */
final class Graphs {

    /** So many samples are looked at rather than roll-ups, when they are there: they know more. */
    private static final int MANY_SAMPLES = 10_000;

    private final BlockReader reader;
    private final Series series;

    private final List<Samples> fresh;

    private Graphs(BlockReader reader, Series series, List<Samples> fresh) {
        this.reader = reader;
        this.series = series;
        this.fresh = fresh;
    }

    /**
     * Takes what is in no block yet. What is read after that is of the moment of the first reading, or later: so nothing is missing
     * that was put into a block in between.
     */
    static Graphs of(BlockReader reader, Series series) {
        return new Graphs(reader, series, series.fresh());
    }

    SeriesKey key() {
        return series.key();
    }

    Graph graph(GraphRequest request) throws SQLException {
        long from = request.from().toEpochMilli();
        long to = request.to().toEpochMilli();
        Duration step = request.step();
        long interval = typicalInterval();
        long wanted = step != null
                ? step.toMillis()
                : Steps.atLeast(Math.max(interval, Math.ceilDiv(to - from, GraphRequest.POINTS)));
        Tier tier = tier(from, to, wanted, interval);
        Grid grid = Grid.covering(from, to, tier == Tier.SAMPLES ? wanted : Steps.multiple(wanted, tier.width()));
        return new Graph(grid, request.lines(), fold(tier, grid, request.lines()));
    }

    /** The finest that reaches back so far, unless there is far more of it than anybody could see. */
    private Tier tier(long from, long to, long step, long interval) throws SQLException {
        boolean isMuch = (to - from) / interval > MANY_SAMPLES;
        if (reaches(Tier.SAMPLES, from) && !(isMuch && step >= Tier.FIVE_MINUTES.width())) {
            return Tier.SAMPLES;
        }
        return reaches(Tier.FIVE_MINUTES, from) && step < Tier.HOURS.width() ? Tier.FIVE_MINUTES : Tier.HOURS;
    }

    /** Whether nothing that is coarser goes further back, before a time. */
    private boolean reaches(Tier tier, long from) throws SQLException {
        OptionalLong first = reader.firstFrom(tier, series, Long.MIN_VALUE);
        if (first.isPresent() && first.getAsLong() <= from) {
            return true;
        }
        for (Tier coarser : Tier.ALL.subList(Tier.ALL.indexOf(tier) + 1, Tier.ALL.size())) {
            OptionalLong before = reader.firstFrom(coarser, series, Long.MIN_VALUE);
            if (before.isPresent() && (first.isEmpty() || before.getAsLong() + coarser.width() <= first.getAsLong())) {
                return false;
            }
        }
        return true;
    }

    /** How far its samples are apart at present, as a rule; a minute where that cannot be told. */
    private long typicalInterval() {
        if (fresh.isEmpty() || fresh.getLast().size() < 2) {
            return Duration.ofMinutes(1).toMillis();
        }
        Samples last = fresh.getLast();
        return Math.max(1, Math.ceilDiv(last.at(last.size() - 1) - last.at(0), last.size() - 1));
    }

    /**
     * Folds what is kept into a grid.
     *
     * @param tier the coarsest to be used, and what is finer where that is not there yet
     */
    List<Points> fold(Tier tier, Grid grid, List<Line> lines) throws SQLException {
        Rolled rolled = tier == Tier.SAMPLES ? new Rolled(0, 0) : reader.rolled(series);
        Folding folding = new Folding(grid, lines);
        long hours = tier == Tier.HOURS ? rolled.hours() : 0;
        if (hours > grid.from()) {
            for (Buckets buckets :
                    reader.blocks(Tier.HOURS, series, grid.from(), Math.min(hours, grid.to()), Buckets::ofBlock)) {
                folding.add(buckets, Long.MIN_VALUE, hours);
            }
        }
        long fiveMinutes = rolled.fiveMinutes();
        if (fiveMinutes > Math.max(hours, grid.from()) && hours < grid.to()) {
            long begin = Math.max(hours, grid.from());
            for (Buckets buckets : reader.blocks(
                    Tier.FIVE_MINUTES, series, begin, Math.min(fiveMinutes, grid.to()), Buckets::ofBlock)) {
                folding.add(buckets, hours, fiveMinutes);
            }
        }
        if (fiveMinutes < grid.to()) {
            long begin = Math.max(fiveMinutes, grid.from());
            for (Samples samples : reader.blocks(Tier.SAMPLES, series, begin, grid.to(), Samples::ofBlock)) {
                folding.add(samples, fiveMinutes);
            }
            for (Samples samples : fresh) {
                folding.add(samples, fiveMinutes);
            }
        }
        return folding.points();
    }
}
