package net.coreserver.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import net.coreserver.netconf.FailureKind;

/** What has happened with one target since the service began to look at it. One thread counts at a time, any number read. */
final class Tally {

    private final AtomicLong polls = new AtomicLong();
    private final Map<FailureKind, AtomicLong> failures = zeros();

    /** A count for each kind, so that the map itself never changes. */
    private static Map<FailureKind, AtomicLong> zeros() {
        Map<FailureKind, AtomicLong> zeros = new EnumMap<>(FailureKind.class);
        for (FailureKind kind : FailureKind.values()) {
            zeros.put(kind, new AtomicLong());
        }
        return Collections.unmodifiableMap(zeros);
    }

    void countPoll() {
        polls.incrementAndGet();
    }

    void countFailure(FailureKind kind) {
        of(kind).incrementAndGet();
    }

    long polls() {
        return polls.get();
    }

    long failures(FailureKind kind) {
        return of(kind).get();
    }

    private AtomicLong of(FailureKind kind) {
        return Objects.requireNonNull(failures.get(kind));
    }
}
