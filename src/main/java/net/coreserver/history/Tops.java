package net.coreserver.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.Points;
import net.coreserver.history.series.Samples;

/** Looks for the interfaces that had most of something. */
final class Tops {

    /** Up to so long a time, samples are looked at; up to the other, roll-ups over five minutes. */
    private static final Duration SAMPLES = Duration.ofHours(2);

    private static final Duration FIVE_MINUTES = Duration.ofHours(24);

    /** The highest first; of two that have the same, the one whose name comes first. */
    private static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::value)
            .reversed()
            .thenComparing(ranked -> ranked.series().target())
            .thenComparing(ranked -> ranked.series().interfaceName());

    private Tops() {}

    /** An interface to look at, with what is in no block of it yet. */
    record Candidate(Series series, List<Samples> fresh) {}

    static List<Ranked> find(Connection connection, List<Candidate> candidates, TopRequest request)
            throws SQLException {
        Duration window = Duration.between(request.from(), request.to());
        Tier tier = tier(window);
        Grid grid = grid(tier, request.from().toEpochMilli(), window.toMillis());
        PriorityQueue<Ranked> best = new PriorityQueue<>(ORDER.reversed());
        try (BlockReader reader = new BlockReader(connection)) {
            for (Candidate candidate : candidates) {
                Points points = new Graphs(reader, candidate.series(), candidate.fresh())
                        .fold(tier, grid, List.of(request.by()))
                        .getFirst();
                if (!points.isGap(0)) {
                    best.add(new Ranked(candidate.series().key(), points.value(0)));
                }
                if (best.size() > request.limit()) {
                    best.poll();
                }
            }
        }
        return best.stream().sorted(ORDER).toList();
    }

    /** One step; of whole roll-ups, where there are any. */
    private static Grid grid(Tier tier, long from, long window) {
        return tier == Tier.SAMPLES
                ? new Grid(from, window, 1)
                : new Grid(tier.floor(from), Steps.multiple(window, tier.width()), 1);
    }

    private static Tier tier(Duration window) {
        if (window.compareTo(SAMPLES) <= 0) {
            return Tier.SAMPLES;
        }
        return window.compareTo(FIVE_MINUTES) <= 0 ? Tier.FIVE_MINUTES : Tier.HOURS;
    }
}
