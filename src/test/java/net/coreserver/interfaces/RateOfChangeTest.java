package net.coreserver.interfaces;

import static java.util.Objects.requireNonNull;
import static net.coreserver.testing.CountedSamples.inOctets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import net.coreserver.testing.CountedSamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateOfChangeTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final long GIGABIT = 1_000_000_000;
    private static final Instant BOOT = Instant.parse("2026-11-20T06:00:00Z");
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    /** The properties are tried with this many numbers, the same ones each time. */
    private static final int ROUNDS = 20_000;

    private static @Nullable Counter64 counter(@Nullable String decimal) {
        return decimal == null ? null : Counter64.parse(decimal);
    }

    private static InterfaceSample sample(
            @Nullable Integer ifIndex, @Nullable Long speed, @Nullable Statistics statistics) {
        return CountedSamples.sample("eth0", ifIndex, speed, statistics);
    }

    private static InterfaceSample sample(@Nullable Long speed, String inOctets) {
        return sample(1, speed, inOctets(BOOT, counter(inOctets)));
    }

    private static @Nullable Double inBits(@Nullable Long speed, String from, String to, Duration interval) {
        return requireNonNull(RateOfChange.between(sample(speed, from), sample(speed, to), interval))
                .inBitsPerSecond();
    }

    @Test
    void aRateIsTheDistanceOverTheTime() {
        Rates rates =
                requireNonNull(RateOfChange.between(sample(GIGABIT, "1000"), sample(GIGABIT, "1251000"), TEN_SECONDS));
        assertThat(rates.intervalSeconds()).isEqualTo(10);
        assertThat(rates.inBitsPerSecond()).isEqualTo(1_000_000);
        assertThat(rates.inUtilization()).isEqualTo(0.001);
        assertThat(rates.outBitsPerSecond()).isNull();
        assertThat(rates.outUtilization()).isNull();
        assertThat(rates.inPacketsPerSecond()).isNull();
    }

    @Test
    void packetsOfAllKindsThatAreCountedAreTakenTogether() {
        Statistics from = new Statistics(
                null,
                null,
                counter("10"),
                null,
                counter("5"),
                counter("1"),
                counter("2"),
                null,
                null,
                counter("100"),
                counter("1"),
                counter("1"),
                counter("3"),
                counter("4"));
        Statistics to = new Statistics(
                null,
                null,
                counter("110"),
                null,
                counter("15"),
                counter("2"),
                counter("4"),
                null,
                null,
                counter("200"),
                null,
                counter("11"),
                counter("6"),
                counter("8"));
        Rates rates = requireNonNull(RateOfChange.between(sample(1, null, from), sample(1, null, to), TEN_SECONDS));
        // Broadcasts are counted in neither sample, so that they are no part of it.
        assertThat(rates.inPacketsPerSecond()).isEqualTo(11);
        assertThat(rates.inDiscardsPerSecond()).isEqualTo(0.1);
        assertThat(rates.inErrorsPerSecond()).isEqualTo(0.2);
        // Broadcasts were counted before and are not any more, so that the sum is not known.
        assertThat(rates.outPacketsPerSecond()).isNull();
        assertThat(rates.outDiscardsPerSecond()).isEqualTo(0.3);
        assertThat(rates.outErrorsPerSecond()).isEqualTo(0.4);
    }

    @ParameterizedTest
    @CsvSource({
        // 2^32 - 1,000 to 1,000: 2,000 octets
        "1000000000, 4294966296, 1000, 1600",
        // the same without a speed: believed, since it stood near the end and is near the start
        ", 4294966296, 1000, 1600",
        // 2^64 - 1,000 to 1,000
        "1000000000, 18446744073709550616, 1000, 1600",
        ", 18446744073709550616, 1000, 1600",
        // a wrap of 32 bits that a 10 Gb/s interface can make in ten seconds
        "10000000000, 2147483648, 0, 1717986918.4",
    })
    void aCounterThatWrappedGoesOn(@Nullable Long speed, String from, String to, double bitsPerSecond) {
        assertThat(requireNonNull(inBits(speed, from, to, TEN_SECONDS))).isCloseTo(bitsPerSecond, within(1e-6));
    }

    @Test
    void aCounterOf32BitsBesideOneOf64WrapsAlone() {
        Statistics from = octets("18446744071853176047", "4294966296");
        Statistics to = octets("18446744071853178047", "1000");
        Rates rates =
                requireNonNull(RateOfChange.between(sample(1, GIGABIT, from), sample(1, GIGABIT, to), TEN_SECONDS));
        assertThat(rates.inBitsPerSecond()).isEqualTo(1600);
        assertThat(rates.outBitsPerSecond()).isEqualTo(1600);
    }

    private static Statistics octets(String in, String out) {
        return new Statistics(
                BOOT, counter(in), null, null, null, null, null, null, counter(out), null, null, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        // a megabit cannot make 2^31 octets in ten seconds
        "1000000, 2147483648, 0",
        // nothing can make so many: a 64-bit counter that went back was reset
        "1000000000, 5000000000, 1000",
        // without a speed: it stood in the middle
        ", 2147483648, 0",
        ", 4294967000, 3000000000",
        ", 9223372036854775808, 5",
        // went back by one
        "1000000000, 1001, 1000",
    })
    void aCounterThatWasResetHasNoRate(@Nullable Long speed, String from, String to) {
        assertThat(inBits(speed, from, to, TEN_SECONDS)).isNull();
    }

    @Test
    void countersThatStartedAnewByTheTargetsOwnWordHaveNoRates() {
        InterfaceSample before = sample(1, GIGABIT, inOctets(BOOT, counter("1000")));
        InterfaceSample after = sample(1, GIGABIT, inOctets(BOOT.plusSeconds(1), counter("2000")));
        assertThat(RateOfChange.between(before, after, TEN_SECONDS)).isNull();
        InterfaceSample firstTold = sample(1, GIGABIT, inOctets(null, counter("1000")));
        assertThat(RateOfChange.between(firstTold, after, TEN_SECONDS)).isNull();
    }

    @Test
    void anInterfaceThatTookTheNameOfAnotherHasNoRates() {
        Statistics statistics = inOctets(BOOT, counter("1000"));
        assertThat(RateOfChange.between(sample(1, GIGABIT, statistics), sample(2, GIGABIT, statistics), TEN_SECONDS))
                .isNull();
    }

    @Test
    void samplesWithoutCountersOrTimeBetweenThemHaveNoRates() {
        InterfaceSample with = sample(GIGABIT, "1000");
        InterfaceSample without = sample(1, GIGABIT, null);
        assertThat(RateOfChange.between(with, without, TEN_SECONDS)).isNull();
        assertThat(RateOfChange.between(without, with, TEN_SECONDS)).isNull();
        assertThat(RateOfChange.between(with, with, Duration.ZERO)).isNull();
        assertThat(RateOfChange.between(with, with, TEN_SECONDS.negated())).isNull();
    }

    @Test
    void withoutASpeedThereIsNoUtilizationAndItIsNeverAboveOne() {
        assertThat(requireNonNull(RateOfChange.between(sample(null, "0"), sample(null, "1000"), TEN_SECONDS))
                        .inUtilization())
                .isNull();
        assertThat(requireNonNull(RateOfChange.between(sample(0L, "0"), sample(0L, "1000"), TEN_SECONDS))
                        .inUtilization())
                .isNull();
        // Virtual interfaces carry more than they say they can.
        assertThat(requireNonNull(
                                RateOfChange.between(sample(GIGABIT, "0"), sample(GIGABIT, "12500000000"), TEN_SECONDS))
                        .inUtilization())
                .isEqualTo(1);
    }

    /** What went forward has the exact distance, wherever in the 64 bits it stood. */
    @Test
    void forwardIsExactOverTheWholeRange() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < ROUNDS; round++) {
            long from = random.nextLong() >>> random.nextInt(64);
            long to = random.nextLong() >>> random.nextInt(64);
            if (Long.compareUnsigned(from, to) > 0) {
                long swapped = from;
                from = to;
                to = swapped;
            }
            Duration interval = Duration.ofMillis(random.nextLong(1, 100_000));
            BigDecimal expected = new BigDecimal(big(to).subtract(big(from)).multiply(BigInteger.valueOf(8_000)))
                    .divide(BigDecimal.valueOf(interval.toMillis()), MathContext.DECIMAL64);
            assertThat(requireNonNull(inBits(null, Long.toUnsignedString(from), Long.toUnsignedString(to), interval)))
                    .isCloseTo(expected.doubleValue(), within(Math.ulp(expected.doubleValue()) * 16));
        }
    }

    /** With a speed that is known, what is told of a counter that went back is never more than the speed allows. */
    @Test
    void aCounterThatWentBackNeverMakesASpike() {
        SplittableRandom random = new SplittableRandom(2);
        int wraps = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = random.nextLong() >>> random.nextInt(64);
            long to = from == 0 ? 0 : Long.remainderUnsigned(random.nextLong(), from);
            if (random.nextBoolean()) {
                from = -1 - random.nextLong(1 << 20);
                to = random.nextLong(1 << 20);
            }
            Double bits = inBits(GIGABIT, Long.toUnsignedString(from), Long.toUnsignedString(to), TEN_SECONDS);
            if (bits != null && from != to) {
                wraps++;
                assertThat(bits).isBetween(0.0, 2.0 * GIGABIT);
            }
        }
        assertThat(wraps).isPositive();
    }

    /** The rates over two intervals have the one over both as their mean. */
    @Test
    void averagesAddUp() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < ROUNDS; round++) {
            long start = random.nextLong(1L << 50);
            long middle = start + random.nextLong(1L << 30);
            long end = middle + random.nextLong(1L << 30);
            double first = requireNonNull(inBits(null, "" + start, "" + middle, Duration.ofSeconds(10)));
            double second = requireNonNull(inBits(null, "" + middle, "" + end, Duration.ofSeconds(30)));
            double both = requireNonNull(inBits(null, "" + start, "" + end, Duration.ofSeconds(40)));
            assertThat((first * 10 + second * 30) / 40).isCloseTo(both, within(Math.max(1, both) * 1e-12));
        }
    }

    private static BigInteger big(long unsigned) {
        BigInteger signed = BigInteger.valueOf(unsigned);
        return unsigned < 0 ? signed.add(TWO_TO_64) : signed;
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000, false",
        "1000, 2000, false",
        "1000, 999, true",
        "4294967000, 1000, false",
        "18446744073709551000, 1000, false",
        "5000000000, 1000, true"
    })
    void countersBeganAnewWhenOneWentBackAndCannotHaveWrapped(String from, String to, boolean began) {
        assertThat(RateOfChange.beganAnew(sample(GIGABIT, from), sample(GIGABIT, to), TEN_SECONDS))
                .isEqualTo(began);
    }

    @Test
    void countersBeganAnewWhenTheTargetSaysSo() {
        InterfaceSample before = sample(1, GIGABIT, inOctets(BOOT, counter("1000")));
        InterfaceSample later = sample(1, GIGABIT, inOctets(BOOT.plusSeconds(9), counter("2000")));
        InterfaceSample another = sample(2, GIGABIT, inOctets(BOOT, counter("2000")));
        InterfaceSample silent = sample(null, GIGABIT, inOctets(null, counter("2000")));
        assertThat(RateOfChange.beganAnew(before, later, TEN_SECONDS)).isTrue();
        assertThat(RateOfChange.beganAnew(before, another, TEN_SECONDS)).isTrue();
        assertThat(RateOfChange.beganAnew(before, silent, TEN_SECONDS)).isFalse();
        assertThat(RateOfChange.beganAnew(silent, before, TEN_SECONDS)).isTrue();
    }

    @Test
    void whereNoTimeHasPassedAWrapIsJudgedAsIfTheSpeedWereUnknown() {
        assertThat(RateOfChange.beganAnew(sample(GIGABIT, "4294967000"), sample(GIGABIT, "1000"), Duration.ZERO))
                .isFalse();
        assertThat(RateOfChange.beganAnew(sample(GIGABIT, "1000000000"), sample(GIGABIT, "1000"), Duration.ZERO))
                .isTrue();
    }
}
