package net.coreserver.netconf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import net.coreserver.netconf.framing.FramingException;
import org.jspecify.annotations.Nullable;

/**
 * One message while it arrives: the receiving side appends, one virtual thread reads, and waits where nothing has come
 * yet, until it is worth going on. What is not read yet is bounded by the transport's window, which opens only as bytes are read.
 */
final class IncomingMessage extends InputStream {

    /** To wait for each packet would cost more than to read it; and no message of this size strains the memory. */
    static final int WORTH_READING_OCTETS = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private final LongConsumer consumed;

    private int positionInFirst;
    private int unreadOctets;
    private boolean complete;
    private @Nullable IOException brokenOff;
    private @Nullable FramingException misframed;
    private boolean abandoned;

    /**
     * Makes an empty message.
     *
     * @param consumed is told of the octets that were read or thrown away
     */
    IncomingMessage(LongConsumer consumed) {
        this.consumed = consumed;
    }

    /** {@return whether there is enough to read that it is worth it, although more is to come} */
    boolean append(byte[] piece) {
        lock.lock();
        try {
            pieces.addLast(piece);
            unreadOctets += piece.length;
            if (unreadOctets < WORTH_READING_OCTETS) {
                return false;
            }
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void complete() {
        lock.lock();
        try {
            complete = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Nothing more comes, and the message is not complete.
     *
     * @param cause how the peer broke the framing; null when the connection ended
     */
    void breakOff(@Nullable FramingException cause) {
        lock.lock();
        try {
            if (!complete) {
                misframed = cause;
                brokenOff = new IOException("the message breaks off", cause);
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody wants the message any more: whoever reads it is stopped; {@link #drain} still works. */
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isBrokenOff() {
        lock.lock();
        try {
            return brokenOff != null;
        } finally {
            lock.unlock();
        }
    }

    /** How the peer broke the framing in the middle of this message; null when it has not. */
    @Nullable FramingException misframed() {
        lock.lock();
        try {
            return misframed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count;
        lock.lock();
        try {
            byte[] first = awaitFirst(false);
            if (first == null) {
                return -1;
            }
            count = Math.min(length, first.length - positionInFirst);
            System.arraycopy(first, positionInFirst, buffer, offset, count);
            positionInFirst += count;
            unreadOctets -= count;
            if (positionInFirst == first.length) {
                pieces.removeFirst();
                positionInFirst = 0;
            }
        } finally {
            lock.unlock();
        }
        consumed.accept(count);
        return count;
    }

    /** Throws away what is left of the message, as it comes, up to its end or that of the connection. */
    void drain() {
        while (true) {
            int count;
            lock.lock();
            try {
                byte[] first = awaitFirst(true);
                if (first == null) {
                    return;
                }
                count = first.length - positionInFirst;
                unreadOctets -= count;
                pieces.removeFirst();
                positionInFirst = 0;
            } catch (IOException e) {
                return; // the connection is gone, and so is the rest
            } finally {
                lock.unlock();
            }
            consumed.accept(count);
        }
    }

    private byte @Nullable [] awaitFirst(boolean evenIfAbandoned) throws IOException {
        while (true) {
            if (abandoned && !evenIfAbandoned) {
                throw new IOException("the reply is no longer wanted");
            }
            byte[] first = pieces.peekFirst();
            if (first != null) {
                return first;
            }
            if (complete) {
                return null;
            }
            if (brokenOff != null) {
                throw brokenOff;
            }
            arrived.awaitUninterruptibly();
        }
    }
}
