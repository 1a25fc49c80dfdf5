package net.coreserver.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetStateTest {

    @ParameterizedTest
    @EnumSource(TargetState.class)
    void stayingIsNoStepAndNothingGoesBackToConnecting(TargetState state) {
        assertThat(state.canBecome(state)).isFalse();
        assertThat(state.canBecome(TargetState.CONNECTING)).isFalse();
    }

    @Test
    void aTargetThatIsDownComesUpWithoutAnotherStateBetween() {
        assertThat(TargetState.DOWN.canBecome(TargetState.UP)).isTrue();
    }

    @Test
    void aDisabledTargetStaysSo() {
        assertThat(TargetState.values()).noneMatch(TargetState.DISABLED::canBecome);
    }
}
