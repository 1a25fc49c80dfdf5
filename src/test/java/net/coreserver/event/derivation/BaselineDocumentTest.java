package net.coreserver.event.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.coreserver.event.derivation.TargetStanding.Health;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.netconf.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineDocumentTest {

    private static final Seen FULL = Seen.oper("eth0", "lower-layer-down")
            .withAdmin("up")
            .withIfIndex(4)
            .withPhysAddress("00:00:5e:00:53:01")
            .withSpeed(10_000_000_000L)
            .withIpv4("192.0.2.1", "192.0.2.2")
            .withCounter(Seen.START, 99L);

    private static BaselineDocument document(Seen... seen) {
        Snapshot snapshot = Seen.snapshot(Seen.START, seen);
        return new BaselineDocument(
                "192.0.2.10",
                830,
                new TargetStanding(Health.DOWN, EnumSet.of(FailureKind.HOST_KEY), true),
                "abc",
                "def",
                KnownInterfaces.of(snapshot, Map.of(), Set.of(), seen.length));
    }

    private static BaselineDocument again(BaselineDocument written) {
        return BaselineDocument.read(written.write()).orElseThrow();
    }

    @Test
    void whatIsWrittenIsReadAgainWithoutCounters() {
        BaselineDocument read = again(document(FULL, Seen.oper("odd \"name\"\n", null)));
        assertThat(read.host()).isEqualTo("192.0.2.10");
        assertThat(read.port()).isEqualTo(830);
        assertThat(read.standing()).isEqualTo(new TargetStanding(Health.DOWN, EnumSet.of(FailureKind.HOST_KEY), true));
        assertThat(read.capabilities()).isEqualTo("abc");
        assertThat(read.selection()).isEqualTo("def");
        KnownInterfaces interfaces = Objects.requireNonNull(read.interfaces());
        assertThat(interfaces.size()).isEqualTo(2);
        InterfaceSample sample = Objects.requireNonNull(interfaces.find("eth0"));
        assertThat(InterfaceComparison.isSame(sample, FULL.sample())).isTrue();
        assertThat(sample.ifIndex()).isEqualTo(4);
        assertThat(Objects.requireNonNull(sample.statistics()).discontinuityTime())
                .isEqualTo(Seen.START);
        assertThat(sample.statistics().inOctets()).isNull();
        assertThat(interfaces.find("odd \"name\"\n")).isNotNull();
    }

    @Test
    void whatIsReadIsWrittenAsItWas() {
        String text = document(FULL, Seen.oper("eth1", "up")).write();
        assertThat(BaselineDocument.read(text).orElseThrow().write()).isEqualTo(text);
    }

    @Test
    void whatIsNotKnownStaysNotKnown() {
        BaselineDocument nothing = new BaselineDocument("host", 1, TargetStanding.UNKNOWN, null, "def", null);
        assertThat(again(nothing)).isEqualTo(nothing);
    }

    @Test
    void addressesStayAsTheyWereSent() {
        for (IpPrefix address : List.of(
                new IpPrefix("2001:db8::1", 64),
                new IpPrefix("192.0.2.1", null),
                new IpPrefix("192.0.2.1/24", null),
                new IpPrefix("156.56.6/24", 8),
                new IpPrefix("odd/", null))) {
            InterfaceSample sample = new InterfaceSample(
                    "eth0",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(address),
                    List.of(),
                    null);
            BaselineDocument written = new BaselineDocument(
                    "host", 1, TargetStanding.UNKNOWN, null, "def", KnownInterfaces.of(List.of(sample)));
            KnownInterfaces read = Objects.requireNonNull(again(written).interfaces());
            assertThat(Objects.requireNonNull(read.find("eth0")).ipv4()).containsExactly(address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "{}",
                "[1]",
                "{\"host\": 1, \"selection\": \"a\"}",
                "{\"host\": \"a\", \"selection\": \"a\", \"interfaces\": {\"eth0\": {\"since\": \"yesterday\"}}}",
                "{\"host\": \"a\", \"selection\": \"a\", \"interfaces\": {\"\": {}}}"
            })
    void whatIsNoneOfOursIsNone(String text) {
        assertThat(BaselineDocument.read(text)).isEmpty();
    }
}
