package net.coreserver.history.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.coreserver.history.series.Traffic.Load;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadTest {

    private static final int ROUNDS = 300;

    @Test
    void whatWasAddedIsThere() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < ROUNDS; round++) {
            List<RawSample> samples = Series.strange(random, random.nextInt(1, 70));
            Head head = new Head();
            samples.forEach(head::append);
            assertThat(head.size()).isEqualTo(samples.size());
            assertThat(head.last()).isEqualTo(samples.getLast().at());
            assertThat(Series.all(head.samples())).isEqualTo(samples);
        }
    }

    @Test
    void theOctetsOfTheSamplesAreThoseOfTheHead() {
        SplittableRandom random = new SplittableRandom(2);
        Head head = new Head();
        ByteArrayOutputStream journal = new ByteArrayOutputStream();
        for (RawSample sample : Series.strange(random, 100)) {
            journal.writeBytes(head.append(sample));
            assertThat(head.octets()).isEqualTo(journal.toByteArray());
        }
    }

    @Test
    void aHeadComesBackFromTheJournalAndGrowsOn() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < ROUNDS; round++) {
            List<RawSample> samples = Series.strange(random, 40);
            Head head = new Head();
            Head again = new Head();
            int whole = random.nextInt(samples.size());
            for (int i = 0; i < samples.size(); i++) {
                byte[] octets = head.append(samples.get(i));
                if (i == whole) {
                    again.append(head.octets());
                } else if (i > whole && i < 30) {
                    again.append(octets);
                } else if (i > whole) {
                    assertThat(again.append(samples.get(i))).isEqualTo(octets);
                }
            }
            assertThat(Series.all(again.samples())).isEqualTo(samples);
            assertThat(again.size()).isEqualTo(samples.size());
            assertThat(again.last()).isEqualTo(head.last());
        }
    }

    @Test
    void anEmptyHeadHasNothing() {
        Head head = new Head();
        head.append(new byte[0]);
        assertThat(head.size()).isZero();
        assertThat(head.last()).isEqualTo(Long.MIN_VALUE);
        assertThat(head.octets()).isEmpty();
        assertThat(head.samples().size()).isZero();
    }

    @Test
    void samplesThatWereTakenOutDoNotGrow() {
        Traffic traffic = new Traffic(Load.MODERATE, 4);
        Head head = new Head();
        head.append(traffic.next());
        Samples taken = head.samples();
        byte[] octets = head.octets();
        head.append(traffic.next());
        assertThat(taken.size()).isEqualTo(1);
        assertThat(Series.all(Head.samples(octets))).isEqualTo(Series.all(taken));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void aSampleThatIsNotLaterIsRefused(long later) {
        Head head = new Head();
        RawSample first = new Traffic(Load.BUSY, 5).next();
        head.append(first);
        byte[] before = head.octets();
        RawSample second =
                new RawSample(first.at() + later, true, true, 1, 1, RawSample.NONE, 0, new long[Counters.COUNT]);
        assertThatIllegalArgumentException().isThrownBy(() -> head.append(second));
        assertThat(head.octets()).isEqualTo(before);
        assertThat(head.size()).isEqualTo(1);
    }

    /** Nothing else is ever thrown, and what is refused leaves no trace; what is not can be read. */
    @Test
    void nonsenseIsRefusedAndChangesNothing() {
        SplittableRandom random = new SplittableRandom(6);
        int refused = 0;
        for (int round = 0; round < 20 * ROUNDS; round++) {
            List<RawSample> samples = Series.strange(random, 12);
            Head head = new Head();
            samples.subList(0, 6).forEach(head::append);
            byte[] good = head.octets();
            Head source = new Head();
            samples.forEach(source::append);
            byte[] octets = source.octets();
            byte[] bad = Mutations.of(Arrays.copyOfRange(octets, good.length, octets.length), random);
            try {
                head.append(bad);
                List<RawSample> read = Series.all(head.samples());
                assertThat(read)
                        .hasSize(head.size())
                        .startsWith(samples.subList(0, 6).toArray(RawSample[]::new));
                assertThat(read.getLast().at()).isEqualTo(head.last());
            } catch (IllegalArgumentException expected) {
                refused++;
                assertThat(head.octets()).isEqualTo(good);
                assertThat(head.append(samples.get(6)))
                        .isEqualTo(Arrays.copyOfRange(octets, good.length, head.octets().length));
            }
        }
        assertThat(refused).isBetween(ROUNDS, 20 * ROUNDS - ROUNDS);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, 30", "MODERATE, 24", "IDLE, 10", "NONE, 4"})
    void aSampleTakesFewOctets(Load load, int most) {
        Traffic traffic = new Traffic(load, 7);
        Head head = new Head();
        int count = 64;
        for (int i = 0; i < count; i++) {
            head.append(traffic.next());
        }
        assertThat(head.octets().length).isLessThanOrEqualTo(most * count);
    }
}
