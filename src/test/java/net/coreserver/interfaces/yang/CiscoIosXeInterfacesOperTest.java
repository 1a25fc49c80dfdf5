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
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.discovery.YangLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiscoIosXeInterfacesOperTest {

    private static final CiscoIosXeInterfacesOper MODEL = new CiscoIosXeInterfacesOper();

    private static final String LEAVES = "<interface-type/><admin-status/><oper-status/><last-change/><if-index/>"
            + "<phys-address/><higher-layer-if/><lower-layer-if/><speed/><statistics/><vrf/><ipv4/><ipv4-subnet-mask/>"
            + "<description/><mtu/><bia-address/><ipv6-addrs/><lag-aggregate-state><members/></lag-aggregate-state>"
            + "<ether-state><negotiated-duplex-mode/><negotiated-port-speed/><auto-negotiate/><media-type/></ether-state>";

    private static InterfaceSample fixture(String name) throws Exception {
        return requireNonNull(
                Replies.readFixture(MODEL, "cisco-ios-xe-interfaces-oper.xml").get(name));
    }

    private static InterfaceSample with(String leaves) throws Exception {
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                "<interfaces xmlns='http://cisco.com/ns/yang/Cisco-IOS-XE-interfaces-oper'><interface><name>a</name>"
                        + leaves + "</interface><interface><name>b</name></interface></interfaces>");
        assertThat(samples).extracting(InterfaceSample::name).containsExactly("a", "b");
        return samples.getFirst();
    }

    @Test
    void theRequestAsksForTheLeavesThatAreRead() throws Exception {
        assertThat(CiscoTexts.filter(MODEL, InterfaceSelection.ALL))
                .isEqualTo(
                        "<interfaces xmlns=\"http://cisco.com/ns/yang/Cisco-IOS-XE-interfaces-oper\"><interface><name/>"
                                + LEAVES + "</interface></interfaces>");
    }

    @Test
    void theServerLeavesOutInterfacesThatAreNotAskedFor() throws Exception {
        assertThat(CiscoTexts.filter(MODEL, new InterfaceSelection(Set.of("Control Plane"), Set.of())))
                .isEqualTo("<interfaces xmlns=\"http://cisco.com/ns/yang/Cisco-IOS-XE-interfaces-oper\"><interface>"
                        + "<name>Control Plane</name>" + LEAVES + "</interface></interfaces>");
    }

    @Test
    void everyInterfaceIsReadOnceAndNoOther() throws Exception {
        assertThat(Replies.readFixture(MODEL, "cisco-ios-xe-interfaces-oper.xml"))
                .containsOnlyKeys(
                        "TenGigabitEthernet1/1/1", "GigabitEthernet1.10", "Port-channel1", "Control Plane", "Vlan1");
    }

    @Test
    void everyLeafIsRead() throws Exception {
        InterfaceSample sample = fixture("TenGigabitEthernet1/1/1");
        assertThat(sample)
                .isEqualTo(new InterfaceSample(
                        "TenGigabitEthernet1/1/1",
                        "to the core & back",
                        InterfaceType.translated("iana-iftype-ethernet-csmacd", "ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-11-01T12:30:00.078Z"),
                        9,
                        "00:00:5e:00:53:0a",
                        10_240_000_000L,
                        9198L,
                        List.of("Port-channel1"),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.1", 30)),
                        List.of(new IpPrefix("FE80::200:5EFF:FE00:530A", null), new IpPrefix("2001:DB8::1", null)),
                        new Statistics(
                                Instant.parse("2026-10-30T08:00:00Z"),
                                Counter64.parse("18446744071853176047"),
                                new Counter64(2),
                                new Counter64(3),
                                new Counter64(4),
                                new Counter64(4_294_967_301L),
                                new Counter64(6),
                                new Counter64(7),
                                new Counter64(5_000_000_000L),
                                new Counter64(9),
                                new Counter64(10),
                                new Counter64(11),
                                new Counter64(12),
                                new Counter64(13)),
                        List.of(),
                        sample.extra()));
        assertThat(sample.extra())
                .containsExactly(
                        Map.entry("num-flaps", "21"),
                        Map.entry("in-crc-errors", "14"),
                        Map.entry("vrf", "blue"),
                        Map.entry("bia-address", "00:00:5e:00:53:0b"),
                        Map.entry("negotiated-duplex-mode", "full-duplex"),
                        Map.entry("negotiated-port-speed", "speed-10gb"),
                        Map.entry("auto-negotiate", "true"),
                        Map.entry("media-type", "ether-media-type-sfp-plus"));
    }

    @Test
    void theNarrowCountersHoldWhereThereAreNoWideOnes() throws Exception {
        assertThat(fixture("GigabitEthernet1.10").statistics())
                .isEqualTo(CiscoTexts.counters("1", null, "3", null, "5", "6", "7", "8", null, null, null, null, null));
    }

    @Test
    void aWideCounterHoldsWhereverItStands() throws Exception {
        String wide = "<out-octets-64>5000000000</out-octets-64>";
        String narrow = "<out-octets>705032704</out-octets>";
        for (String counters : List.of(wide + narrow, narrow + wide)) {
            Statistics statistics =
                    with("<statistics>" + counters + "</statistics>").statistics();
            assertThat(requireNonNull(statistics).outOctets()).isEqualTo(new Counter64(5_000_000_000L));
        }
    }

    @Test
    void whatASubinterfaceStandsOnIsNotGuessedFromItsName() throws Exception {
        InterfaceSample sample = fixture("GigabitEthernet1.10");
        assertThat(sample.lowerLayerIf()).isEmpty();
        assertThat(sample.ipv4()).isEmpty();
        assertThat(sample.extra()).isEmpty();
        assertThat(sample.operStatus()).isEqualTo(OperStatus.Known.LOWER_LAYER_DOWN);
    }

    @Test
    void theMembersOfAPortChannelAreBelowIt() throws Exception {
        InterfaceSample sample = fixture("Port-channel1");
        assertThat(sample.lowerLayerIf()).containsExactly("TenGigabitEthernet1/1/1", "TenGigabitEthernet1/1/2");
        assertThat(sample.type()).isEqualTo(InterfaceType.translated("iana-iftype-ieee8023-adlag", "ieee8023adLag"));
        assertThat(sample.adminStatus()).isEqualTo(AdminStatus.Known.DOWN);
        assertThat(sample.operStatus()).isEqualTo(OperStatus.Known.DOWN);
        assertThat(sample.statistics()).isNull();
    }

    @Test
    void theIndexZeroIsKeptAndATimeOfNeverIsNone() throws Exception {
        InterfaceSample sample = fixture("Control Plane");
        assertThat(sample.ifIndex()).isZero();
        assertThat(sample.mtuOctets()).isZero();
        assertThat(sample.lastChange()).isNull();
        assertThat(sample.description()).isNull();
        assertThat(sample.adminStatus()).isEqualTo(AdminStatus.Known.TESTING);
        assertThat(sample.operStatus()).isEqualTo(OperStatus.Known.NOT_PRESENT);
    }

    @Test
    void whatCannotBeCostsNothingButItself() throws Exception {
        InterfaceSample sample = fixture("Vlan1");
        assertThat(sample)
                .isEqualTo(new InterfaceSample(
                        "Vlan1",
                        null,
                        new InterfaceType.Other("iana-iftype-warp-drive"),
                        new AdminStatus.Unrecognised("if-state-half"),
                        new OperStatus.Unrecognised("sideways"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.9", null)),
                        List.of(),
                        CiscoTexts.counters(
                                "7", null, null, null, null, null, null, null, null, null, null, null, null),
                        sample.anomalies(),
                        Map.of()));
        assertThat(sample.anomalies())
                .containsExactlyInAnyOrder(
                        new Anomaly("inDiscards", "-324"),
                        new Anomaly("inErrors", "1.5"),
                        new Anomaly("outOctets", "18446744073709551616"));
    }

    @ParameterizedTest
    @CsvSource({
        "iana-iftype-other, other",
        "iana-iftype-sw-loopback, softwareLoopback",
        "iana-iftype-gige, gigabitEthernet",
        "iana-iftype-propvirtual, propVirtual",
        "iana-iftype-l3ipvlan, l3ipvlan",
        "iana-iftype-tunnel, tunnel",
        "iana-iftype-prop-p2p-serial, propPointToPointSerial",
        "iana-iftype-aluepon-logicalink, aluEponLogicalLink",
        "iana-iftype-docs-cable-mcmts-downtream, docsCableMCmtsDownstream",
        "iana-iftype-gsn, if-gsn",
        "iana-iftype-voip, voiceOverIp"
    })
    void theWordForATypeIsTranslated(String word, String identity) throws Exception {
        assertThat(with("<interface-type>" + word + "</interface-type>").type())
                .isEqualTo(InterfaceType.translated(word, identity));
    }

    @ParameterizedTest
    @CsvSource({
        "if-oper-state-invalid, unknown",
        "if-oper-state-test, testing",
        "if-oper-state-unknown, unknown",
        "if-oper-state-dormant, dormant",
        "up, up"
    })
    void everyStateIsKnown(String word, String status) throws Exception {
        assertThat(with("<oper-status>" + word + "</oper-status>").operStatus()).isEqualTo(OperStatus.of(status));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://cisco.com/ns/yang/Cisco-IOS-XE-interfaces-oper?module=Cisco-IOS-XE-interfaces-oper&revision=2019-11-01,"
                        + " 'has the module Cisco-IOS-XE-interfaces-oper, revision 2019-11-01'",
                "http://cisco.com/ns/yang/Cisco-IOS-XE-interfaces-oper,"
                        + " announces http://cisco.com/ns/yang/Cisco-IOS-XE-interfaces-oper",
                "http://cisco.com/ns/yang/Cisco-IOS-XE-native?module=Cisco-IOS-XE-native&revision=2019-11-01, -"
            })
    void aServerSaysThatItHasTheModel(String capability, String announcement) throws Exception {
        Hello hello = CiscoTexts.hello(capability);
        assertThat(MODEL.announcement(hello, YangLibrary.announced(hello)).orElse(null))
                .isEqualTo(announcement);
    }
}
