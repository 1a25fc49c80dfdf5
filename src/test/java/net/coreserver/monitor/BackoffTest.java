package net.coreserver.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import net.coreserver.netconf.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffTest {

    @Test
    void theWaitDoublesUpToAMinute() {
        Backoff backoff = new Backoff(() -> 1);
        assertThat(Stream.generate(() -> backoff.afterFailure(FailureKind.TRANSPORT))
                        .limit(8)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void aRefusedLoginWaitsFarLonger() {
        Backoff backoff = new Backoff(() -> 1);
        assertThat(Stream.generate(() -> backoff.afterFailure(FailureKind.AUTHENTICATION))
                        .limit(5)
                        .map(Duration::toMinutes))
                .containsExactly(5L, 10L, 20L, 40L, 60L);
    }

    @Test
    void afterASuccessTheRowStartsAnew() {
        Backoff backoff = new Backoff(() -> 1);
        backoff.afterFailure(FailureKind.TIMEOUT);
        backoff.afterFailure(FailureKind.TIMEOUT);
        backoff.reset();
        assertThat(backoff.afterFailure(FailureKind.TIMEOUT)).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void jitterTakesUpToHalfAway(FailureKind kind) {
        Duration longest = new Backoff(() -> 1).afterFailure(kind);
        Duration shortest = new Backoff(() -> 0).afterFailure(kind);
        assertThat(shortest).isEqualTo(longest.dividedBy(2));
    }

    @Test
    void noRowOfFailuresIsTooLong() {
        Backoff backoff = new Backoff(() -> 1);
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.afterFailure(FailureKind.TRANSPORT))
                    .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        }
    }
}
