package net.coreserver.history.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.coreserver.interfaces.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private static final int ROUNDS = 60;
    private static final double EXACT = 1e-9;

    private static final Line BITS = Line.of(Metric.IN_BITS_PER_SECOND);
    private static final Line OCTETS = Line.of(Metric.IN_OCTETS);
    private static final Line FIRST_OCTETS = new Line(Metric.IN_OCTETS, Aggregate.FIRST);
    private static final Line STATUS = Line.of(Metric.OPER_STATUS);

    /** Every line that there is. */
    private static final List<Line> LINES = Arrays.stream(Metric.values())
            .flatMap(metric -> Aggregate.of(metric).stream().map(aggregate -> new Line(metric, aggregate)))
            .toList();

    @Test
    void aRateCountsInEachStepByThePartOfItThatLiesThere() {
        // 8 bits a millisecond for 100 ms, then 80 for 100 ms; polled at 50, 150 and 250
        List<RawSample> samples = List.of(sample(50, 0), sample(150, 100), sample(250, 1_100));
        Grid grid = new Grid(0, 100, 4);
        assertThat(fold(samples, grid, BITS)).containsExactly(8_000.0, 44_000.0, 80_000.0, null);
        assertThat(fold(samples, grid, new Line(Metric.IN_BITS_PER_SECOND, Aggregate.MIN)))
                .containsExactly(8_000.0, 8_000.0, 80_000.0, null);
        assertThat(fold(samples, grid, new Line(Metric.IN_BITS_PER_SECOND, Aggregate.MAX)))
                .containsExactly(8_000.0, 80_000.0, 80_000.0, null);
    }

    @Test
    void aPollThatComesALittleLateMakesNoGap() {
        List<RawSample> samples = List.of(sample(99, 0), sample(201, 10), sample(299, 20), sample(401, 30));
        Grid grid = new Grid(100, 100, 3);
        assertThat(fold(samples, grid, BITS)).doesNotContainNull();
        assertThat(fold(samples, grid, OCTETS)).containsExactly(0.0, 20.0, 20.0);
        assertThat(fold(samples, grid, FIRST_OCTETS)).containsExactly(0.0, 0.0, 20.0);
    }

    @Test
    void whereTheTargetWasAwayThereIsAGap() {
        List<RawSample> samples =
                List.of(sample(0, 10), sample(100, 20), away(500, 30), sample(600, 40), sample(700, 50));
        Grid grid = new Grid(0, 100, 9);
        assertThat(fold(samples, grid, OCTETS)).containsExactly(10.0, 20.0, null, null, null, 30.0, 40.0, 50.0, null);
        assertThat(fold(samples, grid, STATUS)).containsExactly(1.0, 1.0, null, null, null, 1.0, 1.0, 1.0, null);
        assertThat(fold(samples, grid, BITS)).containsExactly(800.0, null, null, null, null, 800.0, 800.0, null, null);
    }

    @Test
    void theLastSampleHoldsForAMomentWhereTheOneBeforeItDidNotHold() {
        Grid grid = new Grid(0, 100, 8);
        assertThat(fold(List.of(sample(0, 10), away(500, 30)), grid, OCTETS))
                .containsExactly(10.0, null, null, null, null, 30.0, null, null);
        assertThat(fold(List.of(sample(150, 10)), grid, OCTETS))
                .containsExactly(null, 10.0, null, null, null, null, null, null);
    }

    @Test
    void whatLiesBeforeTheBeginDoesNotCount() {
        List<RawSample> samples = List.of(sample(0, 0), sample(100, 100), sample(200, 1_100));
        Folding folding = new Folding(new Grid(0, 200, 1), List.of(BITS, FIRST_OCTETS));
        folding.add(Samples.of(samples), 50);
        List<Points> points = folding.points();
        assertThat(points.get(0).value(0)).isCloseTo((50 * 8_000.0 + 100 * 80_000.0) / 150, within(EXACT));
        assertThat(points.get(1).bits(0)).isZero();
    }

    @Test
    void aCounterIsToldToTheLastDigit() {
        long bits = -3;
        Folding folding = new Folding(new Grid(0, 100, 1), List.of(OCTETS));
        folding.add(Samples.of(List.of(sample(0, bits))), 0);
        assertThat(folding.points().getFirst().bits(0)).isEqualTo(bits);
    }

    @Test
    void nothingCanBeAddedToWhatWasTold() {
        Folding folding = new Folding(new Grid(0, 100, 1), List.of(OCTETS));
        folding.points();
        assertThatIllegalStateException().isThrownBy(() -> folding.add(Samples.of(List.of()), 0));
    }

    /** All lines of eventful series, on grids that have nothing to do with the polls, against what is found by hand. */
    @Test
    void eventfulSeriesAreFoldedAsByHand() {
        SplittableRandom random = new SplittableRandom(1);
        int known = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<RawSample> samples = Series.eventful(random, random.nextInt(0, 25));
            Grid grid = new Grid(random.nextLong(200), random.nextLong(7, 90), random.nextInt(1, 14));
            long from = random.nextBoolean() ? 0 : random.nextLong(600);
            Folding folding = new Folding(grid, LINES);
            folding.add(Samples.of(samples), from);
            List<Points> points = folding.points();
            for (int line = 0; line < LINES.size(); line++) {
                List<@Nullable Double> expected = Oracle.points(samples, grid, LINES.get(line), from);
                known += same(points.get(line), expected, LINES.get(line).toString());
            }
        }
        assertThat(known).isGreaterThan(5_000);
    }

    /** In however many parts they come, and however these overlap: a block, then the head that it was made of. */
    @Test
    void itDoesNotMatterInWhichPartsSamplesCome() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 5 * ROUNDS; round++) {
            List<RawSample> samples = Series.eventful(random, random.nextInt(2, 60));
            Grid grid = new Grid(0, random.nextLong(20, 300), 20);
            Folding whole = new Folding(grid, LINES);
            whole.add(Samples.of(samples), 0);
            Folding inParts = new Folding(grid, LINES);
            int to = 0;
            while (to < samples.size()) {
                int from = random.nextInt(to + 1);
                to = Math.min(samples.size(), to + random.nextInt(9));
                inParts.add(
                        Samples.ofBlock(Samples.of(samples.subList(from, to)).toBlock()), 0);
            }
            assertThat(told(inParts)).isEqualTo(told(whole));
        }
    }

    private static List<List<@Nullable Double>> told(Folding folding) {
        return folding.points().stream().map(FoldingTest::values).toList();
    }

    private static int same(Points points, List<@Nullable Double> expected, String what) {
        int known = 0;
        for (int i = 0; i < expected.size(); i++) {
            Double value = expected.get(i);
            assertThat(points.isGap(i)).as(what).isEqualTo(value == null);
            if (value != null) {
                assertThat(points.value(i)).as(what).isCloseTo(value, within(EXACT * (1 + value)));
                known++;
            }
        }
        return known;
    }

    private static List<@Nullable Double> fold(List<RawSample> samples, Grid grid, Line line) {
        Folding folding = new Folding(grid, List.of(line));
        folding.add(Samples.of(samples), Long.MIN_VALUE);
        return values(folding.points().getFirst());
    }

    private static List<@Nullable Double> values(Points points) {
        List<@Nullable Double> values = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            values.add(points.isGap(i) ? null : points.value(i));
        }
        return values;
    }

    private static RawSample sample(long at, long inOctets) {
        return sample(at, true, inOctets);
    }

    private static RawSample away(long at, long inOctets) {
        return sample(at, false, inOctets);
    }

    private static RawSample sample(long at, boolean isContinuous, long inOctets) {
        long[] counters = new long[Counters.COUNT];
        counters[Counters.index(Metric.IN_OCTETS)] = inOctets;
        return new RawSample(at, isContinuous, isContinuous, 1, 1, RawSample.NONE, 1, counters);
    }
}
