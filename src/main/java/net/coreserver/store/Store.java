package net.coreserver.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.LockingMode;

/**
 * A SQLite file, opened on a thread of its own, which is also the one that writes. Where the file cannot be used, it is tried again,
 * after longer and longer pauses, for as long as the service runs. Safe for use by any number of threads.
 */
public final class Store implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Store.class.getName());

    /** So many may wait for their turn; whoever comes then is sent away. */
    private static final int MAX_WAITING = 100;

    private static final int LONGEST_PAUSE_IN_FIRST_ONES = 64;
    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final DatabaseFile file;
    private final InstantSource clock;
    private final Duration firstPause;
    private final ScheduledThreadPoolExecutor thread;
    private final StoreReaders readers;
    private final Semaphore places = new Semaphore(MAX_WAITING);
    private final List<StoreFollower> followers = new CopyOnWriteArrayList<>();
    private final CountDownLatch attempted = new CountDownLatch(1);
    private volatile StoreState state;
    private volatile boolean loaded;

    // What follows belongs to the thread.
    private @Nullable Connection connection;
    private int pauseInFirstOnes = 1;

    /**
     * Makes a store that is not open yet.
     *
     * @param path the file; it and its directory are made where there are none
     * @param migrations what brings it up to date
     * @param upkeep what it is for
     * @param clock tells the time
     * @param firstPause how long after a failure it is tried again; after the next it takes twice as long, and so on, up to 64 times
     */
    public Store(Path path, Migrations migrations, Upkeep upkeep, InstantSource clock, Duration firstPause) {
        this.file = new DatabaseFile(path, migrations, upkeep);
        this.clock = clock;
        this.firstPause = firstPause;
        this.state = new StoreState.Unavailable("The database " + path + " is not open yet.", clock.instant());
        this.thread = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().name("store").daemon().unstarted(task));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.readers = new StoreReaders(
                file,
                reason -> new StoreUnavailableException(reason, clock.instant().plus(firstPause)));
    }

    /**
     * Adds somebody who keeps something of the store; to be called before {@link #start}.
     *
     * @param follower is told when there is something to read
     */
    public void follow(StoreFollower follower) {
        followers.add(follower);
    }

    /**
     * Begins to open the file, and waits for the first attempt to end, well or not.
     *
     * @param patience how long to wait at most; it goes on after that
     */
    public void start(Duration patience) {
        thread.execute(this::open);
        try {
            var _ = attempted.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return the file} */
    public Path path() {
        return file.path();
    }

    /** {@return whether there is something to write to now} */
    public StoreState state() {
        return state;
    }

    /** {@return whether it was tried to open the file, well or not} */
    public boolean hasBeenTried() {
        return attempted.getCount() == 0;
    }

    /** {@return whether what is stored has been read once, so that those who follow the store know it} */
    public boolean isLoaded() {
        return loaded;
    }

    /**
     * Runs a transaction, and waits for it. When this returns, it is on the disk.
     *
     * @param transaction what is to be done
     * @param committed is called with what came of it once that is on the disk, and before any later transaction begins; it must not
     *     block or throw
     * @param <T> what comes of it
     * @return what came of it
     * @throws StoreUnavailableException when the store cannot be written to; nothing has been done then
     */
    public <T> T write(Transaction<T> transaction, Consumer<? super T> committed) {
        if (!places.tryAcquire()) {
            throw new StoreUnavailableException(
                    "Too many wait for the database.", clock.instant().plus(firstPause));
        }
        try {
            CompletableFuture<T> done = CompletableFuture.supplyAsync(() -> run(transaction, committed), thread);
            return done.join();
        } catch (RejectedExecutionException e) {
            throw new StoreUnavailableException(
                    "The service is stopping.", clock.instant().plus(firstPause));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : e;
        } finally {
            places.release();
        }
    }

    /**
     * Reads, beside whoever writes, from the database as it was when the reading began. What cannot be written can often still be
     * read.
     *
     * @param reading what is to be read; it changes nothing
     * @param <T> what comes of it
     * @return what came of it, on a thread that belongs to the store; or, completed exceptionally, a {@link
     *     StoreUnavailableException}
     */
    public <T> CompletableFuture<T> read(Transaction<T> reading) {
        if (!loaded && state instanceof StoreState.Unavailable(String reason, var nextAttempt)) {
            return CompletableFuture.failedFuture(new StoreUnavailableException(reason, nextAttempt));
        }
        return readers.read(reading);
    }

    private <T> T run(Transaction<T> transaction, Consumer<? super T> committed) {
        Connection open = connection;
        if (open == null) {
            throw unavailable();
        }
        T result;
        try {
            result = commit(open, transaction);
        } catch (SQLException e) {
            Optional<String> reason = StoreFailure.ofDatabase(file.path(), e);
            if (reason.isEmpty()) {
                throw new IllegalStateException("a transaction makes no sense to the database", e);
            }
            giveUp(reason.get());
            throw unavailable();
        }
        committed.accept(result);
        return result;
    }

    /** The driver's own way would begin the next transaction, and so lock the file, as soon as one has ended. */
    private static <T> T commit(Connection connection, Transaction<T> transaction) throws SQLException {
        return enclosed(connection, "BEGIN IMMEDIATE", transaction);
    }

    static <T> T enclosed(Connection connection, String begin, Transaction<T> transaction) throws SQLException {
        try (Statement control = connection.createStatement()) {
            control.execute(begin);
            try {
                T result = transaction.run(connection);
                control.execute("COMMIT");
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                try {
                    control.execute("ROLLBACK");
                } catch (SQLException alsoThat) {
                    // A full disk has undone it already; SQLite then says that there is nothing to undo.
                    e.addSuppressed(alsoThat);
                }
                throw e;
            }
        }
    }

    private void load(Connection opened) throws SQLException {
        enclosed(opened, "BEGIN", reading -> {
            for (StoreFollower follower : followers) {
                follower.load(reading);
            }
            return followers;
        });
        loaded = true;
    }

    private StoreUnavailableException unavailable() {
        return switch (state) {
            case StoreState.Unavailable(String reason, var nextAttempt) ->
                new StoreUnavailableException(reason, nextAttempt);
            case StoreState.Available _ ->
                throw new IllegalStateException("the store is available, and has no connection");
        };
    }

    private void open() {
        try {
            Connection opened = file.open();
            connection = opened;
            load(opened);
            commit(opened, Store::touch);
            for (StoreFollower follower : followers) {
                commit(opened, transaction -> {
                    follower.maintain(transaction);
                    return follower;
                });
            }
            if (pauseInFirstOnes > 1) {
                LOG.log(System.Logger.Level.INFO, "The database {0} can be used again", file.path());
            }
            pauseInFirstOnes = 1;
            state = StoreState.Available.AVAILABLE;
        } catch (IOException | SQLException | Migrations.NewerSchemaException | FlywayException | LinkageError e) {
            giveUp(StoreFailure.ofOpening(file.path(), e));
            loadAllTheSame();
        } catch (RuntimeException e) {
            giveUp("The database " + file.path() + " cannot be opened: " + e + ".");
            LOG.log(System.Logger.Level.ERROR, "A mistake of ours keeps the database closed", e);
        } finally {
            attempted.countDown();
        }
    }

    /** Writes, without changing anything: only so does it show that the file can be written. */
    private static boolean touch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("PRAGMA user_version = 0");
        }
    }

    /** What cannot be written may still be read. */
    private void loadAllTheSame() {
        if (loaded) {
            return;
        }
        for (LockingMode mode : List.of(LockingMode.NORMAL, LockingMode.EXCLUSIVE)) {
            try (Connection reading = file.openForReading(mode)) {
                load(reading);
                return;
            } catch (IOException | SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "The database cannot be read either", e);
            }
        }
    }

    private void giveUp(String reason) {
        Connection failed = connection;
        connection = null;
        readers.closeIdle();
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "The database did not close well", e);
            }
        }
        Duration pause = firstPause.multipliedBy(pauseInFirstOnes);
        pauseInFirstOnes = Math.min(2 * pauseInFirstOnes, LONGEST_PAUSE_IN_FIRST_ONES);
        boolean isNews = !(state instanceof StoreState.Unavailable(String before, var _) && before.equals(reason));
        state = new StoreState.Unavailable(reason, clock.instant().plus(pause));
        if (isNews) {
            LOG.log(System.Logger.Level.WARNING, "{0} It is tried again; what is monitored stays so", reason);
        }
        try {
            var _ = thread.schedule(this::open, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "The store is closed, and not opened again");
        }
    }

    /** Waits for what is being written, and closes the file. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        readers.close();
        thread.execute(this::closeConnection);
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeConnection() {
        Connection open = connection;
        connection = null;
        state = new StoreState.Unavailable("The service is stopping.", clock.instant());
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.WARNING, "The database did not close well", e);
            }
        }
    }
}
