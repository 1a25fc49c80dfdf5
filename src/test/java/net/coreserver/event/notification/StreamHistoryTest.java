package net.coreserver.event.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.coreserver.event.NotificationMark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final StreamHistory history = new StreamHistory();
    private final List<String> told = new ArrayList<>();

    private void hear(StreamHistory.Listening listening, @Nullable Instant at, String digest, boolean isReplayed) {
        listening.hear(at, digest, isReplayed, () -> told.add(digest));
    }

    private static NotificationMark mark(Instant at, String digest) {
        return new NotificationMark("lab", "NETCONF", at, digest);
    }

    @Test
    void thePositionIsTheLatestTimeWhateverTheOrder() {
        assertThat(history.position()).isNull();
        history.load(List.of(mark(NOON, "a")));
        assertThat(history.position()).isEqualTo(NOON);
        StreamHistory.Listening listening = history.listen(null);
        hear(listening, NOON.plusSeconds(2), "b", false);
        hear(listening, NOON.plusSeconds(1), "c", false);
        hear(listening, null, "d", false);
        assertThat(history.position()).isEqualTo(NOON.plusSeconds(2));
        assertThat(history.startTime(NOON)).isEqualTo(NOON.minus(StreamHistory.OVERLAP));
        assertThat(told).containsExactly("b", "c", "d");
    }

    @Test
    void beforeAnythingWasHeardThePositionIsWhenWeBeganToListen() {
        history.resumed(NOON, null);
        history.resumed(NOON.plusSeconds(60), null);
        assertThat(history.position()).isEqualTo(NOON);
        hear(history.listen(null), NOON.minusSeconds(3600), "clock is behind", false);
        assertThat(history.position()).isEqualTo(NOON.minusSeconds(3600));
        history.resumed(NOON, NOON.minusSeconds(60));
        assertThat(history.position())
                .as("what is before that is told to be missing")
                .isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void whatIsReplayedIsToldUnlessItWasKnownAndAsOftenAsItHappened() {
        StreamHistory.Listening first = history.listen(null);
        hear(first, NOON, "twin", false);
        hear(first, NOON, "twin", false);
        hear(first, NOON, "single", false);
        assertThat(told).as("twins are two").containsExactly("twin", "twin", "single");

        told.clear();
        StreamHistory.Listening second = history.listen(NOON.minusSeconds(5));
        hear(second, NOON, "single", true);
        hear(second, NOON, "twin", true);
        hear(second, NOON, "missed", true);
        hear(second, NOON, "twin", true);
        hear(second, NOON, "twin", true);
        assertThat(told).containsExactly("missed", "twin");
        second.replayed();
        hear(second, NOON, "single", false);
        assertThat(told).containsExactly("missed", "twin", "single");
    }

    @Test
    void whatCameWithinTheReplayItselfIsNoRepetition() {
        StreamHistory.Listening listening = history.listen(NOON.minusSeconds(5));
        hear(listening, NOON, "twin", true);
        hear(listening, NOON, "twin", true);
        assertThat(told).containsExactly("twin", "twin");
    }

    @Test
    void aReplayThatRepeatsTheLastProvesThatNothingIsMissing() {
        assertThat(history.listen(NOON).replayed()).as("nothing was heard").isTrue();
        StreamHistory.Listening first = history.listen(null);
        hear(first, NOON, "before", false);
        hear(first, NOON.plusSeconds(1), "last", false);

        StreamHistory.Listening second = history.listen(NOON);
        hear(second, NOON, "before", true);
        hear(second, NOON.plusSeconds(1), "last", true);
        assertThat(second.replayed()).isTrue();
        StreamHistory.Listening third = history.listen(NOON);
        hear(third, NOON, "before", true);
        assertThat(third.replayed()).isFalse();
        assertThat(history.listen(NOON).replayed()).as("it is told once").isTrue();
    }

    @Test
    void anEarlierSubscriptionIsHeardNoMore() {
        StreamHistory.Listening first = history.listen(null);
        StreamHistory.Listening second = history.listen(NOON);
        hear(first, NOON, "late", false);
        assertThat(told).isEmpty();
        hear(second, NOON, "late", true);
        assertThat(told).containsExactly("late");
    }

    @Test
    void onlyTheLatestAreKnownAgainAndAReplayBeginsWhereAllAre() {
        StreamHistory.Listening first = history.listen(null);
        IntStream.range(0, 2 * StreamHistory.MAX_HEARD)
                .forEach(i -> hear(first, NOON.plusMillis(i), Integer.toString(i), false));
        Instant position = NOON.plusMillis(2 * StreamHistory.MAX_HEARD - 1);
        assertThat(history.position()).isEqualTo(position);
        Instant start = history.startTime(position);
        assertThat(start)
                .isAfter(NOON.plusMillis(StreamHistory.MAX_HEARD))
                .isBefore(NOON.plusMillis(StreamHistory.MAX_HEARD + 1));

        told.clear();
        StreamHistory.Listening second = history.listen(start);
        IntStream.range(0, 2 * StreamHistory.MAX_HEARD)
                .forEach(i -> hear(second, NOON.plusMillis(i), Integer.toString(i), true));
        assertThat(told).as("also when the server replays all it has").isEmpty();
        assertThat(second.replayed()).isTrue();
    }

    @Test
    void whenAllThatIsKnownIsOfOneTimeTheReplayBeginsThere() {
        StreamHistory.Listening listening = history.listen(null);
        IntStream.range(0, 2 * StreamHistory.MAX_HEARD).forEach(i -> hear(listening, NOON, Integer.toString(i), false));
        assertThat(history.startTime(NOON)).isEqualTo(NOON);
    }

    @Test
    void aComplaintIsNewsOnceUntilAllWasWell() {
        assertThat(history.isNews("invalid-value")).isTrue();
        assertThat(history.isNews("invalid-value")).isFalse();
        assertThat(history.isNews("timeout")).isTrue();
        history.resumed(NOON, null);
        assertThat(history.isNews("timeout")).isTrue();
    }
}
