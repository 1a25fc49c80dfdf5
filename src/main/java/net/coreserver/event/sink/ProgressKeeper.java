package net.coreserver.event.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.event.sink.SinkTables.Trimmed;
import net.coreserver.event.sink.Standing.WithLetters;
import net.coreserver.store.Store;
import net.coreserver.store.StoreUnavailableException;

/**
 * Keeps in the store how far the couriers are: soon after a change, those of all sinks in one transaction, and no more often than
 * the pace says. While the store is unavailable they go on from what they know, and it is kept when the store is back.
 */
final class ProgressKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ProgressKeeper.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** So many dead letters enter the store at once, so that nobody else waits long for it. */
    private static final int LETTERS_AT_ONCE = 1_000;

    private final Store store;
    private final List<Courier> couriers;
    private final Duration pace;
    private final Signals signals;
    private final Thread thread;

    /** Only one saves at a time. */
    private final ReentrantLock saving = new ReentrantLock();

    /** What stands in the store; under {@link #saving}. */
    private final Map<String, Standing> saved = new HashMap<>();

    /**
     * Makes one that has not begun.
     *
     * @param signals has news when there is something to keep
     */
    ProgressKeeper(Store store, List<Courier> couriers, Duration pace, Signals signals) {
        this.store = store;
        this.couriers = List.copyOf(couriers);
        this.pace = pace;
        this.signals = signals;
        this.thread = Thread.ofVirtual().name("sink-progress").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        boolean failed = false;
        try {
            while (!signals.isClosing()) {
                signals.awaitNews();
                signals.takeNews();
                boolean fails = !saveOrTell(failed);
                failed = fails;
                signals.rest(failed ? AFTER_FAILURE : pace);
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.WARNING, "What sinks have taken last may be sent again", e);
            return;
        }
        saveOrTell(failed);
    }

    private boolean saveOrTell(boolean toldBefore) {
        try {
            save();
            return true;
        } catch (StoreUnavailableException e) {
            signals.news();
            if (!toldBefore) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "How far the sinks are cannot be kept; they go on, and it is tried again: {0}",
                        e.reason());
            }
        } catch (RuntimeException e) {
            signals.news();
            if (!toldBefore) {
                LOG.log(System.Logger.Level.ERROR, "A mistake of ours: how far the sinks are cannot be kept", e);
            }
        }
        return false;
    }

    /**
     * Keeps what is to be kept now.
     *
     * @throws StoreUnavailableException when that cannot be; it is tried again
     */
    void save() {
        boolean isMore = true;
        while (isMore) {
            isMore = saveSome();
        }
    }

    /** Keeps what one transaction may take; tells whether something may be left. */
    private boolean saveSome() {
        saving.lock();
        try {
            List<Courier> changed = new ArrayList<>();
            List<WithLetters> news = new ArrayList<>();
            for (Courier courier : couriers) {
                courier.toKeep(LETTERS_AT_ONCE).ifPresent(each -> {
                    if (!each.letters().isEmpty() || !each.standing().equals(saved.get(courier.name()))) {
                        changed.add(courier);
                        news.add(each);
                    }
                });
            }
            if (news.isEmpty()) {
                return false;
            }
            List<Trimmed> counts = store.write(
                    connection -> {
                        List<Trimmed> all = new ArrayList<>();
                        for (WithLetters each : news) {
                            all.add(SinkTables.save(connection, each.standing(), each.letters()));
                        }
                        return all;
                    },
                    ignored -> {});
            for (int i = 0; i < news.size(); i++) {
                kept(changed.get(i), news.get(i), counts.get(i));
            }
            return news.stream().anyMatch(each -> each.letters().size() == LETTERS_AT_ONCE);
        } finally {
            saving.unlock();
        }
    }

    private void kept(Courier courier, WithLetters what, Trimmed counts) {
        courier.letters().kept(what.letters(), counts.letters(), counts.trimmed());
        saved.put(courier.name(), what.standing().withDiscarded(counts.trimmed()));
    }

    /** Keeps what is left, and ends. */
    @Override
    public void close() {
        signals.close();
    }

    /** {@return the thread that does it} */
    Thread thread() {
        return thread;
    }
}
