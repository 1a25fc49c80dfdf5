package net.coreserver.event.sink;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** The time, and waiting until some of it has passed; in tests it passes when they say so. */
interface SinkClock extends InstantSource {

    /** As {@link System#nanoTime}: for how long something takes, whatever becomes of the time of day. */
    long nanoTime();

    /**
     * Waits for a signal, or for some time; it may end early.
     *
     * @param condition its lock is held
     * @param nanos how long
     */
    void await(Condition condition, long nanos) throws InterruptedException;

    /** The real one. */
    static SinkClock of(InstantSource wall) {
        return new SinkClock() {

            @Override
            public Instant instant() {
                return wall.instant();
            }

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
            public void await(Condition condition, long nanos) throws InterruptedException {
                var _ = condition.await(nanos, TimeUnit.NANOSECONDS);
            }
        };
    }
}
