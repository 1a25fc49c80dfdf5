package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final Silence silence = new Silence();

    /** Looks so often without a word being heard. */
    private void looksInVain(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(silence.lasts(0)).isFalse();
        }
    }

    @Test
    void whoSpeaksInTimeIsNeverAsked() {
        for (int i = 0; i < 10; i++) {
            silence.broken();
            looksInVain(Silence.LOOKS);
        }
    }

    @Test
    void whoIsSilentIsAskedAfterAWhile() {
        silence.broken();
        looksInVain(Silence.LOOKS);
        assertThat(silence.lasts(0)).isTrue();
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainAtEveryLook() {
        looksInVain(Silence.LOOKS - 1);
        assertThat(IntStream.range(0, 5).allMatch(silence::lasts)).isTrue();
    }

    @Test
    void anAnswerBeginsTheWaitAnew() {
        looksInVain(Silence.LOOKS - 1);
        assertThat(silence.lasts(0)).isTrue();
        looksInVain(Silence.LOOKS);
        assertThat(silence.lasts(0)).isTrue();
    }

    @Test
    void aWordIsAsGoodAsAnAnswer() {
        looksInVain(Silence.LOOKS - 1);
        assertThat(silence.lasts(0)).isTrue();
        silence.broken();
        assertThat(silence.lasts(1)).isFalse();
    }
}
