package net.coreserver.api.history;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.http.MaxAge;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.targets.Readings;
import net.coreserver.api.targets.Targets;
import net.coreserver.history.HistoryReader;
import net.coreserver.history.HistoryState;
import net.coreserver.history.SeriesKey;

/** The history as requests get to see it. */
@Singleton
final class Past {

    private static final MaxAge ANY = MaxAge.of(null);

    private final HistoryReader history;
    private final Targets targets;
    private final Readings readings;

    Past(HistoryReader history, Targets targets, Readings readings) {
        this.history = history;
        this.targets = targets;
        this.readings = readings;
    }

    /**
     * Where it is read.
     *
     * @throws ProblemException when there is none
     */
    HistoryReader reader() {
        if (history.report().state() instanceof HistoryState.Off) {
            throw HistoryProblems.off();
        }
        return history;
    }

    /**
     * Makes sure that there is an interface of which nothing is kept; on an event loop.
     *
     * @return complete when there is; or, completed exceptionally, the problem that nobody knows it
     */
    CompletableFuture<Void> findElsewhere(SeriesKey series) {
        try {
            return readings.of(targets.named(series.target()), ANY).thenAccept(reading -> {
                if (reading.snapshot().find(series.interfaceName()).isEmpty()) {
                    throw Problems.unknownInterface(series.target(), series.interfaceName());
                }
            });
        } catch (ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
