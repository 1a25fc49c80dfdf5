package net.coreserver.api.targets;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import net.coreserver.api.http.MaxAge;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What requests read: what is known of a target, or what a poll finds that starts after the request. What is known comes
 * as a future that is complete already; what is polled for comes on the request's own event loop, since the thread that
 * completes a poll has the next one to do.
 */
@Singleton
public final class Readings {

    private final InstantSource clock;
    private final TargetProblems problems;

    Readings(InstantSource clock, TargetProblems problems) {
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * Reads one target.
     *
     * @param target what is read
     * @param maxAge how old the reading may be
     * @return the reading; or, completed exceptionally, the problem that there is none, or none as new as was asked for
     */
    public CompletableFuture<Reading> of(MonitoredTarget target, MaxAge maxAge) {
        Reading known = known(target);
        if (known == null && maxAge.limit() == null) {
            return CompletableFuture.failedFuture(problems.noSnapshot(target));
        }
        return known != null && isNewEnough(known, maxAge)
                ? CompletableFuture.completedFuture(known)
                : target.poll()
                        .handleAsync(
                                (snapshot, failure) -> {
                                    if (failure != null) {
                                        throw problems.pollFailed(target, failure);
                                    }
                                    return Reading.fresh(snapshot);
                                },
                                eventLoop());
    }

    /**
     * Reads many targets.
     *
     * @param targets what is read
     * @param maxAge how old each reading may be
     * @return the readings in the order of the targets, without those of which nothing is known; where a poll was asked
     *     for and failed, the last one, as stale
     */
    public CompletableFuture<List<Reading>> ofAll(List<MonitoredTarget> targets, MaxAge maxAge) {
        List<CompletableFuture<@Nullable Reading>> readings =
                targets.stream().map(target -> lenient(target, maxAge)).toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(readings.toArray(CompletableFuture[]::new));
        // Complete already unless there was a poll; then this goes on where the last poll ended, on the event loop.
        return all.thenApply(done -> readings.stream()
                .map(CompletableFuture::join)
                .filter(Objects::nonNull)
                .toList());
    }

    private CompletableFuture<@Nullable Reading> lenient(MonitoredTarget target, MaxAge maxAge) {
        Reading known = known(target);
        if (maxAge.limit() == null || (known != null && isNewEnough(known, maxAge))) {
            return CompletableFuture.completedFuture(known);
        }
        return target.poll()
                .handleAsync(
                        (snapshot, failure) -> failure == null ? Reading.fresh(snapshot) : overtaken(target),
                        eventLoop());
    }

    private boolean isNewEnough(Reading known, MaxAge maxAge) {
        return maxAge.accepts(known.snapshot().takenAt(), clock.instant());
    }

    private static @Nullable Reading known(MonitoredTarget target) {
        Observation latest = target.latest();
        Snapshot snapshot = latest.snapshot();
        return snapshot == null ? null : Reading.of(snapshot, latest);
    }

    private @Nullable Reading overtaken(MonitoredTarget target) {
        Reading known = known(target);
        return known == null || known.isStale() ? known : Reading.stale(known.snapshot(), clock.instant());
    }

    private static Executor eventLoop() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(ignored -> command.run());
    }
}
