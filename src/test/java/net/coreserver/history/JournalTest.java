package net.coreserver.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.coreserver.history.Series.Journaled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static Series series(int id) {
        return new Series(id, new SeriesKey("edge-1", "eth" + id));
    }

    private static List<String> read(byte[] row) {
        List<String> entries = new ArrayList<>();
        Journal.read(
                row,
                (id, entry) -> entries.add(id
                        + (entry.begins() ? " begins " : " goes on ")
                        + HexFormat.of().formatHex(entry.octets())));
        return entries;
    }

    @Test
    void whatIsWrittenIsRead() {
        Journal journal = new Journal();
        journal.add(series(1), new Journaled(true, new byte[] {1, 2, 3}));
        journal.add(series(300), new Journaled(false, new byte[] {4}));
        journal.addEnd(series(Integer.MAX_VALUE));
        assertThat(read(journal.octets()))
                .containsExactly("1 begins 010203", "300 goes on 04", Integer.MAX_VALUE + " begins ");
    }

    @Test
    void theOctetsAreThoseOfTheDocument() {
        Journal journal = new Journal();
        journal.add(series(200), new Journaled(true, new byte[] {7}));
        assertThat(HexFormat.of().formatHex(journal.octets())).isEqualTo("91030107");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "0305", "8080808080808080808001", "feffffffffff0f00", "03ffffffff7f00"})
    void nonsenseIsRefused(String octets) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(HexFormat.of().parseHex(octets)));
    }

    @Test
    void whatComesBeforeACutIsRead() {
        Journal journal = new Journal();
        journal.add(series(1), new Journaled(true, new byte[] {1}));
        journal.add(series(2), new Journaled(true, new byte[] {2, 2}));
        byte[] whole = journal.octets();
        List<Integer> read = new ArrayList<>();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Journal.read(Arrays.copyOf(whole, whole.length - 1), (id, entry) -> read.add(id)));
        assertThat(read).containsExactly(1);
    }
}
