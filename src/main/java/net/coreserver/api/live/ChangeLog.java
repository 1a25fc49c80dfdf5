package net.coreserver.api.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.TargetState;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what changes in the targets, so that a client which was away can be told what it missed and nothing else: of
 * each target it keeps the number of the latest change alone. For one thread at a time.
 *
 * <p>The numbers start anew with the service; the id of an event says which start they belong to.
 */
final class ChangeLog {

    /**
     * A change of a target.
     *
     * @param number greater than those of all changes before it
     * @param before what was configured at the change before; null when there was none
     * @param hasState whether the state is another
     * @param hasSnapshot whether the snapshot is
     */
    record Change(long number, @Nullable Target before, boolean hasState, boolean hasSnapshot) {}

    /**
     * What is known of a target.
     *
     * @param snapshotNumber the change that the latest snapshot came with; 0 when there is none
     * @param stateNumber the change that the state came with; 0 when it has never been anything but up
     */
    private record Known(
            MonitoredTarget target, Target configured, Observation seen, long snapshotNumber, long stateNumber) {

        boolean hasSnapshotSince(long number) {
            return snapshotNumber > number;
        }

        /** Who knows of nothing yet takes every target to be up of which no state is told. */
        boolean hasStateSince(long number) {
            return stateNumber > number && (number > 0 || seen.status().state() != TargetState.UP);
        }

        long firstSince(long number) {
            long snapshot = hasSnapshotSince(number) ? snapshotNumber : Long.MAX_VALUE;
            return hasStateSince(number) ? Math.min(snapshot, stateNumber) : snapshot;
        }
    }

    private final String start =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final Map<String, Known> latest = new HashMap<>();
    private long last;

    boolean knows(String target) {
        return latest.containsKey(target);
    }

    /** Notes what is seen of a target; null when it is nothing that a stream tells. */
    @Nullable Change note(MonitoredTarget target, Observation seen) {
        Target configured = target.target();
        Known before = latest.get(configured.name());
        Snapshot snapshot = seen.snapshot();
        boolean hasSnapshot =
                snapshot != null && (before == null || before.seen().snapshot() != snapshot);
        boolean hasState = before == null
                ? seen.status().state() != TargetState.UP
                : isAnother(before.seen().status(), seen.status());
        long number = hasSnapshot || hasState ? ++last : last;
        latest.put(
                configured.name(),
                new Known(
                        target,
                        configured,
                        seen,
                        hasSnapshot ? number : before == null ? 0 : before.snapshotNumber(),
                        hasState ? number : before == null ? 0 : before.stateNumber()));
        return hasSnapshot || hasState
                ? new Change(number, before == null ? null : before.configured(), hasState, hasSnapshot)
                : null;
    }

    private static boolean isAnother(TargetStatus before, TargetStatus now) {
        return before.state() != now.state() || !before.since().equals(now.since());
    }

    /** Notes that a target is gone; gives the number of that. */
    long noteRemoval(MonitoredTarget target) {
        latest.remove(target.target().name());
        return ++last;
    }

    /**
     * What a client has missed.
     *
     * @param wanted which targets it listens to
     * @param upTo the last change that it knows of; 0 when it knows of none
     */
    Backlog missed(Predicate<Target> wanted, long upTo) {
        Backlog backlog = new Backlog(last);
        latest.values().stream()
                .filter(known -> wanted.test(known.configured()))
                .filter(known -> known.hasSnapshotSince(upTo) || known.hasStateSince(upTo))
                .sorted(Comparator.comparingLong(known -> known.firstSince(upTo)))
                .forEach(known -> backlog.add(
                        known.firstSince(upTo),
                        known.target(),
                        known.seen(),
                        known.hasStateSince(upTo),
                        known.hasSnapshotSince(upTo)));
        return backlog;
    }

    /** The id of an event after which a client knows of every change up to a number. */
    String id(long number) {
        return start + '.' + number;
    }

    /** The number in an id; 0 when it is of another start, or none of ours. */
    long number(@Nullable String id) {
        String prefix = start + '.';
        if (id == null || !id.startsWith(prefix)) {
            return 0;
        }
        try {
            long number = Long.parseLong(id.substring(prefix.length()));
            return number > 0 && number <= last ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
