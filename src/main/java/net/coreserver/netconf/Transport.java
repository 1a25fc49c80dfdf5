package net.coreserver.netconf;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that carries bytes both ways, authenticated and protected: the secure transport of RFC 6241 section 2.
 */
public interface Transport extends AutoCloseable {

    /**
     * Opens the way to the server's NETCONF, and starts to receive. Called once, before anything is sent.
     *
     * @param receiver is told of every byte that comes
     * @throws NetconfException when the server does not let us
     */
    void start(Receiver receiver);

    /**
     * Sends bytes, not mixed with those of another call. May wait until the peer takes them. When it took only a part in
     * time, the connection is closed, since nothing could follow.
     *
     * @param bytes one framed message
     * @param deadline by when the peer has to have taken them
     * @throws TimeoutException when it has not
     * @throws IOException when the connection is lost
     * @throws InterruptedException when the calling thread is interrupted before anything was sent
     */
    void send(byte[] bytes, Deadline deadline) throws IOException, TimeoutException, InterruptedException;

    /**
     * Tells that received bytes have been used up, so that the peer may send as many more. What is never told this way
     * holds the peer back.
     *
     * @param octets how many
     */
    void consumed(long octets);

    /** {@return what was negotiated for this connection, by name} */
    Map<String, String> negotiated();

    /** {@return who is at the other end, and how long it took to get there; empty where that means nothing} */
    default Optional<Peer> peer() {
        return Optional.empty();
    }

    /** Closes the connection; the receiver is told, if it has not been told before. */
    @Override
    void close();

    /** Takes what comes in. Its methods are called one after the other, and must not block. */
    interface Receiver {

        /**
         * Bytes came.
         *
         * @param bytes holds them, and is only lent
         * @param offset where they start
         * @param length how many
         */
        void received(byte[] bytes, int offset, int length);

        /**
         * Nothing more will come.
         *
         * @param cause why, or null when it was closed in an orderly way
         */
        void closed(@Nullable Throwable cause);
    }
}
