package net.coreserver.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import net.coreserver.store.Intake;
import net.coreserver.store.Store;
import net.coreserver.store.StoreState;
import net.coreserver.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** Writes what comes in, about once a second, on a thread of its own; and sees to what is old in between. */
final class HistoryWriter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HistoryWriter.class.getName());

    /** So many samples wait at most, however long the disk takes: five seconds of what it is made for, and some 70 MB. */
    static final int MAX_WAITING = 100_000;

    /** So many samples are written at once. */
    private static final int MAX_BATCH = 50_000;

    /** How often it writes, unless very much has come. */
    private static final Duration TURN = Duration.ofSeconds(1);

    /** How often it is told, at most, that samples were dropped. */
    private static final Duration TELL_DROPPED = Duration.ofMinutes(1);

    /**
     * For so long it has to be written without a failure before that is told: on a disk that is full, each attempt may find a little
     * room.
     */
    static final Duration CALM = Duration.ofSeconds(30);

    /** How soon it tries again when the store cannot be written. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Store store;
    private final HistorySettings settings;
    private final SeriesIndex index;
    private final InstantSource clock;
    private final HistoryFollower follower;
    private final Intake<Arrival> intake = new Intake<>(MAX_WAITING, Arrival::samples);
    private final Arrivals arrivals = new Arrivals(intake);
    private final Recording recording;
    private final Housekeeping housekeeping;
    private final LongAdder kept = new LongAdder();
    private final Thread thread;
    private volatile HistoryState state = HistoryState.Kept.KEPT;
    private final Duration calm;
    private long droppedBeforeStop;
    private @Nullable Long writtenSinceNanos;
    private long droppedTold;
    private Instant droppedToldAt = Instant.EPOCH;

    HistoryWriter(
            Store store,
            HistorySettings settings,
            SeriesIndex index,
            InstantSource clock,
            HistoryFollower follower,
            Duration calm) {
        this.store = store;
        this.settings = settings;
        this.index = index;
        this.clock = clock;
        this.follower = follower;
        this.calm = calm;
        this.recording = new Recording(index, settings.maxOctets() / 4);
        this.housekeeping = new Housekeeping(store, settings, index, recording);
        this.thread = Thread.ofPlatform().name("history").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Recording recording() {
        return recording;
    }

    private void run() {
        try {
            if (awaitLoaded()) {
                writeUntilClosed();
            }
        } catch (InterruptedException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The last samples of the history are lost, since it did not stop in time");
        }
    }

    /** What there is already has to be known before anything is added; tells whether it is, or the service stops before. */
    private boolean awaitLoaded() throws InterruptedException {
        while (!store.isLoaded()) {
            if (intake.isClosed()) {
                return false;
            }
            if (store.hasBeenTried() && store.state() instanceof StoreState.Unavailable unavailable) {
                stopped(unavailable.reason());
            }
            intake.pause(PAUSE);
        }
        return true;
    }

    private void writeUntilClosed() throws InterruptedException {
        boolean goesOn = true;
        while (goesOn) {
            long begun = System.nanoTime();
            List<Arrival> taken = intake.take(MAX_BATCH, TURN);
            goesOn = !intake.isClosed() || !intake.isEmpty();
            if (!taken.isEmpty()) {
                write(recording.batch(taken, clock.instant()));
            }
            if (goesOn) {
                tellDropped();
                keepHouse();
                if (intake.waiting() < MAX_BATCH) {
                    intake.pause(TURN.minusNanos(System.nanoTime() - begun));
                }
            }
        }
    }

    /** Writes a batch, as often as it takes. */
    private void write(Batch batch) throws InterruptedException {
        while (true) {
            try {
                store.write(connection -> HistoryTables.written(connection, batch), Batch::committed);
                kept.add(batch.samples());
                resumed();
                return;
            } catch (StoreUnavailableException e) {
                if (intake.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "Samples are lost, since the service stops: {0}", e.reason());
                    return;
                }
                stopped(e.reason());
                intake.pause(PAUSE);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Samples are lost by a mistake of ours", e);
                return;
            }
        }
    }

    private void tellDropped() {
        long dropped = arrivals.dropped();
        Instant now = clock.instant();
        if (dropped > droppedTold && Duration.between(droppedToldAt, now).compareTo(TELL_DROPPED) >= 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The history is not written fast enough: samples dropped since the start: {0}",
                    dropped);
            droppedTold = dropped;
            droppedToldAt = now;
        }
    }

    private void keepHouse() {
        try {
            housekeeping.turn(clock.instant());
        } catch (StoreUnavailableException e) {
            stopped(e.reason());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A mistake of ours keeps the history from being tidied", e);
        }
    }

    private void stopped(String reason) {
        writtenSinceNanos = null;
        if (state instanceof HistoryState.Stopped(String before, Instant since)) {
            if (!before.equals(reason)) {
                state = new HistoryState.Stopped(reason, since);
            }
            return;
        }
        droppedBeforeStop = arrivals.dropped();
        state = new HistoryState.Stopped(reason, clock.instant());
        tell(() -> follower.stopped(reason));
    }

    private void resumed() {
        if (state instanceof HistoryState.Stopped && isCalm(System.nanoTime())) {
            state = HistoryState.Kept.KEPT;
            long lost = arrivals.dropped() - droppedBeforeStop;
            LOG.log(System.Logger.Level.INFO, "The history is written again; samples lost meanwhile: {0}", lost);
            tell(() -> follower.resumed(lost));
        }
    }

    private boolean isCalm(long now) {
        Long since = writtenSinceNanos;
        if (since == null) {
            writtenSinceNanos = now;
            return calm.isZero();
        }
        return now - since >= calm.toNanos();
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A follower of the history failed", e);
        }
    }

    HistoryReport report() {
        return new HistoryReport(
                state,
                index.size(),
                kept.sum(),
                arrivals.dropped() + recording.behindTheClock(),
                intake.waiting(),
                intake.capacity(),
                Trimming.octets(store.path()),
                settings.maxOctets());
    }

    @Override
    public void close() {
        intake.close();
        try {
            if (!thread.join(CLOSE_TIMEOUT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
