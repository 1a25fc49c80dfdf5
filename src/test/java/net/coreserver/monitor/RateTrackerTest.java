package net.coreserver.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Rates;
import net.coreserver.testing.CountedSamples;
import org.junit.jupiter.api.Test;

class RateTrackerTest {

    private final RateTracker tracker = new RateTracker();

    private static InterfaceSample sample(String name, long inOctets) {
        return CountedSamples.sample(name, null, null, CountedSamples.inOctets(null, new Counter64(inOctets)));
    }

    private static long at(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private Map<String, Rates> follow(double second, InterfaceSample... samples) {
        return tracker.follow(List.of(samples), at(second), Duration.ofSeconds(10));
    }

    private double bitsOf(String name, double second, InterfaceSample... samples) {
        return requireNonNull(requireNonNull(follow(second, samples).get(name)).inBitsPerSecond());
    }

    @Test
    void theFirstPollHasNoRatesAndTheSecondHas() {
        assertThat(follow(0, sample("a", 0))).isEmpty();
        assertThat(bitsOf("a", 10, sample("a", 1250))).isEqualTo(1000);
        assertThat(bitsOf("a", 15, sample("a", 2500))).isEqualTo(2000);
    }

    @Test
    void pollsRightAfterAnotherLeaveTheRatesAsTheyAre() {
        var _ = follow(0, sample("a", 0));
        assertThat(bitsOf("a", 10, sample("a", 1250))).isEqualTo(1000);
        // By chance a thousand packets in a millisecond.
        assertThat(bitsOf("a", 10.001, sample("a", 1_251_250))).isEqualTo(1000);
        assertThat(follow(10.002, sample("b", 0))).isEmpty();
        // Compared with what was seen at ten seconds.
        assertThat(bitsOf("a", 20, sample("a", 2500))).isEqualTo(1000);
    }

    @Test
    void aMissedPollMakesTheTimeLongerAndAnOutageAGap() {
        var _ = follow(0, sample("a", 0));
        assertThat(bitsOf("a", 40, sample("a", 5000))).isEqualTo(1000);
        assertThat(follow(100, sample("a", 10_000))).isEmpty();
        assertThat(bitsOf("a", 110, sample("a", 11_250))).isEqualTo(1000);
    }

    @Test
    void anInterfaceThatWasAwayHasAGap() {
        var _ = follow(0, sample("a", 0), sample("b", 0));
        assertThat(follow(10, sample("a", 1250))).containsOnlyKeys("a");
        assertThat(follow(20, sample("a", 2500), sample("b", 9999))).containsOnlyKeys("a");
        assertThat(follow(30, sample("a", 3750), sample("b", 9999))).containsOnlyKeys("a", "b");
    }

    @Test
    void ofANameThatCameTwiceTheFirstCounts() {
        var _ = follow(0, sample("a", 0), sample("a", 1_000_000));
        assertThat(bitsOf("a", 10, sample("a", 1250), sample("a", 2_000_000))).isEqualTo(1000);
    }
}
