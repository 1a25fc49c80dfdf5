package net.coreserver.event.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {

    @Test
    void itDoublesUpToTheLongestAndBeginsAnew() {
        GrowingPause pause = new GrowingPause(Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 1);
        assertThat(Stream.generate(pause::next).limit(5).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 5L, 5L);
        pause.reset();
        assertThat(pause.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void itIsBetweenHalfAndAllOfThat() {
        GrowingPause pause = new GrowingPause(Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 0);
        assertThat(pause.next()).isEqualTo(Duration.ofMillis(500));
    }
}
