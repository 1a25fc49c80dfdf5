package net.coreserver.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import net.coreserver.history.Batch.Block;
import net.coreserver.history.HistoryTables.Rolled;
import net.coreserver.history.series.Buckets;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.RollUp;
import net.coreserver.history.series.Samples;

/**
 * Rolls up what is in blocks: some hours of samples over five minutes each, and some days of these over an hour each. What is newer
 * is rolled up on the fly by whoever asks. For the one thread that writes, in a transaction.
 */
final class Roller {

    /** In steps: what is rolled up at once as a rule, four hours and one day; little more would not make blocks much smaller. */
    private static final int FIVE_MINUTES_AT_ONCE = 48;

    private static final int HOURS_AT_ONCE = 24;

    /** So many blocks are made at one visit; what is left is made at the next. */
    private static final int BLOCKS_AT_ONCE = 50;

    private static final System.Logger LOG = System.getLogger(Roller.class.getName());

    private final Recording numbers;

    Roller(Recording numbers) {
        this.numbers = numbers;
    }

    /** How much is rolled up. */
    enum Extent {
        /** What makes a block of the usual length. */
        USUAL,
        /** Everything that will not change any more. */
        ALL
    }

    /**
     * Whether there may be enough to roll up.
     *
     * @param now by the clock
     */
    static boolean isDue(Series series, long now) {
        return now - series.rolledUp() > (FIVE_MINUTES_AT_ONCE + 1) * Tier.FIVE_MINUTES.width();
    }

    /**
     * Rolls up what a series has.
     *
     * @return how far it is rolled up now
     */
    Rolled roll(Connection connection, Series series, Extent extent) throws SQLException {
        try (BlockReader reader = new BlockReader(connection)) {
            Rolled before = reader.rolled(series);
            List<Block> blocks = new ArrayList<>();
            long fiveMinutes = rollSamples(reader, series, before.fiveMinutes(), extent, blocks);
            HistoryTables.insert(connection, blocks);
            blocks.clear();
            long hours = rollHours(reader, series, new Rolled(fiveMinutes, before.hours()), extent, blocks);
            HistoryTables.insert(connection, blocks);
            Rolled after = new Rolled(fiveMinutes, hours);
            if (!after.equals(before)) {
                HistoryTables.keep(connection, series.id(), after);
            }
            return after;
        }
    }

    private long rollSamples(BlockReader reader, Series series, long rolled, Extent extent, List<Block> blocks)
            throws SQLException {
        List<Samples> fresh = series.fresh();
        long end = endOfSamples(reader, series, fresh, extent);
        long until = rolled;
        while (blocks.size() < BLOCKS_AT_ONCE) {
            OptionalLong first = reader.firstFrom(Tier.SAMPLES, series, until);
            if (first.isEmpty()) {
                return until;
            }
            Grid grid = next(Tier.FIVE_MINUTES, Math.max(until, first.getAsLong()), end, extent, FIVE_MINUTES_AT_ONCE);
            if (grid.count() == 0) {
                return until;
            }
            List<Samples> samples =
                    new ArrayList<>(reader.blocks(Tier.SAMPLES, series, grid.from(), grid.to(), Samples::ofBlock));
            samples.addAll(fresh);
            add(blocks, Tier.FIVE_MINUTES, series, grid, rollUp -> samples.forEach(rollUp::add));
            until = grid.to();
        }
        return until;
    }

    /** Up to when nothing changes any more. */
    private static long endOfSamples(BlockReader reader, Series series, List<Samples> fresh, Extent extent)
            throws SQLException {
        if (!fresh.isEmpty()) {
            return Tier.FIVE_MINUTES.floor(fresh.getFirst().at(0));
        }
        OptionalLong last = reader.last(Tier.SAMPLES, series);
        if (last.isEmpty()) {
            return 0;
        }
        long end = Tier.FIVE_MINUTES.floor(last.getAsLong());
        // Nothing has come for so long that its last sample is in a block: nothing more belongs to that step.
        return extent == Extent.ALL ? end + Tier.FIVE_MINUTES.width() : end;
    }

    private long rollHours(BlockReader reader, Series series, Rolled rolled, Extent extent, List<Block> blocks)
            throws SQLException {
        long end = Tier.HOURS.floor(rolled.fiveMinutes());
        long until = rolled.hours();
        while (blocks.size() < BLOCKS_AT_ONCE) {
            OptionalLong first = reader.firstFrom(Tier.FIVE_MINUTES, series, until);
            if (first.isEmpty()) {
                return until;
            }
            Grid grid = next(Tier.HOURS, Math.max(until, first.getAsLong()), end, extent, HOURS_AT_ONCE);
            if (grid.count() == 0) {
                return until;
            }
            List<Buckets> finer = reader.blocks(Tier.FIVE_MINUTES, series, grid.from(), grid.to(), Buckets::ofBlock);
            add(blocks, Tier.HOURS, series, grid, rollUp -> finer.forEach(rollUp::add));
            until = grid.to();
        }
        return until;
    }

    /** What is rolled up next; no step at all when it is too little. */
    private static Grid next(Tier tier, long from, long end, Extent extent, int atOnce) {
        long begin = tier.floor(from);
        long steps = Math.clamp((end - begin) / tier.width(), 0, atOnce);
        boolean isEnough = steps == atOnce || extent == Extent.ALL;
        return new Grid(begin, tier.width(), isEnough ? (int) steps : 0);
    }

    private void add(List<Block> blocks, Tier tier, Series series, Grid grid, Consumer<RollUp> finer) {
        try {
            RollUp rollUp = new RollUp(grid);
            finer.accept(rollUp);
            Buckets buckets = rollUp.buckets();
            if (buckets.size() > 0) {
                blocks.add(new Block(
                        tier,
                        numbers.nextBlock(tier),
                        series,
                        buckets.at(0),
                        buckets.at(buckets.size() - 1),
                        buckets.toBlock()));
            }
        } catch (IllegalArgumentException e) {
            // What a disk has damaged keeps nothing else from being rolled up.
            LOG.log(System.Logger.Level.WARNING, "Some of {0} cannot be rolled up: {1}", series.key(), e);
        }
    }
}
