package net.coreserver.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

/**
 * What waits to be written. Any number of threads put it in, without waiting; one takes it out.
 *
 * @param <T> what it is
 */
public final class Intake<T> {

    private final int capacity;
    private final ToIntFunction<? super T> weight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<T> entries = new ArrayDeque<>();
    private int waiting;
    private boolean closed;

    /**
     * Makes an empty one.
     *
     * @param capacity so much may wait, however long the disk takes; the last to come in may go beyond it
     * @param weight how much an entry counts; always the same for one, and never negative
     */
    public Intake(int capacity, ToIntFunction<? super T> weight) {
        this.capacity = capacity;
        this.weight = weight;
    }

    /**
     * Puts an entry in.
     *
     * @param entry what is to be written
     * @return whether there was room
     */
    public boolean offer(T entry) {
        lock.lock();
        try {
            if (closed || waiting >= capacity) {
                return false;
            }
            entries.add(entry);
            waiting += weight.applyAsInt(entry);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what has come.
     *
     * @param most about how much at most, by weight
     * @param patience how long to wait for the first
     * @return the entries, in their order; none when none came
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public List<T> take(int most, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (entries.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            List<T> taken = new ArrayList<>();
            int sum = 0;
            while (sum < most) {
                T entry = entries.poll();
                if (entry == null) {
                    break;
                }
                taken.add(entry);
                sum += weight.applyAsInt(entry);
            }
            waiting -= sum;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits, but not beyond the end.
     *
     * @param duration how long
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public void pause(Duration duration) throws InterruptedException {
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

    /** {@return how much waits, by weight} */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** {@return how much may wait, by weight} */
    public int capacity() {
        return capacity;
    }

    /** {@return whether nothing more comes in} */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether nothing waits} */
    public boolean isEmpty() {
        lock.lock();
        try {
            return entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes in; what is there can still be taken. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
