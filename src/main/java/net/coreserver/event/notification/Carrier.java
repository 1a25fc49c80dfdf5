package net.coreserver.event.notification;

import java.time.Duration;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Subscription;

/**
 * What carries the subscriptions of a target.
 *
 * @param target the target
 * @param session the session over which it is polled
 * @param another opens one more, which then is ours
 */
record Carrier(MonitoredTarget target, NetconfSession session, Subscription.SessionSource another) {

    /** {@return the name of the target} */
    String name() {
        return target.target().name();
    }

    /** {@return how long an rpc may take} */
    Duration timeout() {
        return target.target().endpoint().rpcTimeout();
    }

    /** {@return whether the session has ended, and with it whatever it carries} */
    boolean hasEnded() {
        return session.ended().isDone();
    }
}
