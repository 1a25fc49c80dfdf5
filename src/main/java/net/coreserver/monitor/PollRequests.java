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
 *
 * <p>Polls can be refused for two reasons that know nothing of each other: because nobody is to poll the target, which
 * whoever applies the inventory says with {@link #close} and takes back with {@link #reopen}, and because it is down, which
 * the polling thread says with {@link #refuseFor}.
 */
final class PollRequests {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable CompletableFuture<Snapshot> waiting;
    private @Nullable CompletableFuture<Snapshot> inFlight;
    private @Nullable RuntimeException closed;
    private @Nullable RuntimeException down;
    private boolean awake;

    /** A future for the next poll; one that has failed already while polls are refused. */
    CompletableFuture<Snapshot> request() {
        lock.lock();
        try {
            RuntimeException refusal = closed != null ? closed : down;
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

    /** The poll that began, if one did, is broken off: those whom it was for get the next. */
    void postpone() {
        lock.lock();
        try {
            CompletableFuture<Snapshot> asked = inFlight;
            CompletableFuture<Snapshot> next = waiting;
            inFlight = null;
            if (next == null) {
                waiting = asked;
            } else if (asked != null) {
                var _ = next.whenComplete((snapshot, failure) -> {
                    if (failure == null) {
                        asked.complete(snapshot);
                    } else {
                        asked.completeExceptionally(failure);
                    }
                });
            }
        } finally {
            lock.unlock();
        }
    }

    /** Fails all who were promised a poll, and whoever asks until the time is up or the wait is interrupted. */
    void refuseFor(Duration wait, RuntimeException reason) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        lock.lock();
        try {
            down = reason;
        } finally {
            lock.unlock();
        }
        failAll(reason);
        lock.lock();
        try {
            // What wakes a wait for the next poll has nothing to say here.
            for (long left = wait.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                var _ = changed.await(left, TimeUnit.NANOSECONDS);
            }
            awake = false;
        } finally {
            down = null;
            lock.unlock();
        }
    }

    /** Fails all who were promised a poll, and whoever asks from now on. */
    void close(RuntimeException reason) {
        lock.lock();
        try {
            closed = reason;
        } finally {
            lock.unlock();
        }
        failAll(reason);
    }

    /** Takes requests again. */
    void reopen() {
        lock.lock();
        try {
            closed = null;
        } finally {
            lock.unlock();
        }
    }

    private void failAll(RuntimeException reason) {
        CompletableFuture<Snapshot> refused;
        lock.lock();
        try {
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

    /**
     * Waits until a poll is requested, somebody wakes us, or the time is up.
     *
     * @return whether a poll is requested
     */
    boolean await(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        lock.lockInterruptibly();
        try {
            while (waiting == null && !awake) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !changed.await(left, TimeUnit.NANOSECONDS)) {
                    break;
                }
            }
            awake = false;
            return waiting != null;
        } finally {
            lock.unlock();
        }
    }
}
