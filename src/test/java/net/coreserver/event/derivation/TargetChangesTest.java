package net.coreserver.event.derivation;

import static net.coreserver.netconf.FailureKind.AUTHENTICATION;
import static net.coreserver.netconf.FailureKind.HOST_KEY;
import static net.coreserver.netconf.FailureKind.TIMEOUT;
import static net.coreserver.netconf.FailureKind.TRANSPORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.coreserver.event.EventKind;
import net.coreserver.monitor.TargetStatus;
import org.junit.jupiter.api.Test;

class TargetChangesTest {

    private TargetStanding standing = TargetStanding.UNKNOWN;

    private List<TargetChange> follow(TargetStatus... statuses) {
        List<TargetChange> changes = new ArrayList<>();
        for (TargetStatus status : statuses) {
            TargetChanges.Outcome outcome = TargetChanges.after(standing, status, "edge-1");
            changes.addAll(outcome.changes());
            standing = outcome.standing();
        }
        return changes;
    }

    private List<EventKind> kinds(TargetStatus... statuses) {
        return follow(statuses).stream().map(TargetChange::kind).toList();
    }

    @Test
    void theFirstTimeUpIsTold() {
        assertThat(kinds(Statuses.connecting(), Statuses.up(), Statuses.up())).containsExactly(EventKind.TARGET_UP);
    }

    @Test
    void anOutageIsToldOnceHoweverOftenItIsTried() {
        var _ = follow(Statuses.up());
        assertThat(follow(Statuses.down(TRANSPORT))).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(EventKind.TARGET_DOWN);
            assertThat(change.message()).isEqualTo("edge-1 is down (transport)");
            assertThat(change.data()).isEqualTo(Map.of("failure", Map.of("kind", "transport", "message", "it failed")));
        });
        assertThat(follow(
                        Statuses.down(TRANSPORT),
                        Statuses.down(TIMEOUT),
                        Statuses.connecting(),
                        Statuses.down(TIMEOUT)))
                .isEmpty();
        assertThat(follow(Statuses.up())).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(EventKind.TARGET_UP);
            assertThat(change.data()).isEqualTo(Map.of("before", "down"));
        });
    }

    @Test
    void aRefusalIsToldInsteadOfTheOutageThatBeginsWithIt() {
        assertThat(kinds(Statuses.down(HOST_KEY), Statuses.down(HOST_KEY))).containsExactly(EventKind.HOST_KEY_CHANGED);
        assertThat(kinds(Statuses.up(), Statuses.down(AUTHENTICATION)))
                .containsExactly(EventKind.TARGET_UP, EventKind.CREDENTIALS_REFUSED);
    }

    @Test
    void aRefusalThatComesLaterIsToldOnceInAnOutage() {
        assertThat(kinds(
                        Statuses.down(TRANSPORT),
                        Statuses.down(HOST_KEY),
                        Statuses.down(AUTHENTICATION),
                        Statuses.down(HOST_KEY),
                        Statuses.down(TRANSPORT),
                        Statuses.down(AUTHENTICATION)))
                .containsExactly(EventKind.TARGET_DOWN, EventKind.HOST_KEY_CHANGED, EventKind.CREDENTIALS_REFUSED);
        assertThat(kinds(Statuses.up(), Statuses.down(HOST_KEY)))
                .containsExactly(EventKind.TARGET_UP, EventKind.HOST_KEY_CHANGED);
    }

    @Test
    void aTargetWhosePollsFailIsDegradedUntilTheySucceed() {
        assertThat(kinds(
                        Statuses.up(),
                        Statuses.degraded(TIMEOUT),
                        Statuses.degraded(TRANSPORT),
                        Statuses.up(),
                        Statuses.degraded(TIMEOUT),
                        Statuses.down(TIMEOUT)))
                .containsExactly(
                        EventKind.TARGET_UP,
                        EventKind.TARGET_DEGRADED,
                        EventKind.TARGET_UP,
                        EventKind.TARGET_DEGRADED,
                        EventKind.TARGET_DOWN);
    }

    @Test
    void aTargetThatMerelyLagsIsUpAndSlow() {
        assertThat(kinds(Statuses.lagging(), Statuses.lagging()))
                .containsExactly(EventKind.TARGET_UP, EventKind.TARGET_SLOW);
        assertThat(kinds(Statuses.up(), Statuses.up())).containsExactly(EventKind.TARGET_ON_TIME);
    }

    @Test
    void aTargetThatIsSlowStaysSlowThroughAnOutage() {
        assertThat(kinds(
                        Statuses.lagging(),
                        Statuses.degraded(TIMEOUT),
                        Statuses.down(TIMEOUT),
                        Statuses.lagging(),
                        Statuses.up()))
                .containsExactly(
                        EventKind.TARGET_UP,
                        EventKind.TARGET_SLOW,
                        EventKind.TARGET_DEGRADED,
                        EventKind.TARGET_DOWN,
                        EventKind.TARGET_UP,
                        EventKind.TARGET_ON_TIME);
    }

    @Test
    void whatIsRememberedIsNoNews() {
        assertThat(kinds(Statuses.remembered())).isEmpty();
        assertThat(standing).isEqualTo(TargetStanding.UNKNOWN);
    }

    @Test
    void aTargetThatIsDisabledIsForgottenInSilence() {
        assertThat(kinds(Statuses.up(), Statuses.disabled(), Statuses.connecting(), Statuses.up()))
                .containsExactly(EventKind.TARGET_UP, EventKind.TARGET_UP);
    }
}
