package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Anomaly;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.discovery.YangLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one list of RFC 8343, by {@code get-data} and by {@code get}. */
class IetfInterfacesTest {

    private static final InterfaceModel NMDA = new IetfInterfacesNmda();
    private static final InterfaceModel GET = new IetfInterfacesGet();

    private static Map<String, InterfaceSample> fixture() throws Exception {
        return Replies.readFixture(NMDA, "ietf-interfaces-nmda.xml");
    }

    private static InterfaceSample sample(String name) throws Exception {
        return requireNonNull(fixture().get(name), name);
    }

    @Test
    void everyLeafOfTheOneListIsRead() throws Exception {
        assertThat(sample("eth0"))
                .isEqualTo(new InterfaceSample(
                        "eth0",
                        "to the rack switch",
                        InterfaceType.of("ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-11-01T09:30:00Z"),
                        2,
                        "00:00:5e:00:53:02",
                        1_000_000_000L,
                        1500L,
                        List.of("eth0.100"),
                        List.of(),
                        List.of(
                                new IpPrefix("192.0.2.1", 24),
                                new IpPrefix("198.51.100.1", 30),
                                new IpPrefix("203.0.113.1", null)),
                        List.of(new IpPrefix("2001:db8::1", 64), new IpPrefix("fe80::200:5eff:fe00:5302", 64)),
                        new Statistics(
                                null,
                                Counter64.parse("18446744071853176047"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new Counter64(17),
                                null,
                                null,
                                null,
                                null,
                                null),
                        List.of(new Anomaly("inErrors", "-324")),
                        Map.of()));
    }

    @Test
    void whereAdminStatusIsNotSentEnabledTellsIt() throws Exception {
        InterfaceSample vlan = sample("eth0.100");
        assertThat(vlan.adminStatus()).isEqualTo(AdminStatus.Known.DOWN);
        assertThat(vlan.operStatus()).isEqualTo(OperStatus.Known.LOWER_LAYER_DOWN);
        assertThat(vlan.lowerLayerIf()).containsExactly("eth0");
        assertThat(vlan.speedBitsPerSecond()).isNull();
        assertThat(vlan.statistics()).isNull();
        assertThat(sample("wlan0").adminStatus()).isNull();
    }

    @Test
    void whoIsAboveAndWhoIsBelowIsToldByBothWhereOneTellsIt() throws Exception {
        List<InterfaceSample> samples = Replies.readData(
                GET,
                "<interfaces xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>"
                        + "<interface><name>bond0</name><higher-layer-if>bond0.7</higher-layer-if></interface>"
                        + "<interface><name>eth0</name><higher-layer-if>bond0</higher-layer-if></interface>"
                        + "<interface><name>eth1</name><higher-layer-if>bond0</higher-layer-if></interface>"
                        + "<interface><name>bond0.7</name><lower-layer-if>bond0</lower-layer-if>"
                        + "<lower-layer-if>gone</lower-layer-if></interface></interfaces>");

        assertThat(samples.getFirst().lowerLayerIf()).containsExactly("eth0", "eth1");
        assertThat(samples.getFirst().higherLayerIf()).containsExactly("bond0.7");
        assertThat(samples.getLast().lowerLayerIf()).containsExactly("bond0", "gone");
        assertThat(samples.getLast().higherLayerIf()).isEmpty();
    }

    @Test
    void anAugmentationConfusesNobody() throws Exception {
        assertThat(fixture()).containsOnlyKeys("eth0", "eth0.100", "wlan0");
        assertThat(sample("wlan0").type()).isEqualTo(new InterfaceType.Other("vendor:radio"));
        assertThat(sample("wlan0").operStatus()).isEqualTo(new OperStatus.Unrecognised("half-up"));
    }

    @Test
    void getReadsTheSameAsGetData() throws Exception {
        assertThat(Replies.readFixture(GET, "ietf-interfaces-nmda.xml")).isEqualTo(fixture());
    }

    @Test
    void theRequestsAskForTheListWhole() throws Exception {
        assertThat(Replies.request(GET, InterfaceSelection.ALL))
                .isEqualTo("<get xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><filter type=\"subtree\">"
                        + "<interfaces xmlns=\"urn:ietf:params:xml:ns:yang:ietf-interfaces\"/></filter></get>");
        assertThat(Replies.request(NMDA, InterfaceSelection.ALL))
                .contains("<get-data ")
                .contains(":operational</datastore>")
                .contains("<subtree-filter><interfaces xmlns=\"urn:ietf:params:xml:ns:yang:ietf-interfaces\"/>");
        assertThat(Replies.request(NMDA, new InterfaceSelection(Set.of("eth0"), Set.of())))
                .contains("<interface><name>eth0</name></interface></interfaces>");
    }

    @ParameterizedTest
    @CsvSource({
        "2014-05-08, ietf-netconf-nmda, false, false, true",
        "2018-02-20, ietf-netconf-nmda, true, true, true",
        "2018-02-20, ietf-yang-types, false, true, true"
    })
    void theModulesOfTheServerTellWhichWaysThereAre(
            String revision, String other, boolean nmda, boolean get, boolean state) {
        Hello hello = new Hello(
                List.of(
                        Capability.parse("urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces&revision="
                                + revision),
                        Capability.parse("urn:example?module=" + other)),
                1L);
        YangLibrary library = YangLibrary.announced(hello);

        assertThat(NMDA.announcement(hello, library).isPresent()).isEqualTo(nmda);
        assertThat(GET.announcement(hello, library).isPresent()).isEqualTo(get);
        assertThat(new IetfInterfacesState().announcement(hello, library).isPresent())
                .isEqualTo(state);
        assertThat(new IetfInterfacesState().announcement(hello, library))
                .hasValue("has the module ietf-interfaces, revision " + revision);
    }
}
