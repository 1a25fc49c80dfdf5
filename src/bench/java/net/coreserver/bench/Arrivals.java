package net.coreserver.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one listener has heard of, and how long after it was sent. Safe for use by any number of threads. */
final class Arrivals {

    private static final Pattern TICK = Pattern.compile("\"number\":\"([0-9]+)\",\"sent\":\"([0-9]+)\"");
    private static final Pattern LINK =
            Pattern.compile("\"target\":\"t-([0-9]+)\",\"interface\":\"eth0\",\"kind\":\"link-(?:up|down)\"");

    private static final long PAUSE_MILLIS = 20;

    private final List<Double> millis = new ArrayList<>();
    private final BitSet ticks = new BitSet();
    private final Map<Integer, Long> flips = new HashMap<>();
    private int repeated;
    private int heard;

    /** Begins anew. */
    synchronized void clear() {
        millis.clear();
        ticks.clear();
        flips.clear();
        repeated = 0;
        heard = 0;
    }

    /** From now on an event of this target's link is one that happened then. */
    synchronized void expectFlip(int target, long sentNanos) {
        flips.put(target, sentNanos);
    }

    /** Takes a text with any number of events. */
    synchronized void note(String events, long nowNanos) {
        for (Matcher each = TICK.matcher(events); each.find(); ) {
            int number = Integer.parseInt(each.group(1));
            if (ticks.get(number)) {
                repeated++;
            } else {
                ticks.set(number);
                arrived(nowNanos - Long.parseLong(each.group(2)));
            }
        }
        for (Matcher each = LINK.matcher(events); each.find(); ) {
            Long sent = flips.remove(Integer.parseInt(each.group(1)));
            if (sent == null) {
                repeated++;
            } else {
                arrived(nowNanos - sent);
            }
        }
    }

    private void arrived(long nanos) {
        millis.add(nanos / 1e6);
        heard++;
    }

    /** Waits for so many, at most so long. */
    void await(int count, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (heard() < count && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private synchronized int heard() {
        return heard;
    }

    /** How many were heard of so many, and how late. */
    synchronized String describe(int sent) {
        if (millis.isEmpty()) {
            return "nothing of " + sent;
        }
        Collections.sort(millis);
        return "%d of %d, %d twice; after p50 %.1f ms, p99 %.1f ms, at most %.1f ms"
                .formatted(heard, sent, repeated, at(0.5), at(0.99), at(1));
    }

    private double at(double share) {
        return millis.get((int) (share * (millis.size() - 1)));
    }
}
