package net.coreserver.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.history.series.Head;
import net.coreserver.history.series.RawSample;
import net.coreserver.history.series.Samples;

/**
 * One interface of which something is kept, with its newest samples, which are in no block yet. Changed by the writer alone; read by
 * any number of threads.
 */
final class Series {

    /** So many samples make a block: few enough to wait for in memory, many enough that what begins a block does not count. */
    static final int BLOCK_SIZE = 64;

    private final int id;
    private final SeriesKey key;
    private final ReentrantLock lock = new ReentrantLock();

    // Under the lock.
    private Head head = new Head();
    /** Sealed, and not on the disk yet. */
    private final List<Samples> sealed = new ArrayList<>(1);

    // Of the writer alone.
    private long last = Long.MIN_VALUE;
    private long journalRow;
    private long rolledUp;

    Series(int id, SeriesKey key) {
        this.id = id;
        this.key = key;
    }

    int id() {
        return id;
    }

    SeriesKey key() {
        return key;
    }

    /** The time of the newest sample that has come since the head was empty at a start; the least number when there is none. */
    long last() {
        return last;
    }

    /** The row of the journal in which the head begins. */
    long journalRow() {
        return journalRow;
    }

    /** Up to when samples are rolled up over five minutes, as far as that has been looked for; a hint. */
    long rolledUp() {
        return rolledUp;
    }

    void rolledUp(long until) {
        rolledUp = until;
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return head.size() == 0;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a sample, and tells what of it goes into the journal.
     *
     * @param row of the journal
     */
    Journaled append(RawSample sample, long row) {
        lock.lock();
        try {
            boolean begins = head.size() == 0;
            if (begins) {
                journalRow = row;
            }
            last = sample.at();
            return new Journaled(begins, head.append(sample));
        } finally {
            lock.unlock();
        }
    }

    /** What stands in the journal of a head. */
    @SuppressWarnings("ArrayRecordComponent") // carried to the journal, and never compared
    record Journaled(boolean begins, byte[] octets) {}

    /** Tells all of the head once more, since the row in which it begins is about to go. */
    Journaled again(long row) {
        lock.lock();
        try {
            journalRow = row;
            return new Journaled(true, head.octets());
        } finally {
            lock.unlock();
        }
    }

    /** What the journal said, when the service was started. */
    void restore(Journaled entry, long row) {
        lock.lock();
        try {
            if (entry.begins()) {
                head = new Head();
                journalRow = row;
            } else if (head.size() == 0) {
                // The end of a head whose begin is gone, since it was sealed.
                return;
            }
            if (entry.octets().length > 0) {
                head.append(entry.octets());
            }
            if (head.size() >= BLOCK_SIZE) {
                // It was sealed together with that very entry.
                head = new Head();
            }
            last = Math.max(last, head.last());
        } finally {
            lock.unlock();
        }
    }

    boolean isFull() {
        lock.lock();
        try {
            return head.size() >= BLOCK_SIZE;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the head away, to be written as a block; readers find its samples here until {@link #written()}. */
    Samples seal() {
        lock.lock();
        try {
            Samples samples = head.samples();
            sealed.add(samples);
            head = new Head();
            return samples;
        } finally {
            lock.unlock();
        }
    }

    /** What was sealed is on the disk. */
    void written() {
        lock.lock();
        try {
            sealed.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The samples that may be in no block, in their order. Taken before the blocks are read, nothing is missing in between. */
    List<Samples> fresh() {
        List<Samples> all;
        byte[] newest;
        lock.lock();
        try {
            all = new ArrayList<>(sealed);
            newest = head.octets();
        } finally {
            lock.unlock();
        }
        if (newest.length > 0) {
            all.add(Head.samples(newest));
        }
        return all;
    }
}
