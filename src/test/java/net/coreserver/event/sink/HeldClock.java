package net.coreserver.event.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Time that passes when a test says so. Whoever waits is let go when its time has come. */
final class HeldClock implements SinkClock {

    static final Instant START = Instant.parse("2026-11-21T07:00:00Z");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Thread, Long> waiting = new HashMap<>();
    private long nanos;

    @Override
    public Instant instant() {
        return START.plusNanos(nanoTime());
    }

    @Override
    public long nanoTime() {
        lock.lock();
        try {
            return nanos;
        } finally {
            lock.unlock();
        }
    }

    /** Looks again and again for a moment of real time: whether it is over, the caller finds out itself. */
    @Override
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public void await(Condition condition, long left) throws InterruptedException {
        lock.lock();
        try {
            waiting.put(Thread.currentThread(), nanos + left);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            var _ = condition.await(5, TimeUnit.MILLISECONDS);
        } finally {
            lock.lock();
            try {
                waiting.remove(Thread.currentThread());
            } finally {
                lock.unlock();
            }
        }
    }

    void advance(Duration time) {
        lock.lock();
        try {
            nanos += time.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Lets time pass until the first of those that wait is let go; tells for how long it had to wait. */
    Duration advanceToNext() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.values().stream().noneMatch(end -> end > nanos)) {
                changed.await();
            }
            long next = waiting.values().stream()
                    .mapToLong(Long::longValue)
                    .filter(end -> end > nanos)
                    .min()
                    .orElseThrow();
            Duration passed = Duration.ofNanos(next - nanos);
            nanos = next;
            return passed;
        } finally {
            lock.unlock();
        }
    }
}
