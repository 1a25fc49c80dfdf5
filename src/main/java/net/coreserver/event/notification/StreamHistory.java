package net.coreserver.event.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.event.NotificationMark;
import org.jspecify.annotations.Nullable;

/**
 * What was heard over one event stream of one target, from one subscription to the next: up to when, and what of late. So a
 * replay begins where it has to, and what it repeats is known again. One subscription is listened to at a time, the newest.
 */
final class StreamHistory {

    /** How many of the latest notifications are known again. */
    static final int MAX_HEARD = 512;

    /** Clocks may be coarse, and notifications of one time may come in any order. */
    static final Duration OVERLAP = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();

    // Under the lock.
    private final NavigableMap<Heard, Integer> heard =
            new TreeMap<>(Comparator.comparing(Heard::eventTime).thenComparing(Heard::digest));
    private int count;
    private boolean isCut;
    private boolean isLoaded;
    private @Nullable Instant firstListened;
    private @Nullable Instant resumed;
    private @Nullable Listening current;

    /** The last that was heard, if a replay has not repeated it. */
    private @Nullable Heard missed;

    private @Nullable String complaint;

    /** A notification that was heard; there may be several that look the same. */
    private record Heard(Instant eventTime, String digest) {}

    /** {@return whether it is known what an earlier run of the service has heard} */
    boolean isLoaded() {
        lock.lock();
        try {
            return isLoaded;
        } finally {
            lock.unlock();
        }
    }

    /** What an earlier run of the service has heard. */
    void load(List<NotificationMark> marks) {
        lock.lock();
        try {
            isLoaded = true;
            marks.forEach(mark -> add(new Heard(mark.eventTime(), mark.digest())));
            // Who has as many as we keep may have had more.
            isCut |= marks.size() >= MAX_HEARD;
        } finally {
            lock.unlock();
        }
    }

    private void add(Heard notification) {
        heard.merge(notification, 1, Integer::sum);
        count++;
        if (count > MAX_HEARD) {
            isCut = true;
            count--;
            Heard oldest = heard.firstKey();
            heard.computeIfPresent(oldest, (_, times) -> times == 1 ? null : times - 1);
        }
    }

    /**
     * {@return up to when all was heard, by the clock of the server; by our own where it has told nothing yet; null before the
     * first subscription}
     */
    @Nullable Instant position() {
        lock.lock();
        try {
            Instant newest = heard.isEmpty() ? null : heard.lastKey().eventTime();
            if (newest == null || (resumed != null && resumed.isAfter(newest))) {
                newest = resumed;
            }
            return newest == null ? firstListened : newest;
        } finally {
            lock.unlock();
        }
    }

    /** From when on a replay repeats all that may have been missed, and nothing that is not known again. */
    Instant startTime(Instant position) {
        Instant start = position.minus(OVERLAP);
        lock.lock();
        try {
            if (!isCut || heard.isEmpty()) {
                return start;
            }
            // Of its own time some may be known no more; all that came after it is.
            Instant oldest = heard.firstKey().eventTime();
            Instant known = oldest.isBefore(position) ? oldest.plusNanos(1) : position;
            return known.isAfter(start) ? known : start;
        } finally {
            lock.unlock();
        }
    }

    /** What was heard cannot be gone on with. */
    void forget() {
        lock.lock();
        try {
            heard.clear();
            count = 0;
            resumed = null;
            firstListened = null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins to listen, and hears no earlier one from now on.
     *
     * @param startTime from when on things are replayed; null when they are not
     */
    Listening listen(@Nullable Instant startTime) {
        lock.lock();
        try {
            Map<Heard, Integer> repeated = new HashMap<>();
            if (startTime != null) {
                repeated.putAll(heard.tailMap(new Heard(startTime, ""), true));
            }
            Heard last = heard.isEmpty() ? null : heard.lastKey();
            boolean isNoProof =
                    last == null || last.equals(missed) || (resumed != null && resumed.isAfter(last.eventTime()));
            Listening listening = new Listening(startTime, repeated, isNoProof ? null : last);
            current = listening;
            return listening;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The subscription stands.
     *
     * @param now by our clock
     * @param from from when on the server has all, when that is later than we heard last
     */
    void resumed(Instant now, @Nullable Instant from) {
        lock.lock();
        try {
            complaint = null;
            if (firstListened == null) {
                firstListened = now;
            }
            if (from != null) {
                resumed = from;
            }
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether this is another complaint than the last one since all was well} */
    boolean isNews(String reason) {
        lock.lock();
        try {
            boolean isNews = !reason.equals(complaint);
            complaint = reason;
            return isNews;
        } finally {
            lock.unlock();
        }
    }

    /** What comes over one subscription. */
    final class Listening {

        private final @Nullable Instant startTime;

        /** What was known before it began, as often as it was not repeated yet. */
        private final Map<Heard, Integer> repeated;

        /** The last that was heard before, until it is repeated; null when there was none. */
        private @Nullable Heard last;

        private Listening(@Nullable Instant startTime, Map<Heard, Integer> repeated, @Nullable Heard last) {
            this.startTime = startTime;
            this.repeated = repeated;
            this.last = last;
        }

        /**
         * Hears a notification. What has been heard before it began is not told again, nor what is replayed from before the time
         * that was asked for: there are servers that replay all they have. Nothing is told when there is a newer subscription.
         *
         * @param tell tells of it; under the lock, so that all is told in its order
         */
        void hear(@Nullable Instant eventTime, String digest, boolean isReplayed, Runnable tell) {
            lock.lock();
            try {
                if (current != this) {
                    return;
                }
                if (eventTime != null) {
                    Heard notification = new Heard(eventTime, digest);
                    if (isReplayed && isRepetition(notification)) {
                        return;
                    }
                    add(notification);
                }
                tell.run();
            } finally {
                lock.unlock();
            }
        }

        private boolean isRepetition(Heard notification) {
            if (!repeated.containsKey(notification)) {
                return startTime != null && notification.eventTime().isBefore(startTime);
            }
            repeated.computeIfPresent(notification, (_, times) -> times == 1 ? null : times - 1);
            if (notification.equals(last)) {
                last = null;
            }
            return true;
        }

        /**
         * All has been replayed: nothing that was known can come again.
         *
         * @return whether the last that had been heard was repeated, so that the server has kept all since; also when nothing had
         *     been heard
         */
        boolean replayed() {
            lock.lock();
            try {
                repeated.clear();
                missed = last;
                return last == null;
            } finally {
                lock.unlock();
            }
        }
    }
}
