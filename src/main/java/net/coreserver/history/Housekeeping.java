package net.coreserver.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.coreserver.history.HistoryTables.Rolled;
import net.coreserver.history.Trimming.Done;
import net.coreserver.store.Store;

/**
 * What is to be done now and then, a little at every turn: to roll up, to delete what is too old or too much. Nothing of it holds
 * up what comes in for long.
 */
final class Housekeeping {

    /** How often each series is looked at. */
    private static final Duration ROUND = Duration.ofMinutes(30);

    private static final Duration AGE_ROUND = Duration.ofMinutes(1);

    /** So long, a turn may take. */
    private static final Duration MOST = Duration.ofMillis(300);

    /** So many series are looked at in one transaction. */
    private static final int SERIES_AT_ONCE = 20;

    private final Store store;
    private final SeriesIndex index;
    private final Roller roller;
    private final Trimming trimming;
    private final Deque<Series> round = new ArrayDeque<>();
    private Instant roundBegun = Instant.EPOCH;
    private Instant agesSeen = Instant.EPOCH;
    private int roundSize;

    Housekeeping(Store store, HistorySettings settings, SeriesIndex index, Recording recording) {
        this.store = store;
        this.index = index;
        this.roller = new Roller(recording);
        this.trimming = new Trimming(settings, index, roller);
    }

    void turn(Instant now) {
        long begun = System.nanoTime();
        while (store.write(trimming::bySize, done -> {}) == Done.SOME && hasTime(begun)) {
            // It goes on, until there is room.
        }
        if (Duration.between(agesSeen, now).compareTo(AGE_ROUND) >= 0) {
            Done done;
            do {
                done = store.write(connection -> trimming.byAge(connection, now), each -> {});
            } while (done == Done.SOME && hasTime(begun));
            if (done == Done.ALL) {
                agesSeen = now;
            }
        }
        while (isBehind(now) && hasTime(begun)) {
            lookAtSome(now.toEpochMilli());
        }
    }

    private static boolean hasTime(long begun) {
        return System.nanoTime() - begun < MOST.toNanos();
    }

    /** Whether more series should have been looked at by now, for all to be in time. */
    private boolean isBehind(Instant now) {
        Duration passed = Duration.between(roundBegun, now);
        if (round.isEmpty()) {
            if (passed.compareTo(ROUND) < 0) {
                return false;
            }
            index.all().forEach(round::add);
            roundBegun = now;
            roundSize = round.size();
            return !round.isEmpty();
        }
        double part = (double) passed.toMillis() / ROUND.toMillis();
        return roundSize - round.size() < part * roundSize;
    }

    private void lookAtSome(long now) {
        List<Series> due = new ArrayList<>();
        while (!round.isEmpty() && due.size() < SERIES_AT_ONCE) {
            Series series = round.removeFirst();
            if (Roller.isDue(series, now)) {
                due.add(series);
            }
        }
        if (!due.isEmpty()) {
            store.write(connection -> look(connection, due), gone -> gone.forEach(index::remove));
        }
    }

    /** Rolls up what is due; tells which series have nothing left. */
    private List<Series> look(Connection connection, List<Series> due) throws SQLException {
        List<Series> gone = new ArrayList<>();
        for (Series series : due) {
            Rolled rolled = roller.roll(connection, series, Roller.Extent.USUAL);
            series.rolledUp(rolled.fiveMinutes());
            if (hasNothing(connection, series)) {
                HistoryTables.forget(connection, series.id());
                gone.add(series);
            }
        }
        return gone;
    }

    private static boolean hasNothing(Connection connection, Series series) throws SQLException {
        if (!series.fresh().isEmpty()) {
            return false;
        }
        try (BlockReader reader = new BlockReader(connection)) {
            for (Tier tier : Tier.ALL) {
                if (reader.last(tier, series).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }
}
