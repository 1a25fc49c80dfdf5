package net.coreserver.event.sink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending one event to a sink, out of turn.
 *
 * @param took how long it took
 * @param failure why the sink did not take it: a sentence for a person; null when it did
 */
public record DeliveryReport(Duration took, @Nullable String failure) {

    /** {@return whether the sink took it} */
    public boolean isDelivered() {
        return failure == null;
    }
}
