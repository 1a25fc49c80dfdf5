package net.coreserver.api.event;

import java.util.concurrent.atomic.AtomicReferenceArray;
import net.coreserver.event.Event;
import net.coreserver.event.EventJson;
import org.jspecify.annotations.Nullable;

/** Events as JSON, each written once for all who follow. For any number of threads. */
final class RecentTexts {

    /** A power of two. */
    private static final int SIZE = 1_024;

    /** What is longer, in octets, is written anew for each. */
    private static final int MAX_LENGTH = 4_096;

    private static final class Text {

        private final Event event;
        private final byte[] json;

        Text(Event event, byte[] json) {
            this.event = event;
            this.json = json;
        }
    }

    private final AtomicReferenceArray<@Nullable Text> texts = new AtomicReferenceArray<>(SIZE);

    /**
     * Writes an event, unless that has been done.
     *
     * @param event the log gives the same object to all who follow
     * @return shared; not to be written to
     */
    @SuppressWarnings(
            "ReferenceEquality") // another object may be of another log, and is not worth a comparison of its texts
    byte[] of(Event event) {
        int slot = (int) (event.id() & (SIZE - 1));
        Text known = texts.get(slot);
        if (known != null && known.event == event) {
            return known.json;
        }
        byte[] json = EventJson.bytes(event);
        if (json.length <= MAX_LENGTH) {
            texts.set(slot, new Text(event, json));
        }
        return json;
    }
}
