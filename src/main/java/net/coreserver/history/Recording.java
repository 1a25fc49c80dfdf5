package net.coreserver.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import net.coreserver.history.Batch.Block;
import net.coreserver.history.series.RawSample;
import net.coreserver.history.series.Samples;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;

/**
 * Makes batches of what has come in: it grows the heads, seals those that are full, and sees to it that the journal stays short. For
 * the one thread that writes.
 */
final class Recording {

    /** A head that begins further back in the journal is told once more, or sealed, so that its first row can go. */
    static final long JOURNAL_MILLIS = 2 * 60 * 60 * 1000L;

    /** A head that has not grown for so long is sealed as it is; as are the oldest when the journal is too long. */
    private static final long IDLE_MILLIS = 60 * 60 * 1000L;

    /** So many heads are told once more in one batch. */
    private static final int AGAIN_AT_ONCE = 5_000;

    /** How far, in parts of the time that the monitor measured, the time by the clock may be off; the clock was set, otherwise. */
    private static final double MOST_OFF = 0.5;

    private static final long MILLIS_OFF = 1_000;

    private final SeriesIndex index;
    private final long journalOctets;
    private final Deque<Row> rows = new ArrayDeque<>();
    private long octets;
    private long nextRow = 1;
    private final long[] nextBlock = new long[Tier.ALL.size()];
    private final LongAdder behindTheClock = new LongAdder();

    /** A row of the journal, and the series whose heads have begun there. */
    private static final class Row {

        private final long number;
        private final long at;
        private final List<Series> begun = new ArrayList<>();
        private long octets;

        Row(long number, long at) {
            this.number = number;
            this.at = at;
        }

        /** Whether a head begins here still. */
        boolean isNeeded() {
            while (!begun.isEmpty() && !begins(begun.getLast())) {
                begun.removeLast();
            }
            return !begun.isEmpty();
        }

        boolean begins(Series series) {
            return series.journalRow() == number && !series.isEmpty();
        }
    }

    /**
     * Begins.
     *
     * @param journalOctets about how long the journal may become
     */
    Recording(SeriesIndex index, long journalOctets) {
        this.index = index;
        this.journalOctets = journalOctets;
    }

    /** A row of the journal was read when the service was started, before anything is recorded. */
    void restored(long number, long at, List<Series> begun, long size) {
        Row row = new Row(number, at);
        row.begun.addAll(begun);
        row.octets = size;
        rows.add(row);
        octets += size;
        nextRow = number + 1;
    }

    /** The newest number of a tier's blocks, when the service was started. */
    void restored(Tier tier, long newestBlock) {
        nextBlock[Tier.ALL.indexOf(tier)] = newestBlock + 1;
    }

    /** A number for a block, given once. */
    long nextBlock(Tier tier) {
        return nextBlock[Tier.ALL.indexOf(tier)]++;
    }

    /** How many samples were left out, since the clock had been set back before them. */
    long behindTheClock() {
        return behindTheClock.sum();
    }

    Batch batch(List<Arrival> arrivals, Instant now) {
        Making making = new Making(new Row(nextRow++, now.toEpochMilli()));
        for (Arrival arrival : arrivals) {
            making.add(arrival);
        }
        making.shorten();
        return making.batch();
    }

    /** One batch in the making. */
    private final class Making {

        private final Row row;
        private final Journal journal = new Journal();
        private final List<Series> added = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private int samples;

        Making(Row row) {
            this.row = row;
            rows.add(row);
        }

        void add(Arrival arrival) {
            Snapshot snapshot = arrival.snapshot();
            for (InterfaceSample sample : snapshot.interfaces()) {
                Series series = index.get(new SeriesKey(snapshot.target(), sample.name()), added::add);
                Rates rates = snapshot.rates(sample.name()).orElse(null);
                boolean isComparable = arrival.isContinuous()
                        && rates != null
                        && agree((double) arrival.millisSinceLast(), rates.intervalSeconds() * 1_000);
                add(series, RawSample.of(snapshot.takenAt(), sample, arrival.isContinuous(), isComparable));
            }
        }

        private static boolean agree(double byTheClock, double measured) {
            return Math.abs(byTheClock - measured) <= Math.max(MILLIS_OFF, MOST_OFF * measured);
        }

        private void add(Series series, RawSample sample) {
            // Of a name that came twice, the first counts; and what a clock that was set back tells cannot be kept.
            if (sample.at() <= series.last()) {
                if (sample.at() < series.last()) {
                    behindTheClock.increment();
                }
                return;
            }
            Series.Journaled entry = series.append(sample, row.number);
            if (entry.begins()) {
                row.begun.add(series);
            }
            journal.add(series, entry);
            samples++;
            if (series.isFull()) {
                seal(series);
            }
        }

        private void seal(Series series) {
            Samples sealed = series.seal();
            blocks.add(new Block(
                    Tier.SAMPLES,
                    nextBlock(Tier.SAMPLES),
                    series,
                    sealed.at(0),
                    sealed.at(sealed.size() - 1),
                    sealed.toBlock()));
        }

        /** Drops the rows in which no head begins any more, and sees to it that there are some. */
        void shorten() {
            int again = 0;
            while (true) {
                Row oldest = rows.getFirst();
                if (oldest == row) {
                    return;
                }
                if (oldest.isNeeded()) {
                    if (again >= AGAIN_AT_ONCE || (row.at - oldest.at <= JOURNAL_MILLIS && octets <= journalOctets)) {
                        return;
                    }
                    again += tellAgain(oldest);
                }
                octets -= oldest.octets;
                rows.removeFirst();
            }
        }

        private int tellAgain(Row oldest) {
            int told = 0;
            for (Series series : oldest.begun) {
                if (oldest.begins(series)) {
                    told++;
                    if (row.at - series.last() > IDLE_MILLIS || octets > journalOctets) {
                        seal(series);
                        journal.addEnd(series);
                    } else {
                        journal.add(series, series.again(row.number));
                        row.begun.add(series);
                    }
                }
            }
            return told;
        }

        Batch batch() {
            byte[] content = journal.octets();
            row.octets = content.length;
            octets += row.octets;
            return new Batch(row.number, row.at, content, added, blocks, rows.getFirst().number, samples);
        }
    }
}
