package net.coreserver.history.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.coreserver.history.series.Traffic.Load;
import net.coreserver.interfaces.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpTest {

    private static final int ROUNDS = 200;
    private static final long FINE = 50;
    private static final long MIDDLE = 200;
    private static final long COARSE = 600;
    private static final double ROUNDED = 1e-5;

    private static final List<Line> LINES = Arrays.stream(Metric.values())
            .flatMap(metric -> Aggregate.of(metric).stream().map(aggregate -> new Line(metric, aggregate)))
            .toList();

    /** Whether it is made of samples, of roll-ups, or of roll-ups of roll-ups, a graph is the same. */
    @Test
    void aGraphOfRollUpsIsThatOfTheSamples() {
        SplittableRandom random = new SplittableRandom(1);
        int known = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<RawSample> samples = Series.eventful(random, random.nextInt(1, 80));
            Grid grid = Grid.covering(0, samples.getLast().at() + COARSE, COARSE);
            List<Points> expected = fold(grid, Samples.of(samples));
            Buckets fine = stored(rollUp(FINE, grid, samples));
            known += same(fold(grid, fine), expected);
            RollUp middle = new RollUp(Grid.covering(grid.from(), grid.to(), MIDDLE));
            middle.add(fine);
            same(fold(grid, stored(middle.buckets())), expected);
        }
        assertThat(known).isGreaterThan(10_000);
    }

    /** Roll-ups up to some moment, and samples from there on: where the two meet, nothing is lost and nothing counts twice. */
    @Test
    void rollUpsGoOverIntoSamples() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < ROUNDS; round++) {
            List<RawSample> samples = Series.eventful(random, random.nextInt(1, 80));
            Grid grid = Grid.covering(0, samples.getLast().at() + COARSE, COARSE);
            long before = FINE * random.nextLong(grid.to() / FINE);
            Folding folding = new Folding(grid, LINES);
            folding.add(stored(rollUp(FINE, grid, samples)), Long.MIN_VALUE, before);
            folding.add(Samples.of(samples), before);
            same(folding.points(), fold(grid, Samples.of(samples)));
        }
    }

    /** Made some steps at a time, each time with the samples right before and right after, they are those made at once. */
    @Test
    void rollUpsAreTheSameInHoweverManyTurnsTheyAreMade() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < ROUNDS; round++) {
            List<RawSample> samples = Series.eventful(random, random.nextInt(1, 60));
            Grid whole = Grid.covering(0, samples.getLast().at() + COARSE, FINE);
            Folding folding = new Folding(whole, LINES);
            int step = 0;
            while (step < whole.count()) {
                int steps = Math.min(whole.count() - step, random.nextInt(1, 12));
                Grid grid = new Grid(whole.at(step), FINE, steps);
                folding.add(rollUp(FINE, grid, around(samples, grid)), Long.MIN_VALUE, Long.MAX_VALUE);
                step += steps;
            }
            same(folding.points(), fold(whole, rollUp(FINE, whole, samples)));
        }
    }

    private static List<RawSample> around(List<RawSample> samples, Grid grid) {
        List<RawSample> around = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            boolean isNotBefore = i + 1 == samples.size() || samples.get(i + 1).at() > grid.from();
            boolean isNotAfter = i == 0 || samples.get(i - 1).at() < grid.to();
            // Two before, since the last of all holds for as long as the one before it did.
            boolean isSecondBefore = i + 2 >= samples.size();
            if ((isNotBefore || isSecondBefore) && isNotAfter) {
                around.add(samples.get(i));
            }
        }
        return around;
    }

    @Test
    void stepsOfWhichNothingIsKnownAreLeftOut() {
        RawSample first = new RawSample(120, false, false, 1, 1, RawSample.NONE, 0, new long[Counters.COUNT]);
        RawSample second = new RawSample(530, false, false, 1, 1, RawSample.NONE, 0, new long[Counters.COUNT]);
        Buckets buckets = rollUp(100, new Grid(0, 100, 10), List.of(first, second));
        assertThat(buckets.width()).isEqualTo(100);
        assertThat(buckets.size()).isEqualTo(2);
        assertThat(buckets.at(0)).isEqualTo(100);
        assertThat(buckets.at(1)).isEqualTo(500);
    }

    @Test
    void nothingRolledUpIsABlock() {
        Buckets none = stored(new RollUp(new Grid(0, 100, 10)).buckets());
        assertThat(none.size()).isZero();
        assertThat(none.width()).isEqualTo(100);
    }

    @Test
    void theStepsBeginAtMultiplesOfTheirLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RollUp(new Grid(50, 100, 1)));
        assertThat(new RollUp(new Grid(-100, 100, 1)).buckets().size()).isZero();
    }

    @Test
    void coarserRollUpsDoNotFitIntoFinerSteps() {
        Buckets coarse = rollUp(COARSE, new Grid(0, COARSE, 1), new Traffic(Load.IDLE, 4).next(1));
        Folding folding = new Folding(new Grid(0, FINE, 10), LINES);
        assertThatIllegalArgumentException().isThrownBy(() -> folding.add(coarse, Long.MIN_VALUE, Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollUp(new Grid(0, FINE, 10)).add(coarse));
    }

    @Test
    void nothingCanBeAddedToWhatWasMade() {
        RollUp rollUp = new RollUp(new Grid(0, 100, 10));
        Buckets made = rollUp.buckets();
        assertThatIllegalStateException().isThrownBy(() -> rollUp.add(made));
        assertThatIllegalStateException().isThrownBy(() -> rollUp.add(Samples.of(List.of())));
    }

    /** Nothing but a refusal comes of octets that are no block; what is taken for one can be folded. */
    @Test
    void nonsenseIsRefused() {
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        int rounds = 15 * ROUNDS;
        for (int round = 0; round < rounds; round++) {
            List<RawSample> samples = Series.eventful(random, random.nextInt(1, 30));
            Grid grid = Grid.covering(0, samples.getLast().at(), FINE);
            byte[] spoilt = Mutations.of(rollUp(FINE, grid, samples).toBlock(), random);
            try {
                Buckets buckets = Buckets.ofBlock(spoilt);
                Grid coarse = Grid.covering(0, 10 * buckets.width(), buckets.width());
                for (Points points : fold(coarse, buckets)) {
                    for (int i = 0; i < points.size(); i++) {
                        assertThat(points.isGap(i) || points.value(i) >= 0).isTrue();
                    }
                }
                assertThat(Buckets.ofBlock(buckets.toBlock()).size()).isEqualTo(buckets.size());
            } catch (IllegalArgumentException expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(rounds / 5, rounds - rounds / 20);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, 90", "MODERATE, 80", "IDLE, 45", "NONE, 3"})
    void aRollUpTakesFewOctets(Load load, int most) {
        long fiveMinutes = 300_000;
        int hours = 24;
        Traffic traffic = new Traffic(load, 6);
        Grid grid = Grid.covering(Traffic.START, Traffic.START + hours * 3_600_000L, fiveMinutes);
        Buckets buckets = rollUp(fiveMinutes, grid, traffic.next(hours * 120));
        assertThat(buckets.toBlock().length).isLessThanOrEqualTo(most * buckets.size());
    }

    private static Buckets rollUp(long width, Grid covered, List<RawSample> samples) {
        RollUp rollUp = new RollUp(Grid.covering(covered.from(), covered.to(), width));
        rollUp.add(Samples.of(samples));
        return rollUp.buckets();
    }

    private static Buckets stored(Buckets buckets) {
        return Buckets.ofBlock(buckets.toBlock());
    }

    private static List<Points> fold(Grid grid, Samples samples) {
        Folding folding = new Folding(grid, LINES);
        folding.add(samples, Long.MIN_VALUE);
        return folding.points();
    }

    private static List<Points> fold(Grid grid, Buckets buckets) {
        Folding folding = new Folding(grid, LINES);
        folding.add(buckets, Long.MIN_VALUE, Long.MAX_VALUE);
        return folding.points();
    }

    private static int same(List<Points> all, List<Points> expected) {
        int known = 0;
        for (int line = 0; line < LINES.size(); line++) {
            String what = LINES.get(line).toString();
            Points points = all.get(line);
            for (int i = 0; i < points.size(); i++) {
                assertThat(points.isGap(i))
                        .as(what)
                        .isEqualTo(expected.get(line).isGap(i));
                if (!points.isGap(i) && points.isWhole()) {
                    assertThat(points.bits(i))
                            .as(what)
                            .isEqualTo(expected.get(line).bits(i));
                } else if (!points.isGap(i)) {
                    double value = expected.get(line).value(i);
                    assertThat(points.value(i)).as(what).isCloseTo(value, within(ROUNDED * value));
                    known++;
                }
            }
        }
        return known;
    }
}
