package net.coreserver.event.derivation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.coreserver.event.EventKind;
import net.coreserver.event.derivation.TargetStanding.Health;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened to a target as a whole, from what was told of it and a new status. A pure function.
 *
 * <p>An outage is told once, however often the target is tried; that it shows another host key, or refuses the credentials, is
 * told instead where the outage begins with it, and else when it comes to that, each once in an outage. Whether it is slow is
 * judged by polls that succeed: one that is given up is told by its failure.
 */
final class TargetChanges {

    /**
     * What came of it.
     *
     * @param changes what happened
     * @param standing what has been told from now on; the same object as before where that is nothing new
     */
    record Outcome(List<TargetChange> changes, TargetStanding standing) {}

    private final TargetStanding before;
    private final TargetStatus status;
    private final String target;
    private final List<TargetChange> changes = new ArrayList<>();

    private TargetChanges(TargetStanding before, TargetStatus status, String target) {
        this.before = before;
        this.status = status;
        this.target = target;
    }

    /**
     * Compares.
     *
     * @param before what was told
     * @param status how it is now; what is remembered of an earlier run is no news
     * @param target its name
     */
    static Outcome after(TargetStanding before, TargetStatus status, String target) {
        return status.isRemembered()
                ? new Outcome(List.of(), before)
                : new TargetChanges(before, status, target).compare();
    }

    private Outcome compare() {
        TargetStanding now = switch (status.state()) {
            case DISABLED -> TargetStanding.UNKNOWN;
            case CONNECTING -> before;
            case UP -> up();
            case DEGRADED -> status.consecutiveFailures() == 0 ? up() : degraded();
            case DOWN -> down();
        };
        return new Outcome(List.copyOf(changes), now.equals(before) ? before : now);
    }

    private TargetStanding up() {
        if (before.health() != Health.UP) {
            Map<String, Object> data = before.health() == Health.UNKNOWN
                    ? Map.of()
                    : Map.of("before", before.health().word());
            tell(EventKind.TARGET_UP, target + " is up", data);
        }
        boolean slow = status.stretchedInterval() != null;
        if (slow && !before.slow()) {
            tell(EventKind.TARGET_SLOW, target + " answers more slowly than it is to be polled", pace());
        } else if (!slow && before.slow()) {
            tell(EventKind.TARGET_ON_TIME, target + " is polled at its interval again", pace());
        }
        return slow == before.slow() && before.health() == Health.UP
                ? before
                : new TargetStanding(Health.UP, Set.of(), slow);
    }

    private TargetStanding degraded() {
        if (before.health() == Health.DEGRADED) {
            return before;
        }
        tell(EventKind.TARGET_DEGRADED, target + " is connected, but cannot be polled", ofFailure());
        return new TargetStanding(Health.DEGRADED, Set.of(), before.slow());
    }

    private TargetStanding down() {
        Failure failure = status.failure();
        EventKind refusal = failure == null ? null : refusal(failure.kind());
        boolean isNew = before.health() != Health.DOWN;
        Set<FailureKind> refusals = EnumSet.noneOf(FailureKind.class);
        refusals.addAll(isNew ? Set.of() : before.refusals());
        if (failure != null && refusal != null) {
            if (refusals.add(failure.kind())) {
                tell(refusal, refusalMessage(refusal), ofFailure());
            }
        } else if (isNew) {
            tell(EventKind.TARGET_DOWN, target + " is down" + because(failure), ofFailure());
        }
        return new TargetStanding(Health.DOWN, refusals, before.slow());
    }

    private static @Nullable EventKind refusal(FailureKind kind) {
        return switch (kind) {
            case HOST_KEY -> EventKind.HOST_KEY_CHANGED;
            case AUTHENTICATION -> EventKind.CREDENTIALS_REFUSED;
            case TRANSPORT, TIMEOUT, PROTOCOL, RPC_ERROR, PARSE -> null;
        };
    }

    private String refusalMessage(EventKind refusal) {
        return refusal == EventKind.HOST_KEY_CHANGED
                ? target + " shows a host key that is not the known one"
                : target + " refuses the credentials";
    }

    private static String because(@Nullable Failure failure) {
        return failure == null ? "" : " (" + failure.kind().word() + ")";
    }

    private Map<String, Object> ofFailure() {
        Failure failure = status.failure();
        if (failure == null) {
            return Map.of();
        }
        Map<String, Object> members = LinkedHashMap.newLinkedHashMap(2);
        members.put("kind", failure.kind().word());
        members.put("message", Excerpt.value(failure.message()));
        return Map.of("failure", members);
    }

    private Map<String, Object> pace() {
        Map<String, Object> data = LinkedHashMap.newLinkedHashMap(2);
        if (status.stretchedInterval() != null) {
            data.put("intervalSeconds", status.stretchedInterval().toMillis() / 1_000.0);
        }
        if (status.lastPoll() != null) {
            data.put("pollSeconds", status.lastPoll().duration().toMillis() / 1_000.0);
        }
        return data;
    }

    private void tell(EventKind kind, String message, Map<String, Object> data) {
        changes.add(new TargetChange(kind, message, data));
    }
}
