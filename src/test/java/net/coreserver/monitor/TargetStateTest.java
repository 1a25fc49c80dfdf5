package net.coreserver.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetStateTest {

    @ParameterizedTest
    @EnumSource(TargetState.class)
    void stayingIsNoStep(TargetState state) {
        assertThat(state.canBecome(state)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TargetState.class)
    void aChangeOfTheConfigurationMovesATargetBackFromEverywhere(TargetState state) {
        assertThat(state == TargetState.DISABLED || state.canBecome(TargetState.DISABLED))
                .isTrue();
        assertThat(state == TargetState.CONNECTING || state.canBecome(TargetState.CONNECTING))
                .isTrue();
    }

    @Test
    void aTargetThatIsDownComesUpWithoutAnotherStateBetween() {
        assertThat(TargetState.DOWN.canBecome(TargetState.UP)).isTrue();
    }

    @Test
    void aDisabledTargetHasToConnectFirst() {
        assertThat(TargetState.values())
                .filteredOn(TargetState.DISABLED::canBecome)
                .containsExactly(TargetState.CONNECTING);
    }
}
