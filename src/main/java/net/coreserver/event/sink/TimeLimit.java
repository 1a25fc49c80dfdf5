package net.coreserver.event.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives a time limit to what has none of its own: the writing to a socket, or the looking up of a name. */
final class TimeLimit {

    private TimeLimit() {}

    /**
     * Does something on another virtual thread, and waits for it.
     *
     * @param limit how long at most
     * @param work what is to be done
     * @param abort makes it end, on this thread, when the limit is reached or this thread is interrupted
     * @return what came of it
     * @throws TimeoutException when it took too long
     */
    static <T> T run(Duration limit, Callable<T> work, Runnable abort)
            throws IOException, TimeoutException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("sink-io").start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            abort.run();
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case null -> throw new IllegalStateException(e);
                case IOException failed -> throw failed;
                case RuntimeException mistake -> throw mistake;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
