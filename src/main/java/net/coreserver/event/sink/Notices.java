package net.coreserver.event.sink;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say of a sink that is no failure of it. Written to by the thread of the courier, and read by any. */
final class Notices {

    private volatile @Nullable String unreadable;
    private volatile @Nullable Refusals refusals;

    /** How many events it has refused in a row, and what it said of the last one. */
    private record Refusals(int count, String reason) {}

    /** The log could not be read, or, with null, could. */
    void reading(@Nullable String problem) {
        unreadable = problem;
    }

    /** It has refused an event for good; tells whether that is the first in a row. */
    boolean refused(String reason) {
        Refusals before = refusals;
        refusals = new Refusals(before == null ? 1 : before.count() + 1, reason);
        return before == null;
    }

    /** It has taken an event. */
    void taken() {
        refusals = null;
    }

    /** All of it in sentences; null when there is nothing to say. */
    @Nullable String text(long lost) {
        List<String> sentences = new ArrayList<>();
        String reading = unreadable;
        if (reading != null) {
            sentences.add("The log of events cannot be read now: " + reading);
        }
        Refusals refused = refusals;
        if (refused != null) {
            sentences.add("It has refused the last " + (refused.count() == 1 ? "event" : refused.count() + " events")
                    + ": " + refused.reason() + ".");
        }
        if (lost > 0) {
            sentences.add("Up to " + lost + " events were dropped from the log before it could have them.");
        }
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }
}
