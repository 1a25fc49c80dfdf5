package net.coreserver.monitor;

import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Subscription;

/**
 * Uses the sessions of the targets for something besides polling. It is called on the thread that polls the target, so it must
 * not block; of one target it hears in order, of several at the same time.
 */
public interface SessionUser {

    /**
     * A session is open, and nothing was asked over it yet; or, to one who comes late, it has been open for a while. It stays
     * the monitor's, which closes it when the target is removed, disabled, or changed so that it takes another; that it has
     * ended shows in {@link NetconfSession#ended}.
     *
     * @param target whose session it is; always the same object for as long as the target is monitored
     * @param session the session
     * @param another opens one more to the same server, which then is the caller's; it blocks
     */
    void opened(MonitoredTarget target, NetconfSession session, Subscription.SessionSource another);

    /**
     * A target is no longer monitored; its session is closed. It is the last that is heard of this target.
     *
     * @param target the target
     */
    void removed(MonitoredTarget target);
}
