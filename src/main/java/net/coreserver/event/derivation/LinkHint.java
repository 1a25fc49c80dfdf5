package net.coreserver.event.derivation;

import java.time.Instant;
import net.coreserver.event.notification.Notification;
import org.jspecify.annotations.Nullable;

/**
 * That a target told of a change of an interface's state. It is no event by itself: what a poll finds then decides.
 *
 * @param interfaceName the interface
 * @param claim what the target said of its state
 * @param notification what it told
 * @param heardAt when, by our own clock
 */
record LinkHint(String interfaceName, LinkClaim claim, Notification notification, Instant heardAt) {

    /** When it happened by the clock of the target; null when it told none. */
    @Nullable Instant eventTime() {
        return notification.eventTime();
    }
}
