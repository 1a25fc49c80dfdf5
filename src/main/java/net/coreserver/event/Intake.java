package net.coreserver.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Entries that wait to be written. Any number of threads put them in, without waiting; one takes them out. */
final class Intake {

    /** So many events wait at most, however long the disk takes. */
    static final int MAX_WAITING = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<LogEntry> entries = new ArrayDeque<>();
    private int waiting;
    private boolean closed;

    /** How much an entry counts; what is not an event costs something, too. */
    private static int weight(LogEntry entry) {
        return Math.max(1, entry.occurrences().size());
    }

    /** {@return whether there was room} */
    boolean offer(LogEntry entry) {
        lock.lock();
        try {
            if (closed || waiting >= MAX_WAITING) {
                return false;
            }
            entries.add(entry);
            waiting += weight(entry);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what has come.
     *
     * @param events about how many at most
     * @param patience how long to wait for the first
     * @return the entries, in their order; none when none came
     */
    List<LogEntry> take(int events, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (entries.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            List<LogEntry> taken = new ArrayList<>();
            int weight = 0;
            while (weight < events) {
                LogEntry entry = entries.poll();
                if (entry == null) {
                    break;
                }
                taken.add(entry);
                weight += weight(entry);
            }
            waiting -= weight;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, but not beyond the end. */
    void pause(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes in; what is there can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
