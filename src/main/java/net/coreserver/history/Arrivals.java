package net.coreserver.history;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.store.Intake;
import org.jspecify.annotations.Nullable;

/**
 * Takes the snapshots from those who poll, who never wait for it: where too many wait already, a snapshot is dropped and counted.
 *
 * <p>A poll that somebody asked for right after another is left out, as it is in the rates.
 */
final class Arrivals implements MonitorListener {

    /** In poll intervals, as in the rates: what lies further apart says nothing of the time between. */
    private static final int LONGEST = 5;

    private final Intake<Arrival> intake;
    private final ConcurrentHashMap<String, Followed> targets = new ConcurrentHashMap<>();
    private final LongAdder dropped = new LongAdder();

    /** What was taken of a target; of it one hears on one thread at a time. */
    private static final class Followed {
        private volatile @Nullable Snapshot seen;
        private volatile @Nullable Instant keptAt;
    }

    Arrivals(Intake<Arrival> intake) {
        this.intake = intake;
    }

    @Override
    public void observed(MonitoredTarget target, Observation latest) {
        Snapshot snapshot = latest.snapshot();
        if (snapshot == null) {
            return;
        }
        Followed followed = targets.computeIfAbsent(target.target().name(), name -> new Followed());
        if (snapshot == followed.seen) {
            return;
        }
        followed.seen = snapshot;
        take(followed, snapshot, target.target().pollInterval());
    }

    private void take(Followed followed, Snapshot snapshot, Duration pollInterval) {
        Instant keptAt = followed.keptAt;
        Duration between = keptAt == null ? Duration.ZERO : Duration.between(keptAt, snapshot.takenAt());
        if (between.isPositive() && between.compareTo(pollInterval.dividedBy(2)) < 0) {
            return;
        }
        boolean isContinuous = between.isPositive() && between.compareTo(pollInterval.multipliedBy(LONGEST)) <= 0;
        if (intake.offer(new Arrival(snapshot, isContinuous, between.toMillis()))) {
            followed.keptAt = snapshot.takenAt();
        } else {
            dropped.add(snapshot.interfaces().size());
        }
    }

    @Override
    public void removed(MonitoredTarget target) {
        targets.remove(target.target().name());
    }

    /** How many samples were dropped. */
    long dropped() {
        return dropped.sum();
    }
}
