package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A clock that stands still until a test lets it go on; what is due on the way is done at its time. For one thread. */
final class VirtualTime implements InstantSource, Scheduler {

    private final Queue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
    private Instant now = Seen.START;
    private long number;

    private record Task(Instant at, long number, Runnable action) {}

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), number++, task));
    }

    void advance(Duration duration) {
        Instant until = now.plus(duration);
        for (Task next = tasks.peek(); next != null && !next.at().isAfter(until); next = tasks.peek()) {
            tasks.remove();
            now = next.at();
            next.action().run();
        }
        now = until;
    }

    void advance(double seconds) {
        advance(Duration.ofMillis(Math.round(seconds * 1_000)));
    }
}
