package net.coreserver.history.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.coreserver.history.series.Traffic.Load;
import net.coreserver.interfaces.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {

    private static final int ROUNDS = 400;

    /** As many as the history puts in one. */
    private static final int BLOCK = 64;

    @Test
    void samplesComeBackFromTheirBlock() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < ROUNDS; round++) {
            List<RawSample> all = Series.strange(random, random.nextInt(1, 200));
            Samples samples = Samples.of(all);
            Samples again = Samples.ofBlock(samples.toBlock());
            assertThat(Series.all(again)).isEqualTo(all);
            assertThat(Series.all(samples)).isEqualTo(all);
            assertThat(again.at(all.size() - 1)).isEqualTo(all.getLast().at());
            assertThat(again.toBlock()).isEqualTo(samples.toBlock());
        }
    }

    @Test
    void realisticSamplesComeBackFromTheirBlock() {
        for (Load load : Load.values()) {
            List<RawSample> all = new Traffic(load, 2).next(BLOCK);
            assertThat(Series.all(Samples.ofBlock(Samples.of(all).toBlock()))).isEqualTo(all);
        }
    }

    @Test
    void noSamplesAreABlock() {
        assertThat(Samples.ofBlock(Samples.of(List.of()).toBlock()).size()).isZero();
    }

    @Test
    void samplesOutOfOrderAreRefused() {
        List<RawSample> all = new Traffic(Load.IDLE, 3).next(2);
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(all.reversed()));
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(List.of(all.get(0), all.get(0))));
    }

    @Test
    void thereIsALimitToABlock() {
        Traffic traffic = new Traffic(Load.NONE, 4);
        List<RawSample> most = traffic.next(Samples.MOST);
        assertThat(Samples.ofBlock(Samples.of(most).toBlock()).size()).isEqualTo(Samples.MOST);
        List<RawSample> more = new ArrayList<>(most);
        more.add(traffic.next());
        Samples tooMany = Samples.of(more);
        assertThatIllegalStateException().isThrownBy(tooMany::toBlock);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, 20", "MODERATE, 17", "IDLE, 6", "NONE, 3"})
    void aSampleTakesFewOctets(Load load, int most) {
        Traffic traffic = new Traffic(load, 5);
        int blocks = 45;
        int octets = 0;
        for (int block = 0; block < blocks; block++) {
            octets += Samples.of(traffic.next(BLOCK)).toBlock().length;
        }
        assertThat(octets).isLessThanOrEqualTo(most * BLOCK * blocks);
    }

    /** A reset, a device that was away and a counter that is missing for a while cost their own octets, not those of the others. */
    @Test
    void whatIsOutOfTheOrdinaryCostsLittle() {
        List<RawSample> all = new Traffic(Load.BUSY, 6).next(BLOCK);
        List<RawSample> torn = new ArrayList<>();
        for (int i = 0; i < BLOCK; i++) {
            RawSample sample = all.get(i);
            long[] counters = new long[Counters.COUNT];
            int present = i == 40 ? Counters.EVERY - 1 : Counters.EVERY;
            for (int counter = 0; counter < counters.length; counter++) {
                boolean isThere = (present >>> counter & 1) != 0;
                long start = i < 20 ? 0 : all.get(20).bits(counter);
                counters[counter] = isThere ? sample.bits(counter) - start : 0;
            }
            torn.add(new RawSample(
                    sample.at() + (i < 20 ? 0 : 7_000_000), true, i != 20, 1, i == 19 ? 2 : 1, -1, present, counters));
        }
        int ordinary = Samples.of(all).toBlock().length;
        assertThat(Samples.of(torn).toBlock().length).isLessThan(ordinary + ordinary / 5);
    }

    /** Nothing but a refusal comes of octets that are no block; of what is taken for one, everything can be read. */
    @Test
    void nonsenseIsRefused() {
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int round = 0; round < 30 * ROUNDS; round++) {
            List<RawSample> all = round % 2 == 0
                    ? Series.strange(random, random.nextInt(1, 20))
                    : new Traffic(Load.MODERATE, round).next(random.nextInt(1, 80));
            byte[] spoilt = Mutations.of(Samples.of(all).toBlock(), random);
            try {
                Samples samples = Samples.ofBlock(spoilt);
                List<RawSample> read = Series.all(samples);
                assertThat(Series.all(Samples.ofBlock(Samples.of(read).toBlock())))
                        .isEqualTo(read);
            } catch (IllegalArgumentException expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5 * ROUNDS, 30 * ROUNDS - ROUNDS);
    }

    @Test
    void octetsOfNoKindAreRefused() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 30 * ROUNDS; round++) {
            byte[] octets = new byte[random.nextInt(40)];
            random.nextBytes(octets);
            if (octets.length > 3) {
                // As if there were very many samples.
                octets[0] = 1;
                octets[1] = (byte) 0xFF;
                octets[2] = 0x1F;
            }
            assertThatIllegalArgumentException().isThrownBy(() -> Samples.ofBlock(octets));
        }
    }

    @Test
    void aCounterThatIsNotThereStaysAway() {
        RawSample sample = new RawSample(1, false, false, 0, 0, RawSample.NONE, 1, counters(5));
        RawSample again = Samples.ofBlock(Samples.of(List.of(sample)).toBlock()).get(0);
        assertThat(again.has(Metric.IN_OCTETS)).isTrue();
        assertThat(again.counter(Metric.IN_OCTETS)).isEqualTo(5);
        assertThat(again.has(Metric.OUT_OCTETS)).isFalse();
    }

    private static long[] counters(long inOctets) {
        long[] counters = new long[Counters.COUNT];
        counters[Counters.index(Metric.IN_OCTETS)] = inOctets;
        return counters;
    }
}
