package net.coreserver.event.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.coreserver.event.EventKind;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {

    private final ErrorRates errorRates = new ErrorRates();
    private int seconds;

    private static Rates rates(double inErrors, double outErrors, double inDiscards, double intervalSeconds) {
        double gap = Rates.GAP;
        return new Rates(gap, gap, gap, gap, gap, gap, inErrors, outErrors, inDiscards, gap, intervalSeconds);
    }

    private Snapshot snapshot(Rates rates) {
        seconds += 10;
        return Seen.snapshot(
                Seen.START.plusSeconds(seconds), Duration.ZERO, Map.of("eth0", rates), Seen.oper("eth0", "up"));
    }

    private List<EventKind> follow(Rates... rates) {
        List<EventKind> kinds = new ArrayList<>();
        for (Rates each : rates) {
            errorRates.follow(snapshot(each)).forEach(change -> kinds.add(change.kind()));
        }
        return kinds;
    }

    @Test
    void errorsThatClimbInTwoSnapshotsAreToldOnce() {
        assertThat(follow(rates(0.6, 0.5, 0, 10))).isEmpty();
        assertThat(errorRates.follow(snapshot(rates(0.6, 0.5, 0, 10))))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(EventKind.ERRORS_CLIMBING);
                    assertThat(change.message()).isEqualTo("Interface eth0 counts 1 errors per second");
                    assertThat(change.data())
                            .containsEntry("inErrorsPerSecond", 0.6)
                            .containsEntry("outErrorsPerSecond", 0.5)
                            .doesNotContainKey("outDiscardsPerSecond");
                });
        assertThat(follow(rates(5, 5, 0, 10), rates(5, 5, 0, 10))).isEmpty();
    }

    @Test
    void oneSnapshotOfErrorsIsNotEnough() {
        assertThat(follow(rates(9, 0, 0, 10), rates(0.5, 0, 0, 10), rates(9, 0, 0, 10)))
                .isEmpty();
    }

    @Test
    void discardsCountAsWell() {
        assertThat(follow(rates(0, 0, 2, 10), rates(0, 0, 2, 10))).containsExactly(EventKind.ERRORS_CLIMBING);
    }

    @Test
    void pollsThatShareTheirRatesCountOnce() {
        Rates shared = rates(9, 0, 0, 10);
        assertThat(follow(shared, shared, shared)).isEmpty();
    }

    @Test
    void theyCeaseAfterAMinuteOfSnapshotsWithoutAny() {
        var _ = follow(rates(9, 0, 0, 10), rates(9, 0, 0, 10));
        assertThat(follow(rates(0, 0, 0, 30), rates(0.01, 0, 0, 20), rates(0, 0, 0, 30)))
                .isEmpty();
        assertThat(follow(rates(0, 0, 0, 30))).containsExactly(EventKind.ERRORS_CEASED);
        assertThat(follow(rates(0, 0, 0, 90))).isEmpty();
        assertThat(follow(rates(9, 0, 0, 10), rates(9, 0, 0, 10))).containsExactly(EventKind.ERRORS_CLIMBING);
    }

    @Test
    void aFewErrorsThatWereNeverToldDoNotCease() {
        assertThat(follow(rates(0.1, 0, 0, 10), rates(0, 0, 0, 90))).isEmpty();
    }

    @Test
    void anInterfaceThatVanishesIsForgotten() {
        var _ = follow(rates(9, 0, 0, 10));
        assertThat(errorRates.follow(Seen.snapshot(Seen.START, Seen.oper("eth1", "up"))))
                .isEmpty();
        assertThat(follow(rates(9, 0, 0, 10))).isEmpty();
    }
}
