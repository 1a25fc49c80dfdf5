package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.coreserver.api.testing.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MaxAgeTest {

    @Test
    void withoutAFieldAnyAgeWillDo() {
        assertThat(MaxAge.of(null).limit()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-store",
                "max-stale",
                "min-fresh=5",
                "only-if-cached",
                "max-age=9999999999999",
                "x-max-age=1"
            })
    void whatIsNoLimitLeavesAnyAge(String field) {
        assertThat(MaxAge.of(field).limit()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-cache",
                "No-Cache",
                "max-age=0",
                "max-age=00",
                "max-age=60, no-cache",
                "no-cache,max-age=60",
                "max-age=",
                "max-age=-1",
                "max-age=soon",
                "max-age=1.5",
            })
    void nothingButANewPollWillDo(String field) {
        assertThat(MaxAge.of(field).accepts(FakeClock.START, FakeClock.START)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {"max-age=5 -> 5", "MAX-AGE=60 -> 60", "no-transform, max-age=7 -> 7", "max-age=\"8\" -> 8"})
    void aLimitIsInSeconds(String field, long seconds) {
        assertThat(MaxAge.of(field).limit()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aSnapshotOfJustTheLimitIsNewEnough() {
        MaxAge maxAge = MaxAge.of("max-age=5");

        assertThat(maxAge.accepts(FakeClock.START, FakeClock.START.plusSeconds(5)))
                .isTrue();
        assertThat(maxAge.accepts(
                        FakeClock.START, FakeClock.START.plusSeconds(5).plusNanos(1)))
                .isFalse();
    }
}
