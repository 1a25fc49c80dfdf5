package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTextsTest {

    private static List<String> read(RecentTexts recent, String... texts) {
        return Arrays.stream(texts)
                .map(text -> recent.text(("<" + text + ">").toCharArray(), 1, text.length() + 1))
                .toList();
    }

    @Test
    void whatStandsWhereItStoodIsTheSameObject() {
        RecentTexts first = new RecentTexts(List.of());
        List<String> before = read(first, "eth0", "uplink", "eth1");
        List<String> after = read(new RecentTexts(first.all()), "eth0", "uplink!", "eth1", "eth2");

        assertThat(after).containsExactly("eth0", "uplink!", "eth1", "eth2");
        assertThat(after.get(0)).isSameAs(before.get(0));
        assertThat(after.get(2)).isSameAs(before.get(2));
    }

    @Test
    void whatIsAsLongIsNotTakenForTheSame() {
        RecentTexts first = new RecentTexts(List.of());
        read(first, "eth0");
        assertThat(read(new RecentTexts(first.all()), "eth1")).containsExactly("eth1");
    }

    @Test
    void aTextThatIsTooLongToBeKeptDoesNotMoveTheOthers() {
        String description = "x".repeat(RecentTexts.MAX_CHARACTERS + 1);
        RecentTexts first = new RecentTexts(List.of());
        List<String> before = read(first, "eth0", description, "eth1");
        RecentTexts second = new RecentTexts(first.all());
        List<String> after = read(second, "eth0", description, "eth1");

        assertThat(first.all()).containsExactly("eth0", "eth1");
        assertThat(after).isEqualTo(before);
        assertThat(after.get(2)).isSameAs(before.get(2));
    }

    @Test
    void onlySoManyAreKept() {
        RecentTexts recent = new RecentTexts(List.of());
        IntStream.range(0, RecentTexts.MAX_TEXTS + 5)
                .forEach(i -> assertThat(read(recent, "eth" + i)).containsExactly("eth" + i));
        assertThat(recent.all()).hasSize(RecentTexts.MAX_TEXTS);
    }
}
