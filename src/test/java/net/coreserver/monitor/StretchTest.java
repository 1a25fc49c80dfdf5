package net.coreserver.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Stretch stretch = new Stretch();

    private void took(int times, double seconds) {
        for (int i = 0; i < times; i++) {
            stretch.took(Duration.ofMillis(Math.round(seconds * 1000)), INTERVAL);
        }
    }

    @Test
    void aTargetThatAnswersInTimeKeepsItsInterval() {
        assertThat(stretch.effective(INTERVAL)).isEqualTo(INTERVAL);
        took(100, 9.9);
        assertThat(stretch.isStretched()).isFalse();
        assertThat(stretch.effective(INTERVAL)).isEqualTo(INTERVAL);
    }

    @Test
    void aTargetThatIsAlwaysSlowerIsPolledEveryOneAndAQuarterTimesWhatItNeeds() {
        took(3, 20);
        assertThat(stretch.isStretched()).isTrue();
        assertThat(stretch.effective(INTERVAL)).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void oneSlowAnswerChangesNothing() {
        took(10, 0.1);
        took(1, 20);
        assertThat(stretch.isStretched()).isFalse();
        took(5, 20);
        assertThat(stretch.isStretched()).isTrue();
    }

    @Test
    void itFallsBackWhenTheTargetRecovers() {
        took(3, 20);
        took(1, 0.1);
        assertThat(stretch.effective(INTERVAL)).isBetween(INTERVAL, Duration.ofSeconds(20));
        took(5, 0.1);
        assertThat(stretch.isStretched()).isFalse();
        assertThat(stretch.effective(INTERVAL)).isEqualTo(INTERVAL);
    }

    @Test
    void onTheBrinkItStaysAsItIs() {
        took(1, 11);
        assertThat(stretch.isStretched()).isTrue();
        took(50, 9);
        assertThat(stretch.isStretched()).isTrue();
        took(50, 7.9);
        assertThat(stretch.isStretched()).isFalse();
        took(50, 9);
        assertThat(stretch.isStretched()).isFalse();
    }

    @Test
    void aLongerIntervalMayBeEnough() {
        took(3, 20);
        stretch.adaptTo(Duration.ofSeconds(30));
        assertThat(stretch.isStretched()).isFalse();
        assertThat(stretch.effective(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    }
}
