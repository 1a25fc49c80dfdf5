package net.coreserver.bench.contender;

import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.opendaylight.netconf.shaded.sshd.common.session.Session;
import org.opendaylight.netconf.shaded.sshd.common.session.SessionListener;
import org.opendaylight.netconf.shaded.sshd.server.ServerFactoryManager;
import org.opendaylight.netconf.shaded.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.opendaylight.netconf.shaded.sshd.server.session.ServerSession;

/**
 * Lets everybody in, and counts the connections that are not logged in yet, as {@code MaxStartups} of OpenSSH would. The
 * simulator hands out its sessions to nobody but the one who checks keys, so that the first connection to a device is
 * needed to see those that follow.
 */
final class Logins implements PublickeyAuthenticator, SessionListener {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Set<ServerFactoryManager> seen = new HashSet<>();
    private final Map<Session, Long> begun = new HashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private int most;
    private int mostOfOneHost;
    private long completed;
    private long nanos;

    @Override
    public synchronized boolean authenticate(String username, PublicKey key, ServerSession session) {
        if (seen.add(session.getFactoryManager())) {
            session.getFactoryManager().addSessionListener(this);
        }
        return true;
    }

    @Override
    public synchronized void sessionCreated(Session session) {
        begun.put(session, System.nanoTime());
        int ofHost = underWay.merge(host(session), 1, Integer::sum);
        most = Math.max(most, begun.size());
        mostOfOneHost = Math.max(mostOfOneHost, ofHost);
    }

    @Override
    public synchronized void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            Long since = end(session);
            if (since != null) {
                completed++;
                nanos += System.nanoTime() - since;
            }
        }
    }

    @Override
    public synchronized void sessionClosed(Session session) {
        end(session);
    }

    private Long end(Session session) {
        Long since = begun.remove(session);
        if (since != null) {
            underWay.merge(host(session), -1, Integer::sum);
        }
        return since;
    }

    private static String host(Session session) {
        return session.getLocalAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "?";
    }

    /** How many logged in; the milliseconds that one took; the most that were under way at once, in all and to one host. */
    synchronized String figures() {
        String figures = "%d %.1f %d %d"
                .formatted(completed, completed == 0 ? 0 : nanos / NANOS_PER_MILLI / completed, most, mostOfOneHost);
        completed = 0;
        nanos = 0;
        most = begun.size();
        mostOfOneHost = 0;
        return figures;
    }
}
