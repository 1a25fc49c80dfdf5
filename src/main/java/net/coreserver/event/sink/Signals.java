package net.coreserver.event.sink;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a waiting courier is woken by. Safe for use by any number of threads; one waits. */
final class Signals {

    private final SinkClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Under the lock.
    private boolean hasNews;
    private boolean isUrged;
    private boolean isClosing;

    Signals(SinkClock clock) {
        this.clock = clock;
    }

    /** There may be something to do. */
    void news() {
        set(() -> hasNews = true);
    }

    /** What rests may be worth another attempt now. */
    void urge() {
        set(() -> isUrged = true);
    }

    /** All waiting comes to an end, for good. */
    void close() {
        set(() -> isClosing = true);
    }

    boolean isClosing() {
        lock.lock();
        try {
            return isClosing;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the news, and that it was urged on: from now on, only what comes counts. */
    void takeNews() {
        set(() -> {
            hasNews = false;
            isUrged = false;
        });
    }

    /** Waits for news. */
    void awaitNews() throws InterruptedException {
        lock.lock();
        try {
            while (!hasNews && !isClosing) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a while, whatever news there are, unless it was urged on since the news were taken. */
    void rest(Duration pause) throws InterruptedException {
        long end = clock.nanoTime() + pause.toNanos();
        lock.lock();
        try {
            while (!isUrged && !isClosing) {
                long left = end - clock.nanoTime();
                if (left <= 0) {
                    return;
                }
                clock.await(changed, left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
