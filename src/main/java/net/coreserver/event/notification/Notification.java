package net.coreserver.event.notification;

import java.time.Instant;
import java.util.Optional;
import net.coreserver.event.EventData;
import net.coreserver.event.NotificationMark;
import org.jspecify.annotations.Nullable;

/**
 * What a target told of its own accord. Source: RFC 5277 section 4.
 *
 * @param target the name of who told it
 * @param stream over which event stream
 * @param eventTime when it happened by the clock of the target; null when it told none that can be read
 * @param isReplayed whether it was told later than it happened, after an outage
 * @param namespace the namespace of its element; empty when it has none
 * @param name the local name of its element: the YANG name of the notification
 * @param body what the element holds, as JSON
 * @param digest a hash of namespace, name and content
 */
public record Notification(
        String target,
        String stream,
        @Nullable Instant eventTime,
        boolean isReplayed,
        String namespace,
        String name,
        EventData body,
        String digest) {

    /** {@return how it is known again; empty when it has no time, since such a one cannot be told from its like} */
    public Optional<NotificationMark> mark() {
        return eventTime == null
                ? Optional.empty()
                : Optional.of(new NotificationMark(target, stream, eventTime, digest));
    }
}
