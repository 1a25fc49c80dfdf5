package net.coreserver.event.derivation;

import static net.coreserver.event.derivation.Seen.oper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import net.coreserver.event.EventKind;
import net.coreserver.event.Severity;
import net.coreserver.event.derivation.SnapshotChanges.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotChangesTest {

    private static final Seen ETH0 =
            oper("eth0", "up").withAdmin("up").withSpeed(1_000_000_000L).withPhysAddress("00:00:5e:00:53:01");

    private static Outcome first(Seen... seen) {
        return SnapshotChanges.between(null, Seen.snapshot(Seen.START, seen), true);
    }

    private static Outcome next(Outcome before, int seconds, Seen... seen) {
        return SnapshotChanges.between(before.known(), Seen.snapshot(Seen.START.plusSeconds(seconds), seen), true);
    }

    private static List<InterfaceChange> between(Seen before, Seen after) {
        return next(first(before), 10, after).changes();
    }

    private static InterfaceChange single(Seen before, Seen after) {
        List<InterfaceChange> changes = between(before, after);
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    @Test
    void theFirstSnapshotTellsNothing() {
        assertThat(first(ETH0).changes()).isEmpty();
        assertThat(first(ETH0).isNews()).isTrue();
    }

    @Test
    void whatStaysAsItIsTellsNothing() {
        Outcome second = next(first(ETH0.withCounter(Seen.START, 10L)), 10, ETH0.withCounter(Seen.START, 20L));
        assertThat(second.changes()).isEmpty();
        assertThat(second.isNews()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "down, up, LINK_UP, Interface eth0 came up",
        "lower-layer-down, up, LINK_UP, Interface eth0 came up",
        "up, down, LINK_DOWN, Interface eth0 went down",
        "up, lower-layer-down, LINK_DOWN, Interface eth0 went down (lower-layer-down)",
        "up, warming-up, LINK_DOWN, Interface eth0 went down (warming-up)",
        "dormant, down, OPER_STATUS_CHANGED, Interface eth0 went from dormant to down"
    })
    void theOperationalStateDecidesTheKind(String from, String to, EventKind kind, String message) {
        InterfaceChange change = single(ETH0.withOper(from), ETH0.withOper(to));
        assertThat(change.kind()).isEqualTo(kind);
        assertThat(change.severity()).isEqualTo(kind.severity());
        assertThat(change.message()).isEqualTo(message);
        assertThat(change.data()).isEqualTo(Map.of("operStatus", Map.of("from", from, "to", to)));
    }

    @Test
    void anInterfaceThatIsShutDownOnPurposeIsNoWarning() {
        InterfaceChange change = single(ETH0, ETH0.withAdmin("down").withOper("down"));
        assertThat(change.kind()).isEqualTo(EventKind.LINK_DOWN);
        assertThat(change.severity()).isEqualTo(Severity.INFO);
        assertThat(change.message()).isEqualTo("Interface eth0 was shut down");
        assertThat(change.data())
                .isEqualTo(Map.of(
                        "adminStatus", Map.of("from", "up", "to", "down"),
                        "operStatus", Map.of("from", "up", "to", "down")));
    }

    @Test
    void anInterfaceThatIsEnabledAndComesUpIsOneEvent() {
        InterfaceChange change = single(ETH0.withAdmin("down").withOper("down"), ETH0);
        assertThat(change.kind()).isEqualTo(EventKind.LINK_UP);
        assertThat(change.message()).isEqualTo("Interface eth0 was enabled and came up");
    }

    @Test
    void theAdministrativeStateAloneIsAKindOfItsOwn() {
        InterfaceChange change =
                single(ETH0.withOper("down"), ETH0.withOper("down").withAdmin("down"));
        assertThat(change.kind()).isEqualTo(EventKind.ADMIN_STATUS_CHANGED);
        assertThat(change.message()).isEqualTo("Interface eth0 was disabled");
        assertThat(change.data()).isEqualTo(Map.of("adminStatus", Map.of("from", "up", "to", "down")));
    }

    @Test
    void speedAndAddressesThatChangeWithTheStateHaveTheSameCause() {
        Seen down = ETH0.withOper("down").withSpeed(10_000_000L);
        InterfaceChange change = single(ETH0.withIpv4("192.0.2.1"), down);
        assertThat(change.kind()).isEqualTo(EventKind.LINK_DOWN);
        assertThat(change.data())
                .containsEntry("speed", Map.of("from", 1_000_000_000L, "to", 10_000_000L))
                .containsKey("ipv4");
    }

    @Test
    void aSpeedOfItsOwnIsTold() {
        InterfaceChange change = single(ETH0, ETH0.withSpeed(100_000_000L));
        assertThat(change.kind()).isEqualTo(EventKind.SPEED_CHANGED);
        assertThat(change.message()).isEqualTo("Interface eth0 runs at 100000000 bit/s, was 1000000000");
    }

    @Test
    void addressesAreToldOnceForAllOfThem() {
        InterfaceChange change = single(
                ETH0.withIpv4("192.0.2.1", "192.0.2.2"),
                ETH0.withIpv4("192.0.2.2", "192.0.2.3").withPhysAddress("00:00:5e:00:53:02"));
        assertThat(change.kind()).isEqualTo(EventKind.ADDRESS_CHANGED);
        assertThat(change.data())
                .isEqualTo(Map.of(
                        "physAddress",
                        Map.of("from", "00:00:5e:00:53:01", "to", "00:00:5e:00:53:02"),
                        "ipv4",
                        Map.of(
                                "added", List.of(Map.of("ip", "192.0.2.3", "prefixLength", 24)),
                                "removed", List.of(Map.of("ip", "192.0.2.1", "prefixLength", 24)))));
    }

    @Test
    void theSameAddressesInAnotherOrderAreNoChange() {
        assertThat(between(ETH0.withIpv4("192.0.2.1", "192.0.2.2"), ETH0.withIpv4("192.0.2.2", "192.0.2.1")))
                .isEmpty();
    }

    @Test
    void aLeafThatIsMissingMakesNoChangeAndIsNotForgotten() {
        Outcome silent = next(first(ETH0), 10, oper("eth0", null));
        assertThat(silent.changes()).isEmpty();
        assertThat(silent.isNews()).isFalse();
        assertThat(next(silent, 20, ETH0).changes()).isEmpty();
        assertThat(next(silent, 20, ETH0.withOper("down")).changes())
                .extracting(InterfaceChange::kind)
                .containsExactly(EventKind.LINK_DOWN);
    }

    @Test
    void aLeafThatComesForTheFirstTimeMakesNoChangeButIsKept() {
        Outcome known = next(first(oper("eth0", null)), 10, ETH0);
        assertThat(known.changes()).isEmpty();
        assertThat(known.isNews()).isTrue();
    }

    @Test
    void interfacesAppearAndVanish() {
        Outcome second = next(first(ETH0, oper("eth1", "up")), 10, ETH0, oper("eth2", "up"), oper("eth3", null));
        assertThat(second.changes())
                .extracting(InterfaceChange::kind, InterfaceChange::interfaceName, InterfaceChange::message)
                .containsExactly(
                        tuple(EventKind.INTERFACE_APPEARED, "eth2", "Interface eth2 appeared, up"),
                        tuple(EventKind.INTERFACE_APPEARED, "eth3", "Interface eth3 appeared"),
                        tuple(EventKind.INTERFACE_VANISHED, "eth1", "Interface eth1 vanished"));
    }

    @Test
    void interfacesThatComeAndGoDoNotCountWhenOthersAreAskedFor() {
        Outcome before = first(ETH0, oper("eth1", "up"));
        Outcome after = SnapshotChanges.between(
                before.known(),
                Seen.snapshot(Seen.START.plusSeconds(10), ETH0.withOper("down"), oper("eth2", "up")),
                false);
        assertThat(after.changes()).extracting(InterfaceChange::kind).containsExactly(EventKind.LINK_DOWN);
    }

    @Test
    void ofANameThatCameTwiceTheFirstCounts() {
        Seen second = ETH0.withOper("down").withSpeed(1L);
        assertThat(next(first(ETH0, second), 10, ETH0, second).changes()).isEmpty();
        assertThat(next(first(ETH0, second), 10, second, ETH0).changes()).hasSize(1);
        assertThat(next(first(ETH0, second), 10).changes())
                .extracting(InterfaceChange::kind)
                .containsExactly(EventKind.INTERFACE_VANISHED);
    }

    @Test
    void countersThatBeginAnewAreToldOnce() {
        Outcome before = first(ETH0.withCounter(Seen.START, 1_000_000L));
        Outcome moved = next(before, 10, ETH0.withCounter(Seen.START.plusSeconds(9), 1_500_000L));
        assertThat(moved.changes()).extracting(InterfaceChange::kind).containsExactly(EventKind.COUNTER_RESET);
        assertThat(moved.isNews()).isTrue();
        // The counters follow in the next reply.
        Outcome followed = next(moved, 20, ETH0.withCounter(Seen.START.plusSeconds(9), 10L));
        assertThat(followed.changes()).isEmpty();
        assertThat(next(followed, 30, ETH0.withCounter(Seen.START.plusSeconds(29), 20L))
                        .changes())
                .extracting(InterfaceChange::message)
                .containsExactly("The counters of interface eth0 began anew");
    }

    @Test
    void aCounterThatWrapsIsNoReset() {
        Outcome before = first(ETH0.withCounter(Seen.START, 4_294_967_000L));
        assertThat(next(before, 10, ETH0.withCounter(Seen.START, 1_000L)).changes())
                .isEmpty();
        assertThat(next(first(ETH0.withCounter(null, 1_000L)), 10, ETH0.withCounter(null, 10L))
                        .changes())
                .extracting(InterfaceChange::kind)
                .containsExactly(EventKind.COUNTER_RESET);
    }

    @Test
    void anInterfaceThatHasJustAppearedHasNoReset() {
        assertThat(next(first(), 10, ETH0.withCounter(Seen.START.plusSeconds(5), 1L))
                        .changes())
                .extracting(InterfaceChange::kind)
                .containsExactly(EventKind.INTERFACE_APPEARED);
    }

    @Test
    void whatAPeerSendsIsBounded() {
        String name = "x".repeat(10_000);
        InterfaceChange change = single(oper(name, "up"), oper(name, "y".repeat(10_000)));
        assertThat(change.interfaceName()).isEqualTo(name);
        assertThat(change.message()).hasSizeLessThan(300);
        assertThat(change.data().toString()).hasSizeLessThan(1_100);
    }
}
