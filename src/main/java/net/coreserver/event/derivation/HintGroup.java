package net.coreserver.event.derivation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.coreserver.event.NotificationMark;
import net.coreserver.interfaces.OperStatus;
import org.jspecify.annotations.Nullable;

/**
 * The hints that have one cause.
 *
 * @param hints in the order in which they came
 * @param leftOut how many more there were than are kept
 */
record HintGroup(List<LinkHint> hints, int leftOut) {

    /** Nothing was told. */
    static final HintGroup NONE = new HintGroup(List.of(), 0);

    HintGroup {
        hints = List.copyOf(hints);
    }

    boolean isEmpty() {
        return hints.isEmpty();
    }

    /** By what they are known again. */
    List<NotificationMark> marks() {
        return hints.stream()
                .flatMap(hint -> hint.notification().mark().stream())
                .toList();
    }

    /** When it happened by the clock of the target, as the last one says that speaks of this state; null when none does. */
    @Nullable Instant eventTime(@Nullable OperStatus state) {
        return hints.reversed().stream()
                .filter(hint -> hint.claim().fits(state))
                .map(LinkHint::eventTime)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Adds what was told to the data of an event. */
    void describe(Map<String, Object> data) {
        if (hints.size() == 1) {
            data.put(
                    "notification", NotificationEvents.describe(hints.getFirst().notification()));
        } else if (!hints.isEmpty()) {
            data.put(
                    "notifications",
                    hints.stream()
                            .map(hint -> NotificationEvents.describe(hint.notification()))
                            .toList());
        }
        if (leftOut > 0) {
            data.put("notificationsLeftOut", leftOut);
        }
    }
}
