package net.coreserver.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.sqlite.SQLiteConfig.LockingMode;

/**
 * Reads beside the one that writes, and never holds it up: each read sees the database as it was when it began. A few threads, each
 * with a connection as long as it needs one.
 */
final class StoreReaders implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StoreReaders.class.getName());

    private static final int THREADS = 2;
    private static final int MAX_WAITING = 200;
    private static final int IDLE_SECONDS = 60;

    private final DatabaseFile file;
    private final Function<String, StoreUnavailableException> unavailable;
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(THREADS);
    private final ExecutorService threads;

    /**
     * Makes readers, who open nothing until somebody reads.
     *
     * @param unavailable makes what is thrown of the reason why nothing can be read
     */
    StoreReaders(DatabaseFile file, Function<String, StoreUnavailableException> unavailable) {
        this.file = file;
        this.unavailable = unavailable;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING),
                task -> Thread.ofPlatform().name("store-reader").daemon().unstarted(task));
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    /** Reads on one of the threads. */
    <T> CompletableFuture<T> read(Transaction<T> reading) {
        try {
            return CompletableFuture.supplyAsync(() -> run(reading), threads);
        } catch (RejectedExecutionException e) {
            String reason = threads.isShutdown() ? "The service is stopping." : "Too many wait to read the database.";
            return CompletableFuture.failedFuture(unavailable.apply(reason));
        }
    }

    private <T> T run(Transaction<T> reading) {
        Connection connection = idle.poll();
        boolean isSound = false;
        try {
            if (connection == null) {
                connection = file.openForReading(LockingMode.NORMAL);
            }
            T result = Store.enclosed(connection, "BEGIN", reading);
            isSound = true;
            return result;
        } catch (IOException e) {
            throw unavailable.apply(StoreFailure.ofOpening(file.path(), e));
        } catch (SQLException e) {
            Optional<String> reason = StoreFailure.ofDatabase(file.path(), e);
            throw unavailable.apply(reason.orElseThrow(
                    () -> new IllegalStateException("what is read makes no sense to the database", e)));
        } finally {
            if (connection != null && !(isSound && !threads.isShutdown() && idle.offer(connection))) {
                close(connection);
            }
        }
    }

    /** Closes the connections that nobody uses: the file may be another one soon. */
    void closeIdle() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A reader of the database did not close well", e);
        }
    }

    /** Waits for what is being read. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            var _ = threads.awaitTermination(Store.CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeIdle();
    }
}
