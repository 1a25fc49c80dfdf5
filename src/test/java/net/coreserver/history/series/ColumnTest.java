package net.coreserver.history.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    private static byte[] octets(Column column) {
        OctetWriter out = new OctetWriter(16);
        column.write(out);
        return out.toArray();
    }

    private static Column read(byte[] octets, int size) {
        OctetReader in = new OctetReader(octets);
        Column column = Column.read(in, size);
        assertThat(in.isAtEnd()).isTrue();
        return column;
    }

    /** Every width, whatever octets stand behind the column, or none. */
    @Test
    void numbersOfAnyWidthComeBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (int width = 0; width <= Long.SIZE; width++) {
            for (int size = 1; size < 40; size++) {
                long[] numbers = new long[size];
                long[] growing = new long[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = width == 0 ? 7 : random.nextLong() >>> (Long.SIZE - width);
                    growing[i] = numbers[i] + (i == 0 ? 0 : growing[i - 1]);
                }
                OctetWriter out = new OctetWriter(16);
                Column.of(numbers).write(out);
                Column.of(growing).write(out);
                OctetReader in = new OctetReader(out.toArray());
                assertThat(Column.read(in, size).values()).isEqualTo(numbers);
                assertThat(Column.read(in, size).values()).isEqualTo(growing);
                assertThat(in.isAtEnd()).isTrue();
            }
        }
    }

    @Test
    void whatIsMissingStaysMissing() {
        SplittableRandom random = new SplittableRandom(2);
        for (int size = 1; size < 140; size++) {
            long[] numbers = new long[size];
            long[] present = new long[Column.words(size)];
            for (int i = 0; i < size; i++) {
                if (random.nextInt(3) > 0) {
                    present[i / Long.SIZE] |= 1L << i;
                    numbers[i] = random.nextLong(1000);
                }
            }
            Column column = Column.of(numbers, present);
            Column again = read(octets(column), size);
            assertThat(again.values()).isEqualTo(numbers);
            assertThat(again.count()).isEqualTo(column.count());
            for (int i = 0; i < size; i++) {
                assertThat(again.has(i)).isEqualTo((present[i / Long.SIZE] >>> i & 1) != 0);
            }
        }
    }

    @Test
    void theSameAgainAndAgainCostsNothingMore() {
        assertThat(octets(Column.of(new long[64]))).hasSize(2);
        assertThat(octets(Column.of(new long[64], new long[1]))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 40, -(1L << 40), Long.MIN_VALUE})
    void oneThatIsFarOffDoesNotMakeTheOthersLonger(long farOff) {
        SplittableRandom random = new SplittableRandom(3);
        long[] numbers = random.longs(64, 0, 256).toArray();
        int ordinary = octets(Column.of(numbers)).length;
        numbers[20] = farOff;
        byte[] octets = octets(Column.of(numbers));
        assertThat(octets.length).isLessThanOrEqualTo(ordinary + 13);
        assertThat(read(octets, 64).values()).isEqualTo(numbers);
    }

    @Test
    void aColumnThatMakesNoSenseIsRefused() {
        // of no kind; outliers of nothing packed; gaps, but no row left out; gaps, and no row left
        refused(8, 0x10);
        refused(8, Column.ABSENT | Column.GAPS);
        refused(8, Column.CONSTANT | Column.OUTLIERS, 0, 0);
        refused(8, Column.CONSTANT | Column.GAPS, 0xFF, 0);
        refused(8, Column.CONSTANT | Column.GAPS, 0, 0);
        // bits for rows that there are not; a number where there are no rows
        refused(4, Column.CONSTANT | Column.GAPS, 0x1F, 0);
        refused(0, Column.CONSTANT, 0);
        // too wide; too short; an outlier that lies behind the end; one with more than 64 bits
        refused(2, Column.NUMBERS, 0, 65, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        refused(2, Column.NUMBERS, 0, 5, 0);
        refused(2, Column.NUMBERS | Column.OUTLIERS, 0, 0, 0, 2, 1);
        refused(1, Column.NUMBERS | Column.OUTLIERS, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        // differences of one row, of which one is an outlier
        refused(1, Column.DIFFERENCES | Column.OUTLIERS, 0, 0, 0, 0, 0, 1);
    }

    private static void refused(int size, int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Column.read(new OctetReader(bytes), size));
    }
}
