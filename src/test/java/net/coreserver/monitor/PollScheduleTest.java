package net.coreserver.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final long NANOS = INTERVAL.toNanos();
    private static final int TARGETS = 10_000;

    private static PollSchedule begun(long now) {
        PollSchedule schedule = new PollSchedule(() -> 0.5);
        schedule.begin(now, INTERVAL);
        return schedule;
    }

    @Test
    void theFirstPollIsDueAtOnce() {
        PollSchedule schedule = begun(1000);
        assertThat(schedule.planned()).isEqualTo(1000);
        assertThat(schedule.isDue(999)).isFalse();
        assertThat(schedule.isDue(1000)).isTrue();
    }

    @Test
    void jitterMovesPollsAndLeavesTheMeanIntervalAsItIs() {
        PollSchedule schedule = new PollSchedule(new Random(830)::nextDouble);
        schedule.begin(0, INTERVAL);
        schedule.polled(0, INTERVAL);
        long first = schedule.planned();
        int count = 10_000;
        long largest = 0;
        for (int i = 0; i < count; i++) {
            long before = schedule.planned();
            // It starts a little late and takes a while.
            schedule.polled(before + NANOS / 3, INTERVAL);
            largest = Math.max(largest, Math.abs(schedule.planned() - before - NANOS));
        }
        assertThat(largest)
                .isGreaterThan((long) (NANOS * PollSchedule.JITTER))
                .isLessThanOrEqualTo((long) (2 * NANOS * PollSchedule.JITTER) + 1);
        // Between two polls there are two jitters, however many there are in between.
        assertThat(schedule.planned() - first)
                .isCloseTo(count * NANOS, within((long) (2 * NANOS * PollSchedule.JITTER)));
    }

    @Test
    void targetsThatBeginTogetherAreSoonSpreadOverTheInterval() {
        Random random = new Random(830);
        int[] inEachTenth = new int[10];
        IntStream.range(0, TARGETS).forEach(target -> {
            PollSchedule schedule = new PollSchedule(random::nextDouble);
            schedule.begin(0, INTERVAL);
            schedule.polled(0, INTERVAL);
            assertThat(schedule.planned()).isBetween((long) (0.45 * NANOS), (long) (1.55 * NANOS));
            inEachTenth[(int) (schedule.planned() % NANOS * 10 / NANOS)]++;
        });
        assertThat(IntStream.of(inEachTenth).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(TARGETS / 12, TARGETS / 8));
    }

    @Test
    void aPollThatTookTooLongCostsItsSlotsAndMovesNone() {
        PollSchedule schedule = begun(0);
        schedule.polled(0, INTERVAL);
        assertThat(schedule.planned()).isEqualTo(NANOS);
        schedule.polled(3 * NANOS + 1, INTERVAL);
        assertThat(schedule.planned()).isEqualTo(4 * NANOS);
    }

    @Test
    void aPollThatSomebodyAskedForMovesNothing() {
        PollSchedule schedule = begun(0);
        schedule.polled(0, INTERVAL);
        schedule.polled(NANOS / 2, INTERVAL);
        assertThat(schedule.planned()).isEqualTo(NANOS);
    }

    @Test
    void aPollThatSomebodyAskedForServesForTheOneThatFallsDueMeanwhile() {
        PollSchedule schedule = begun(0);
        schedule.polled(0, INTERVAL);
        schedule.polled(NANOS + 1, INTERVAL);
        assertThat(schedule.planned()).isEqualTo(2 * NANOS);
    }

    @Test
    void anotherIntervalHoldsAtOnceWithAnotherPhase() {
        PollSchedule schedule = begun(0);
        schedule.polled(0, INTERVAL);
        schedule.follow(5, INTERVAL);
        assertThat(schedule.planned()).isEqualTo(NANOS);
        schedule.follow(5, Duration.ofSeconds(2));
        assertThat(schedule.planned()).isEqualTo(5 + Duration.ofSeconds(1).toNanos());
    }

    @Test
    void aClockThatTurnsOverDoesNoHarm() {
        PollSchedule schedule = begun(Long.MAX_VALUE - 1);
        schedule.polled(Long.MAX_VALUE, INTERVAL);
        assertThat(schedule.isDue(Long.MAX_VALUE)).isFalse();
        assertThat(schedule.planned()).isEqualTo(Long.MAX_VALUE - 1 + NANOS);
        assertThat(schedule.isDue(Long.MAX_VALUE + NANOS)).isTrue();
    }
}
