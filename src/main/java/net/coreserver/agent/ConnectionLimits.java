package net.coreserver.agent;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/**
 * Closes connections that have not come to a NETCONF session in time, however busy they are meanwhile: with key
 * exchange, with passwords, or with one byte of a hello at a time. Those that come when there are too many already are
 * closed at once.
 */
final class ConnectionLimits implements SessionListener {

    private static final AttributeKey<ScheduledFuture<?>> PENDING = new AttributeKey<>();
    private static final AttributeKey<Boolean> COUNTED = new AttributeKey<>();

    private final Duration handshakeDeadline;
    private final int maxConnections;
    private final AtomicInteger connections = new AtomicInteger();

    ConnectionLimits(Duration handshakeDeadline, int maxConnections) {
        this.handshakeDeadline = handshakeDeadline;
        this.maxConnections = maxConnections;
    }

    @Override
    public void sessionCreated(Session session) {
        session.setAttribute(COUNTED, true);
        if (connections.incrementAndGet() > maxConnections) {
            session.close(true);
            return;
        }
        session.setAttribute(
                PENDING,
                session.getFactoryManager()
                        .getScheduledExecutorService()
                        .schedule(() -> session.close(true), handshakeDeadline.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The client has said hello: from now on it may take its time. */
    static void handshakeDone(Session session) {
        ScheduledFuture<?> pending = session.removeAttribute(PENDING);
        if (pending != null) {
            pending.cancel(false);
        }
    }

    @Override
    public void sessionClosed(Session session) {
        handshakeDone(session);
        if (session.removeAttribute(COUNTED) != null) {
            connections.decrementAndGet();
        }
    }
}
