package net.coreserver.netconf;

import java.time.Duration;

/**
 * A subscription to notifications, over a session that is shared with rpcs where the server allows it, else over one of
 * its own. Source: RFC 5277 section 2.1 and section 6.
 */
public final class Subscription implements AutoCloseable {

    /** Opens one more session to the same server. */
    @FunctionalInterface
    public interface SessionSource {

        /**
         * Opens a session, which then belongs to the subscription.
         *
         * @return the session
         * @throws NetconfException when it cannot be opened
         * @throws InterruptedException when the calling thread is interrupted
         */
        NetconfSession open() throws InterruptedException;
    }

    private final NetconfSession session;
    private final NotificationListener listener;
    private final boolean shared;

    private Subscription(NetconfSession session, NotificationListener listener, boolean shared) {
        this.session = session;
        this.listener = listener;
        this.shared = shared;
    }

    /**
     * Subscribes.
     *
     * @param session an open session to the server; shared when the server announces {@code :interleave} and the session
     *     has no subscription
     * @param another opens one more, where it cannot be shared
     * @param operation what asks for the notifications
     * @param listener takes them, and learns when they end
     * @param timeout for the server's reply
     * @return the subscription
     * @throws NetconfException when the server does not subscribe us; nothing stays open for it then
     * @throws InterruptedException when the calling thread is interrupted
     */
    public static Subscription open(
            NetconfSession session,
            SessionSource another,
            Operation operation,
            NotificationListener listener,
            Duration timeout)
            throws InterruptedException {
        if (session.serverHello().supports(Capability.INTERLEAVE) && !session.isSubscribed()) {
            session.subscribe(operation, listener, timeout);
            return new Subscription(session, listener, true);
        }
        NetconfSession own = another.open();
        boolean subscribed = false;
        try {
            own.subscribe(operation, listener, timeout);
            subscribed = true;
            return new Subscription(own, listener, false);
        } finally {
            if (!subscribed) {
                own.abort();
            }
        }
    }

    /** {@return whether the session that was given carries the subscription, too} */
    public boolean isShared() {
        return shared;
    }

    /** {@return the session that carries the subscription} */
    public NetconfSession session() {
        return session;
    }

    /**
     * Ends the subscription: the listener hears no more. A session of its own is closed. On a shared one the server goes on
     * sending, since NETCONF knows no way to stop it, and what it sends is read over.
     */
    @Override
    public void close() {
        session.unsubscribe(listener);
        if (!shared) {
            session.close();
        }
    }
}
