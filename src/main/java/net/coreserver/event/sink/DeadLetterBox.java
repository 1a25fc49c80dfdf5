package net.coreserver.event.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.event.sink.Standing.Letter;

/**
 * The dead letters of one sink: how many are kept, and those that are still to be. Of too many, the oldest go. Safe for use by
 * any number of threads.
 */
final class DeadLetterBox {

    /** So many are kept of one sink. */
    static final int CAPACITY = 10_000;

    private final ReentrantLock lock = new ReentrantLock();

    // Under the lock.
    private final SequencedMap<Long, Letter> waiting = new LinkedHashMap<>();
    /** So many of the first ones are on their way into the store: there it is counted which of them go. */
    private int underWay;

    private long kept;
    private long discarded;

    /**
     * What there is to keep at one moment.
     *
     * @param letters those that have waited longest
     * @param discarded how many were given up by then that are not among those who wait, and will not be kept
     */
    record ToKeep(List<Letter> letters, long discarded) {}

    /** Begins with what is kept already. */
    void begin(long keptBefore, long discardedBefore) {
        lock.lock();
        try {
            kept = keptBefore;
            discarded = discardedBefore;
        } finally {
            lock.unlock();
        }
    }

    void add(Letter letter) {
        lock.lock();
        try {
            waiting.put(letter.event(), letter);
            if (waiting.size() - underWay > CAPACITY) {
                waiting.remove(oldestThatStays());
                discarded++;
            }
        } finally {
            lock.unlock();
        }
    }

    private Long oldestThatStays() {
        return waiting.sequencedKeySet().stream().skip(underWay).findFirst().orElseThrow();
    }

    /**
     * What is to be kept; it is under way from now on, until {@link #kept}. For one thread at a time.
     *
     * @param limit so many letters are under way then; one more is told of
     */
    ToKeep toKeep(int limit) {
        lock.lock();
        try {
            List<Letter> first = waiting.values().stream().limit(limit + 1L).toList();
            underWay = Math.min(limit, first.size());
            return new ToKeep(first, discarded);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Some are kept now.
     *
     * @param letters which; when there are none, nothing has changed
     * @param count how many are kept in all
     * @param trimmed how many had to go for that
     */
    void kept(List<Letter> letters, long count, long trimmed) {
        if (letters.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            for (Letter letter : letters) {
                waiting.remove(letter.event(), letter);
            }
            underWay = 0;
            kept = count;
            discarded += trimmed;
        } finally {
            lock.unlock();
        }
    }

    /** One was delivered after all. */
    void removed() {
        lock.lock();
        try {
            kept--;
        } finally {
            lock.unlock();
        }
    }

    long size() {
        lock.lock();
        try {
            return Math.min(CAPACITY, kept + waiting.size());
        } finally {
            lock.unlock();
        }
    }

    long discarded() {
        lock.lock();
        try {
            return discarded;
        } finally {
            lock.unlock();
        }
    }
}
