package net.coreserver.event.notification;

import net.coreserver.monitor.MonitoredTarget;

/**
 * Takes what targets tell. Of one target and stream it is called in the order in which things were told, on a thread of the
 * session, so it must not block: it would hold back the polls of the same session.
 */
@FunctionalInterface
public interface NotificationReceiver {

    /**
     * A target told something that it had not told before.
     *
     * @param target who told it
     * @param notification what it told
     */
    void notified(MonitoredTarget target, Notification notification);
}
