package net.coreserver.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.Points;

/** Looks for the interfaces that had most of something, some of them at a time. For one thread at a time. */
final class Ranking {

    /** So many interfaces are looked at in one reading, so that others have their turn in between. */
    static final int AT_ONCE = 500;

    /** Up to so long a time, samples are looked at; up to the other, roll-ups over five minutes. */
    private static final Duration SAMPLES = Duration.ofHours(2);

    private static final Duration FIVE_MINUTES = Duration.ofHours(24);

    /** The highest first; of two that have the same, the one whose name comes first. */
    private static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::value)
            .reversed()
            .thenComparing(ranked -> ranked.series().target())
            .thenComparing(ranked -> ranked.series().interfaceName());

    private final TopRequest request;
    private final Tier tier;
    private final Grid grid;
    private final PriorityQueue<Ranked> best = new PriorityQueue<>(ORDER.reversed());

    Ranking(TopRequest request) {
        this.request = request;
        Duration window = Duration.between(request.from(), request.to());
        tier = tier(window);
        grid = grid(tier, request.from().toEpochMilli(), window.toMillis());
    }

    private static Tier tier(Duration window) {
        if (window.compareTo(SAMPLES) <= 0) {
            return Tier.SAMPLES;
        }
        return window.compareTo(FIVE_MINUTES) <= 0 ? Tier.FIVE_MINUTES : Tier.HOURS;
    }

    /** One step; of whole roll-ups, where there are any. */
    private static Grid grid(Tier tier, long from, long window) {
        return tier == Tier.SAMPLES
                ? new Grid(from, window, 1)
                : new Grid(tier.floor(from), Steps.multiple(window, tier.width()), 1);
    }

    /** Looks at some. */
    Ranking lookAt(Connection connection, List<Series> some) throws SQLException {
        try (BlockReader reader = new BlockReader(connection)) {
            List<Graphs> graphs =
                    some.stream().map(series -> Graphs.of(reader, series)).toList();
            for (Graphs each : graphs) {
                Points points = each.fold(tier, grid, List.of(request.by())).getFirst();
                if (!points.isGap(0)) {
                    best.add(new Ranked(each.key(), points.value(0)));
                }
                if (best.size() > request.limit()) {
                    best.poll();
                }
            }
        }
        return this;
    }

    /** The best of all that were looked at. */
    List<Ranked> best() {
        return best.stream().sorted(ORDER).toList();
    }
}
