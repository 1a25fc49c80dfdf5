package net.coreserver.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many events of a target pass as it may have: one that tells too much takes neither the disk nor the attention that belongs
 * to all. What is turned away is counted and, after a while, told in one event. Safe for use by any number of threads.
 */
final class FloodGate {

    /** Why an event is not kept. */
    enum Reason {
        /** The target told more than one target may. */
        FLOOD("flood"),
        /** The log could not be written for so long that no more events can wait. */
        LOG_UNAVAILABLE("log-unavailable");

        private final String word;

        Reason(String word) {
            this.word = word;
        }
    }

    /** What comes at once: all interfaces of a large device at the same moment. */
    static final int BURST = 5_000;

    /** For so long drops are counted before they are told. */
    static final Duration WINDOW = Duration.ofSeconds(10);

    /** What becomes of a target as a whole is always told; it cannot happen that often. */
    private static final Set<EventKind> ALWAYS = EnumSet.of(
            EventKind.TARGET_UP,
            EventKind.TARGET_DOWN,
            EventKind.TARGET_DEGRADED,
            EventKind.HOST_KEY_CHANGED,
            EventKind.CREDENTIALS_REFUSED,
            EventKind.TARGET_SLOW,
            EventKind.TARGET_ON_TIME,
            EventKind.NOTIFICATIONS_GAP,
            EventKind.SUBSCRIPTION_REFUSED);

    private final int rate;
    private final int burst;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Allowance> allowances = new HashMap<>();
    private final Map<Dropped, Count> dropped = new LinkedHashMap<>();
    private Instant lookedAt = Instant.EPOCH;

    /** Whose events were not kept, and why. */
    private record Dropped(@Nullable String target, Reason reason) {}

    /**
     * Makes a gate.
     *
     * @param rate so many events a second of one target pass for ever
     */
    FloodGate(int rate) {
        this.rate = rate;
        this.burst = Math.max(BURST, 10 * rate);
    }

    /** {@return what of an entry may pass; its marks and its baseline always do} */
    LogEntry admit(LogEntry entry, Instant now) {
        if (entry.occurrences().isEmpty()) {
            return entry;
        }
        lock.lock();
        try {
            List<Occurrence> passing = new ArrayList<>(entry.occurrences().size());
            for (Occurrence each : entry.occurrences()) {
                if (mayPass(each, now)) {
                    passing.add(each);
                } else {
                    count(each, Reason.FLOOD, now);
                }
            }
            return passing.size() == entry.occurrences().size()
                    ? entry
                    : new LogEntry(passing, entry.marks(), entry.baseline());
        } finally {
            lock.unlock();
        }
    }

    private boolean mayPass(Occurrence each, Instant now) {
        String target = each.target();
        return target == null
                || ALWAYS.contains(each.kind())
                || allowances
                        .computeIfAbsent(target, name -> new Allowance(burst, now))
                        .take(rate, burst, now);
    }

    /** Counts an entry that nobody keeps. */
    void drop(LogEntry entry, Reason reason, Instant now) {
        lock.lock();
        try {
            entry.occurrences().forEach(each -> count(each, reason, now));
        } finally {
            lock.unlock();
        }
    }

    private void count(Occurrence each, Reason reason, Instant now) {
        dropped.computeIfAbsent(new Dropped(each.target(), reason), key -> new Count(now))
                .add(each.kind(), now);
    }

    /**
     * Tells what was turned away.
     *
     * @param isLast whether it is all told now, instead of being counted on
     */
    List<Occurrence> summaries(Instant now, boolean isLast) {
        lock.lock();
        try {
            List<Occurrence> summaries = new ArrayList<>();
            for (Iterator<Map.Entry<Dropped, Count>> all = dropped.entrySet().iterator(); all.hasNext(); ) {
                Map.Entry<Dropped, Count> each = all.next();
                if (isLast || !now.isBefore(each.getValue().from.plus(WINDOW))) {
                    summaries.add(summary(each.getKey(), each.getValue(), now));
                    all.remove();
                }
            }
            forgetTheQuiet(now);
            return summaries;
        } finally {
            lock.unlock();
        }
    }

    /** A target that has told nothing for long is as good as new. Not at every turn, since each looks at all of them. */
    private void forgetTheQuiet(Instant now) {
        if (Duration.between(lookedAt, now).abs().compareTo(WINDOW) >= 0) {
            lookedAt = now;
            allowances.values().removeIf(allowance -> allowance.isFull(rate, burst, now));
        }
    }

    private Occurrence summary(Dropped what, Count count, Instant now) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        count.kinds.forEach((kind, number) -> kinds.put(kind.word(), number));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reason", what.reason().word);
        data.put("count", count.total);
        data.put("kinds", kinds);
        data.put("from", count.from);
        data.put("to", count.to);
        String events = count.total == 1 ? "1 event" : count.total + " events";
        String were = count.total == 1 ? "was" : "were";
        String message = switch (what.reason()) {
            case FLOOD ->
                "%s of %s %s dropped: it told more than %d a second"
                        .formatted(events, Objects.requireNonNull(what.target()), were, rate);
            case LOG_UNAVAILABLE ->
                "%s%s %s dropped: the log could not be written, and no more could wait"
                        .formatted(events, what.target() == null ? "" : " of " + what.target(), were);
        };
        return new Occurrence(
                now,
                null,
                what.target(),
                null,
                EventKind.EVENTS_DROPPED,
                EventKind.EVENTS_DROPPED.severity(),
                message,
                EventData.of(data));
    }

    /** What one target may tell at a moment. */
    private static final class Allowance {

        private double left;
        private Instant asOf;

        Allowance(int burst, Instant now) {
            left = burst;
            asOf = now;
        }

        boolean take(int rate, int burst, Instant now) {
            refill(rate, burst, now);
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }

        boolean isFull(int rate, int burst, Instant now) {
            refill(rate, burst, now);
            return left >= burst;
        }

        private void refill(int rate, int burst, Instant now) {
            if (now.isAfter(asOf)) {
                double seconds = Duration.between(asOf, now).toNanos() / 1e9;
                left = Math.min(burst, left + seconds * rate);
            }
            asOf = now;
        }
    }

    /** How many were turned away. */
    private static final class Count {

        private final Instant from;
        private final Map<EventKind, Long> kinds = new EnumMap<>(EventKind.class);
        private Instant to;
        private long total;

        Count(Instant from) {
            this.from = from;
            this.to = from;
        }

        void add(EventKind kind, Instant now) {
            kinds.merge(kind, 1L, Long::sum);
            to = now;
            total++;
        }
    }
}
