package net.coreserver.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.coreserver.api.testing.FakeTarget;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.PollReport;
import net.coreserver.monitor.TargetState;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.FailureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TalliesTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant LATER = START.plusSeconds(5);

    private final Tallies tallies = new Tallies(() -> START);
    private final FakeTarget target = new FakeTarget("edge-1");

    private static Failure failure(FailureKind kind, Instant at) {
        return new Failure(kind, "something", at, List.of());
    }

    private static PollReport poll(Instant startedAt) {
        return new PollReport(startedAt, Duration.ZERO, Duration.ofMillis(10), 100, 100, 1);
    }

    private void observe(@Nullable Failure failure, @Nullable PollReport poll) {
        tallies.observed(
                target,
                new Observation(
                        new TargetStatus(TargetState.DEGRADED, START, null, null, failure, null, 0, poll, null, false),
                        null));
    }

    @Test
    void eachFailureCountsOnceByItsKind() {
        Failure first = failure(FailureKind.TIMEOUT, LATER);
        observe(first, null);
        observe(first, null);
        // As when a clock is coarse.
        observe(failure(FailureKind.TIMEOUT, LATER), null);
        observe(failure(FailureKind.TRANSPORT, LATER), null);

        assertThat(tallies.of(target).failures(FailureKind.TIMEOUT)).isEqualTo(2);
        assertThat(tallies.of(target).failures(FailureKind.TRANSPORT)).isEqualTo(1);
        assertThat(tallies.of(target).failures(FailureKind.PARSE)).isZero();
    }

    @Test
    void eachPollCountsOnce() {
        PollReport first = poll(LATER);
        observe(null, first);
        observe(null, first);
        observe(null, poll(LATER));

        assertThat(tallies.of(target).polls()).isEqualTo(2);
    }

    @Test
    void whatAnEarlierRunHasLeftDoesNotCount() {
        Instant before = START.minusSeconds(1);
        observe(failure(FailureKind.TIMEOUT, before), poll(before));

        assertThat(tallies.of(target).failures(FailureKind.TIMEOUT)).isZero();
        assertThat(tallies.of(target).polls()).isZero();
    }

    @Test
    void aTargetThatIsGoneIsForgotten() {
        observe(failure(FailureKind.TIMEOUT, LATER), poll(LATER));
        tallies.removed(target);

        assertThat(tallies.of(target).failures(FailureKind.TIMEOUT)).isZero();
        assertThat(tallies.of(target).polls()).isZero();
    }
}
