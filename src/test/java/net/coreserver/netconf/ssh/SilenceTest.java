package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final Silence silence = new Silence();

    @Test
    void whoSpeaksBetweenTwoLooksIsNeverAsked() {
        for (int i = 0; i < 10; i++) {
            silence.broken();
            assertThat(silence.lasts(0)).isFalse();
            assertThat(silence.lasts(0)).isFalse();
        }
    }

    @Test
    void whoIsSilentIsAskedAfterAWhile() {
        silence.broken();
        assertThat(silence.lasts(0)).isFalse();
        assertThat(silence.lasts(0)).isFalse();
        assertThat(silence.lasts(0)).isTrue();
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainAtEveryLook() {
        assertThat(silence.lasts(0)).isFalse();
        assertThat(IntStream.range(0, 5).allMatch(silence::lasts)).isTrue();
    }

    @Test
    void anAnswerBeginsTheWaitAnew() {
        assertThat(silence.lasts(0)).isFalse();
        assertThat(silence.lasts(0)).isTrue();
        assertThat(silence.lasts(0)).isFalse();
        assertThat(silence.lasts(0)).isFalse();
        assertThat(silence.lasts(0)).isTrue();
    }

    @Test
    void aWordIsAsGoodAsAnAnswer() {
        assertThat(silence.lasts(0)).isFalse();
        assertThat(silence.lasts(0)).isTrue();
        silence.broken();
        assertThat(silence.lasts(1)).isFalse();
    }
}
