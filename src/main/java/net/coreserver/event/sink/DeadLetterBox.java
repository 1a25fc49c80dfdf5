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
    private long kept;
    private long discarded;

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
            if (waiting.size() > CAPACITY) {
                waiting.pollFirstEntry();
                discarded++;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Those that have waited longest to be kept. */
    List<Letter> waiting(int limit) {
        lock.lock();
        try {
            return waiting.values().stream().limit(limit).toList();
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
