package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.testing.CountedSamples;
import org.junit.jupiter.api.Test;

class RateTrackerTest {

    private final RateTracker tracker = new RateTracker(Duration.ofSeconds(10));

    private static InterfaceSample sample(String name, long inOctets) {
        return CountedSamples.sample(name, null, null, CountedSamples.inOctets(null, new Counter64(inOctets)));
    }

    private static long at(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private double bitsOf(String name, double second, InterfaceSample... samples) {
        return requireNonNull(
                requireNonNull(tracker.follow(List.of(samples), at(second)).get(name))
                        .inBitsPerSecond());
    }

    @Test
    void theFirstPollHasNoRatesAndTheSecondHas() {
        assertThat(tracker.follow(List.of(sample("a", 0)), at(0))).isEmpty();
        assertThat(bitsOf("a", 10, sample("a", 1250))).isEqualTo(1000);
        assertThat(bitsOf("a", 15, sample("a", 2500))).isEqualTo(2000);
    }

    @Test
    void pollsRightAfterAnotherLeaveTheRatesAsTheyAre() {
        var _ = tracker.follow(List.of(sample("a", 0)), at(0));
        assertThat(bitsOf("a", 10, sample("a", 1250))).isEqualTo(1000);
        // By chance a thousand packets in a millisecond.
        assertThat(bitsOf("a", 10.001, sample("a", 1_251_250))).isEqualTo(1000);
        assertThat(tracker.follow(List.of(sample("b", 0)), at(10.002))).isEmpty();
        // Compared with what was seen at ten seconds.
        assertThat(bitsOf("a", 20, sample("a", 2500))).isEqualTo(1000);
    }

    @Test
    void aMissedPollMakesTheTimeLongerAndAnOutageAGap() {
        var _ = tracker.follow(List.of(sample("a", 0)), at(0));
        assertThat(bitsOf("a", 40, sample("a", 5000))).isEqualTo(1000);
        assertThat(tracker.follow(List.of(sample("a", 10_000)), at(100))).isEmpty();
        assertThat(bitsOf("a", 110, sample("a", 11_250))).isEqualTo(1000);
    }

    @Test
    void anInterfaceThatWasAwayHasAGap() {
        var _ = tracker.follow(List.of(sample("a", 0), sample("b", 0)), at(0));
        assertThat(tracker.follow(List.of(sample("a", 1250)), at(10))).containsOnlyKeys("a");
        assertThat(tracker.follow(List.of(sample("a", 2500), sample("b", 9999)), at(20)))
                .containsOnlyKeys("a");
        assertThat(tracker.follow(List.of(sample("a", 3750), sample("b", 9999)), at(30)))
                .containsOnlyKeys("a", "b");
    }

    @Test
    void ofANameThatCameTwiceTheFirstCounts() {
        var _ = tracker.follow(List.of(sample("a", 0), sample("a", 1_000_000)), at(0));
        assertThat(bitsOf("a", 10, sample("a", 1250), sample("a", 2_000_000))).isEqualTo(1000);
    }
}
