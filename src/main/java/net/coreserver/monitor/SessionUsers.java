package net.coreserver.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Subscription;

/**
 * Those who use the sessions of the targets, and the sessions that are open, so that each user hears of each session once,
 * whichever of them was first. What one of them does wrong harms neither the others nor the session.
 */
final class SessionUsers {

    private static final System.Logger LOG = System.getLogger(SessionUsers.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Use> uses = new ArrayList<>();
    private final Map<MonitoredTarget, Open> open = new HashMap<>();

    /** One registration; the same user may have several, and each ends alone. */
    private static final class Use {

        private final SessionUser user;

        Use(SessionUser user) {
            this.user = user;
        }
    }

    private record Open(NetconfSession session, Subscription.SessionSource another) {}

    Registration add(SessionUser user) {
        Use added = new Use(user);
        lock.lock();
        try {
            uses.add(added);
            // Under the lock, so that no later session of a target is told of before the present one.
            open.forEach((target, session) -> tell(added, target, session));
        } finally {
            lock.unlock();
        }
        return () -> remove(added);
    }

    private void remove(Use use) {
        lock.lock();
        try {
            uses.remove(use);
        } finally {
            lock.unlock();
        }
    }

    /** Tells of a session; it is told to those who come later, too, until what this gives is closed. */
    Registration opened(MonitoredTarget target, NetconfSession session, Subscription.SessionSource another) {
        Open opened = new Open(session, another);
        List<Use> present;
        lock.lock();
        try {
            open.put(target, opened);
            present = List.copyOf(uses);
        } finally {
            lock.unlock();
        }
        present.forEach(use -> tell(use, target, opened));
        return () -> closed(target);
    }

    private void closed(MonitoredTarget target) {
        lock.lock();
        try {
            open.remove(target);
        } finally {
            lock.unlock();
        }
    }

    void removed(MonitoredTarget target) {
        List<Use> present;
        lock.lock();
        try {
            present = List.copyOf(uses);
        } finally {
            lock.unlock();
        }
        present.forEach(use -> safely(target, () -> use.user.removed(target)));
    }

    private static void tell(Use use, MonitoredTarget target, Open opened) {
        safely(target, () -> use.user.opened(target, opened.session(), opened.another()));
    }

    private static void safely(MonitoredTarget target, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            String name = target.target().name();
            LOG.log(System.Logger.Level.ERROR, "Target " + name + ": a user of its session failed", e);
        }
    }
}
