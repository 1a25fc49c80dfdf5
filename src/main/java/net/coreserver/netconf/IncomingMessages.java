package net.coreserver.netconf;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.netconf.framing.FrameDecoder;
import net.coreserver.netconf.framing.FrameHandler;
import net.coreserver.netconf.framing.Framing;
import net.coreserver.netconf.framing.FramingException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a transport receives into messages and hands each on when it is complete, or when there is enough of it that
 * reading it while it arrives is worth a thread that waits.
 *
 * <p>After the first message, the hello, decoding stops until {@link #continueWith} says which framing follows; what
 * comes in between is kept, and held to the transport's window like everything else that is not read yet.
 */
final class IncomingMessages implements Transport.Receiver {

    /** Takes the messages and the end of them. Its methods must not block. */
    interface Listener {

        /** A message is there, or a good part of it; the rest comes. */
        void message(IncomingMessage message);

        /** The peer broke the framing; nothing more comes. */
        void misframed(FramingException cause);

        /** The connection ended; nothing more comes. */
        void closed(@Nullable Throwable cause);
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<byte[]> heldBack = new ArrayDeque<>();
    private final FrameHandler handler = new Handler();
    private final long maxMessageOctets;
    private final Transport transport;
    private final Listener listener;

    private final TrafficCounter traffic;

    private @Nullable FrameDecoder decoder;
    private @Nullable IncomingMessage current;
    private boolean handedOn;
    private boolean ended;
    private boolean firstMessageEnded;
    private long contentOctets;

    IncomingMessages(long maxMessageOctets, Transport transport, Listener listener, TrafficCounter traffic) {
        this.maxMessageOctets = maxMessageOctets;
        this.transport = transport;
        this.listener = listener;
        this.traffic = traffic;
        this.decoder = Framing.newHelloDecoder(maxMessageOctets);
    }

    /** Goes on after the first message. */
    void continueWith(Framing framing) {
        lock.lock();
        try {
            decoder = framing.newDecoder(maxMessageOctets);
            for (byte[] bytes = heldBack.pollFirst(); bytes != null; bytes = heldBack.pollFirst()) {
                decode(bytes, 0, bytes.length);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void received(byte[] bytes, int offset, int length) {
        traffic.octetsReceived.addAndGet(length);
        lock.lock();
        try {
            decode(bytes, offset, length);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            end(null);
        } finally {
            lock.unlock();
        }
        listener.closed(cause);
    }

    private void decode(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !ended) {
            if (decoder == null) {
                heldBack.addLast(Arrays.copyOfRange(bytes, at, end));
                return;
            }
            contentOctets = 0;
            int taken;
            try {
                taken = decoder.decode(bytes, at, end - at, handler);
            } catch (FramingException e) {
                end(e);
                listener.misframed(e);
                return;
            }
            at += taken;
            // Content counts as consumed when it is read; what frames it, now. The few octets that a decoder holds back
            // may count twice, as framing now and as content later: the window never closes for good.
            if (taken > contentOctets) {
                transport.consumed(taken - contentOctets);
            }
        }
    }

    private void end(@Nullable FramingException cause) {
        ended = true;
        heldBack.clear();
        if (current != null) {
            current.breakOff(cause);
            handOn(current);
            current = null;
        }
    }

    private void handOn(IncomingMessage message) {
        if (!handedOn) {
            handedOn = true;
            listener.message(message);
        }
    }

    private final class Handler implements FrameHandler {

        @Override
        public void content(byte[] bytes, int offset, int length) {
            int start = offset;
            int end = offset + length;
            IncomingMessage message = current;
            if (message == null) {
                // Many servers end their messages with a LF, which is then the first octet of the next one.
                while (start < end && isXmlSpace(bytes[start])) {
                    start++;
                }
                if (start == end) {
                    return;
                }
                message = new IncomingMessage(transport::consumed);
                current = message;
                handedOn = false;
            }
            contentOctets += end - start;
            if (message.append(Arrays.copyOfRange(bytes, start, end))) {
                handOn(message);
            }
        }

        private static boolean isXmlSpace(byte octet) {
            return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
        }

        @Override
        public void endOfMessage() {
            if (current == null) {
                return; // an empty message says nothing
            }
            current.complete();
            handOn(current);
            current = null;
            if (!firstMessageEnded) {
                firstMessageEnded = true;
                decoder = null;
            }
        }
    }
}
