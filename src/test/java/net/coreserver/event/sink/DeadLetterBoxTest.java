package net.coreserver.event.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.coreserver.event.sink.Standing.Letter;
import org.junit.jupiter.api.Test;

class DeadLetterBoxTest {

    private static final int UNDER_WAY = 1_000;

    private final DeadLetterBox box = new DeadLetterBox();

    private void add(long first, long last) {
        for (long event = first; event <= last; event++) {
            box.add(new Letter(event, Instant.EPOCH, 1, "HTTP 400"));
        }
    }

    @Test
    void whatIsOnItsWayIntoTheStoreIsNotDiscardedBesides() {
        add(1, DeadLetterBox.CAPACITY);
        List<Letter> underWay = box.toKeep(UNDER_WAY).letters().subList(0, UNDER_WAY);
        add(DeadLetterBox.CAPACITY + 1, DeadLetterBox.CAPACITY + 25);
        assertThat(box.discarded()).isZero();
        box.kept(underWay, UNDER_WAY, 0);
        assertThat(box.toKeep(UNDER_WAY).letters())
                .extracting(Letter::event)
                .startsWith(UNDER_WAY + 1L)
                .hasSize(UNDER_WAY + 1);
        assertThat(box.discarded()).isZero();
    }

    @Test
    void ofThoseThatOnlyWaitTheOldestGoes() {
        add(1, DeadLetterBox.CAPACITY);
        List<Letter> underWay = box.toKeep(UNDER_WAY).letters().subList(0, UNDER_WAY);
        add(DeadLetterBox.CAPACITY + 1, DeadLetterBox.CAPACITY + UNDER_WAY + 3);
        assertThat(box.discarded()).isEqualTo(3);
        box.kept(underWay, UNDER_WAY, 0);
        assertThat(box.toKeep(UNDER_WAY))
                .returns(3L, DeadLetterBox.ToKeep::discarded)
                .satisfies(next -> assertThat(next.letters().getFirst().event()).isEqualTo(UNDER_WAY + 4L));
    }

    @Test
    void whenNothingIsUnderWayTheOldestGoes() {
        add(1, DeadLetterBox.CAPACITY + 2);
        assertThat(box.discarded()).isEqualTo(2);
        assertThat(box.toKeep(1).letters()).extracting(Letter::event).containsExactly(3L, 4L);
    }
}
