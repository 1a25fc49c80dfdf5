package net.coreserver.monitor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.interfaces.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Those who asked for a poll. All who ask before one starts share its future; whoever asks while it runs gets the next, so
 * that any number of requests come to one poll in flight and one that waits.
 */
final class PollRequests {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition accepting = lock.newCondition();
    private @Nullable CompletableFuture<Snapshot> waiting;
    private @Nullable CompletableFuture<Snapshot> inFlight;
    private @Nullable RuntimeException refusal;
    private boolean awake;

    /** A future for the next poll; one that has failed already while polls are refused. */
    CompletableFuture<Snapshot> request() {
        lock.lock();
        try {
            if (refusal != null) {
                return CompletableFuture.failedFuture(refusal);
            }
            CompletableFuture<Snapshot> next = waiting;
            if (next == null) {
                next = new CompletableFuture<>();
                waiting = next;
                changed.signalAll();
            }
            return next.copy();
        } finally {
            lock.unlock();
        }
    }

    /** A poll starts: it is for those who wait now; whoever asks from here on waits for the one after. */
    void begin() {
        lock.lock();
        try {
            inFlight = waiting;
            waiting = null;
        } finally {
            lock.unlock();
        }
    }

    /** The poll that began has succeeded. */
    void fulfil(Snapshot snapshot) {
        CompletableFuture<Snapshot> asked = end();
        if (asked != null) {
            asked.complete(snapshot);
        }
    }

    /** The poll that began has failed. */
    void fail(RuntimeException reason) {
        CompletableFuture<Snapshot> asked = end();
        if (asked != null) {
            asked.completeExceptionally(reason);
        }
    }

    private @Nullable CompletableFuture<Snapshot> end() {
        lock.lock();
        try {
            CompletableFuture<Snapshot> asked = inFlight;
            inFlight = null;
            return asked;
        } finally {
            lock.unlock();
        }
    }

    /** Fails all who were promised a poll, and whoever asks until the time is up. */
    void refuseFor(Duration wait, RuntimeException reason) throws InterruptedException {
        refuse(reason);
        long deadline = System.nanoTime() + wait.toNanos();
        lock.lockInterruptibly();
        try {
            for (long left = wait.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                var _ = accepting.await(left, TimeUnit.NANOSECONDS);
            }
            refusal = null;
            awake = false;
        } finally {
            lock.unlock();
        }
    }

    /** Fails all who were promised a poll, and whoever asks from now on. */
    void refuse(RuntimeException reason) {
        CompletableFuture<Snapshot> refused;
        lock.lock();
        try {
            refusal = reason;
            refused = waiting;
            waiting = null;
        } finally {
            lock.unlock();
        }
        if (refused != null) {
            refused.completeExceptionally(reason);
        }
        fail(reason);
    }

    /** Ends an {@link #await} that is under way, or the next one. */
    void wake() {
        lock.lock();
        try {
            awake = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a poll is requested, somebody wakes us, or the time is up. */
    void await(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        lock.lockInterruptibly();
        try {
            while (waiting == null && !awake) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !changed.await(left, TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
            awake = false;
        } finally {
            lock.unlock();
        }
    }
}
