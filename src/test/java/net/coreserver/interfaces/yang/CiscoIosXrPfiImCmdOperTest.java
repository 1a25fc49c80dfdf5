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
import org.junit.jupiter.params.provider.ValueSource;

class CiscoIosXrPfiImCmdOperTest {

    private static final CiscoIosXrPfiImCmdOper MODEL = new CiscoIosXrPfiImCmdOper();

    private static Map<String, InterfaceSample> fixture() throws Exception {
        return Replies.readFixture(MODEL, "cisco-ios-xr-pfi-im-cmd-oper.xml");
    }

    private static InterfaceSample fixture(String name) throws Exception {
        return requireNonNull(fixture().get(name));
    }

    private static InterfaceSample with(String leaves) throws Exception {
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                "<interfaces xmlns='http://cisco.com/ns/yang/Cisco-IOS-XR-pfi-im-cmd-oper'><interface-xr><interface>"
                        + "<interface-name>a</interface-name>" + leaves
                        + "</interface><interface><interface-name>b</interface-name></interface></interface-xr></interfaces>");
        assertThat(samples).extracting(InterfaceSample::name).containsExactly("a", "b");
        return samples.getFirst();
    }

    private static Statistics statsd(String content) throws Exception {
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                "<infra-statistics xmlns='http://cisco.com/ns/yang/Cisco-IOS-XR-infra-statsd-oper'><interfaces><interface>"
                        + "<interface-name>a</interface-name>" + content
                        + "</interface></interfaces></infra-statistics>");
        assertThat(samples).extracting(InterfaceSample::name).containsExactly("a");
        return requireNonNull(samples.getFirst().statistics());
    }

    private static String generic(int octets) {
        return "<generic-counters><bytes-received>" + octets + "</bytes-received></generic-counters>";
    }

    @Test
    void theRequestAsksForWhatAllReleasesHave() throws Exception {
        assertThat(CiscoTexts.filter(MODEL, InterfaceSelection.ALL))
                .isEqualTo("<interfaces xmlns=\"http://cisco.com/ns/yang/Cisco-IOS-XR-pfi-im-cmd-oper\"><interface-xr>"
                        + "<interface><interface-name/><interface-type/><state/><line-state/><mtu/>"
                        + "<state-transition-count/><last-state-transition-time/><speed/><duplexity/><media-type/>"
                        + "<bandwidth/><parent-interface-name/><description/><mac-address><address/></mac-address>"
                        + "<ip-information><ip-address/><subnet-mask-length/></ip-information>"
                        + "<interface-type-information><bundle-information><member><interface-name/></member>"
                        + "</bundle-information></interface-type-information><interface-statistics>"
                        + "<full-interface-stats><packets-received/><bytes-received/><packets-sent/><bytes-sent/>"
                        + "<multicast-packets-received/><broadcast-packets-received/><multicast-packets-sent/>"
                        + "<broadcast-packets-sent/><output-drops/><input-drops/><unknown-protocol-packets-received/>"
                        + "<input-errors/><crc-errors/><output-errors/><carrier-transitions/>"
                        + "<last-discontinuity-time/></full-interface-stats><basic-interface-stats><packets-received/>"
                        + "<bytes-received/><packets-sent/><bytes-sent/><input-drops/><input-errors/>"
                        + "<unknown-protocol-packets-received/><output-drops/><output-errors/>"
                        + "<last-discontinuity-time/></basic-interface-stats></interface-statistics></interface>"
                        + "</interface-xr></interfaces>"
                        + "<ipv4-network xmlns=\"http://cisco.com/ns/yang/Cisco-IOS-XR-ipv4-io-oper\"><nodes><node>"
                        + "<interface-data><vrfs><vrf><vrf-name/><details><detail><interface-name/><primary-address/>"
                        + "<prefix-length/><secondary-address><address/><prefix-length/></secondary-address></detail>"
                        + "</details></vrf></vrfs></interface-data></node></nodes></ipv4-network>"
                        + "<ipv6-network xmlns=\"http://cisco.com/ns/yang/Cisco-IOS-XR-ipv6-ma-oper\"><nodes><node>"
                        + "<interface-data><vrfs><vrf><vrf-name/><global-details><global-detail><interface-name/>"
                        + "<address><address/><prefix-length/></address><link-local-address><address/>"
                        + "</link-local-address></global-detail></global-details></vrf></vrfs></interface-data></node>"
                        + "</nodes></ipv6-network>");
    }

    @Test
    void theServerLeavesOutInterfacesThatAreNotAskedFor() throws Exception {
        String filter = CiscoTexts.filter(MODEL, new InterfaceSelection(Set.of("Loopback0"), Set.of()));
        assertThat(filter)
                .contains("<interface-xr><interface><interface-name>Loopback0</interface-name>")
                .contains("<detail><interface-name>Loopback0</interface-name>")
                .contains("<global-detail><interface-name>Loopback0</interface-name>");
    }

    @Test
    void theListsAreMerged() throws Exception {
        assertThat(fixture())
                .containsOnlyKeys(
                        "HundredGigE0/0/0/1",
                        "GigabitEthernet0/0/0/2",
                        "Bundle-Ether7",
                        "Bundle-Ether7.70",
                        "Loopback0",
                        "tunnel-te1");
    }

    @Test
    void everyLeafIsRead() throws Exception {
        InterfaceSample sample = fixture("HundredGigE0/0/0/1");
        assertThat(sample)
                .isEqualTo(new InterfaceSample(
                        "HundredGigE0/0/0/1",
                        "to the core & back",
                        InterfaceType.translated("IFT_HUNDREDGE", "ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-11-01T12:30:00Z"),
                        null,
                        "00:00:5e:00:53:14",
                        90_000_000_000L,
                        9216L,
                        List.of("Bundle-Ether7"),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.1", 31), new IpPrefix("198.51.100.1", 24)),
                        List.of(new IpPrefix("2001:db8::1", 127)),
                        new Statistics(
                                Instant.parse("2026-11-01T08:00:00Z"),
                                Counter64.parse("18446744071853176047"),
                                new Counter64(63),
                                new Counter64(7),
                                new Counter64(30),
                                new Counter64(5),
                                new Counter64(6),
                                new Counter64(4),
                                new Counter64(2),
                                null,
                                new Counter64(3),
                                new Counter64(8),
                                new Counter64(12),
                                new Counter64(13)),
                        List.of(),
                        sample.extra()));
        assertThat(sample.extra())
                .containsOnly(
                        Map.entry("state", "im-state-up"),
                        Map.entry("line-state", "im-state-up"),
                        Map.entry("packets-received", "100"),
                        Map.entry("packets-sent", "10"),
                        Map.entry("crc-errors", "2"),
                        Map.entry("carrier-transitions", "9"),
                        Map.entry("state-transition-count", "3"),
                        Map.entry("duplexity", "im-attr-duplex-full"),
                        Map.entry("media-type", "im-attr-media-other"),
                        Map.entry("vrf-name", "default"),
                        Map.entry("link-local-address", "fe80::200:5eff:fe00:5314"));
    }

    @Test
    void aBriefEntryIsEnough() throws Exception {
        InterfaceSample sample = fixture("GigabitEthernet0/0/0/2");
        assertThat(sample)
                .isEqualTo(new InterfaceSample(
                        "GigabitEthernet0/0/0/2",
                        null,
                        InterfaceType.translated("IFT_GETHERNET", "ethernetCsmacd"),
                        AdminStatus.Known.DOWN,
                        OperStatus.Known.DOWN,
                        null,
                        null,
                        null,
                        1_000_000_000L,
                        1514L,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        sample.extra()));
        assertThat(sample.extra())
                .containsOnly(
                        Map.entry("state", "im-state-shutdown"),
                        Map.entry("line-state", "im-state-down"),
                        Map.entry("vrf-name", "default"));
    }

    @Test
    void aBundleStandsOnItsMembersAndUnderItsSubinterfaces() throws Exception {
        InterfaceSample bundle = fixture("Bundle-Ether7");
        assertThat(bundle.lowerLayerIf()).containsExactly("HundredGigE0/0/0/1");
        assertThat(bundle.higherLayerIf()).containsExactly("Bundle-Ether7.70");
        assertThat(bundle.type()).isEqualTo(InterfaceType.translated("IFT_ETHERBUNDLE", "ieee8023adLag"));
        assertThat(fixture("Bundle-Ether7.70").lowerLayerIf()).containsExactly("Bundle-Ether7");
    }

    @Test
    void anInterfaceWithAnErrorIsDownButMeantToBeUp() throws Exception {
        InterfaceSample bundle = fixture("Bundle-Ether7");
        assertThat(bundle.adminStatus()).isEqualTo(AdminStatus.Known.UP);
        assertThat(bundle.operStatus()).isEqualTo(OperStatus.Known.DOWN);
        assertThat(bundle.extra()).containsEntry("state", "im-state-err-disable");
    }

    @Test
    void secondsThatHaveGoneByAreNoMoment() throws Exception {
        InterfaceSample bundle = fixture("Bundle-Ether7");
        assertThat(bundle.lastChange()).isNull();
        assertThat(bundle.extra()).containsEntry("last-state-transition-time", "86400");
    }

    @ParameterizedTest
    @CsvSource({
        "1793536200, 2026-11-01T12:30:00Z",
        "1793536200000000001, 2026-11-01T12:30:00.000000001Z",
        "999999999,",
        "1793536200000,",
        "0,",
        "yesterday,"
    })
    void aChangeIsAMomentOfThisCentury(String sent, Instant expected) throws Exception {
        assertThat(with("<last-state-transition-time>" + sent + "</last-state-transition-time>")
                        .lastChange())
                .isEqualTo(expected);
    }

    @Test
    void basicCountersHaveNoUnicastPackets() throws Exception {
        InterfaceSample sample = fixture("Bundle-Ether7.70");
        assertThat(sample.statistics())
                .isEqualTo(CiscoTexts.counters(
                        "1911", null, null, null, "1", "2", "3", "2533", null, null, null, "4", "5"));
        assertThat(sample.extra()).containsEntry("packets-received", "16").containsEntry("vrf-name", "blue");
        assertThat(sample.speedBitsPerSecond()).isEqualTo(10_000_000_000L);
        assertThat(sample.ipv4()).containsExactly(new IpPrefix("203.0.113.1", 30));
    }

    @Test
    void addressesThatAreListedByInterfaceAreRead() throws Exception {
        assertThat(fixture("Loopback0").ipv4()).containsExactly(new IpPrefix("203.0.113.255", 32));
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                "<ipv6-network xmlns='http://cisco.com/ns/yang/Cisco-IOS-XR-ipv6-ma-oper'><interfaces><interface>"
                        + "<interface-name>Loopback0</interface-name><vrf-names><vrf-name><vrf-name>blue</vrf-name>"
                        + "<detail-data><address><address>2001:db8::7</address><prefix-length>128</prefix-length></address>"
                        + "</detail-data></vrf-name></vrf-names></interface></interfaces></ipv6-network>");
        assertThat(samples).hasSize(1);
        assertThat(samples.getFirst().ipv6()).containsExactly(new IpPrefix("2001:db8::7", 128));
        assertThat(samples.getFirst().extra()).containsExactly(Map.entry("vrf-name", "blue"));
    }

    @Test
    void whatCannotBeCostsNothingButItself() throws Exception {
        InterfaceSample sample = fixture("tunnel-te1");
        assertThat(sample)
                .isEqualTo(new InterfaceSample(
                        "tunnel-te1",
                        null,
                        new InterfaceType.Other("IFT_WARP_DRIVE"),
                        new AdminStatus.Unrecognised("im-state-sideways"),
                        OperStatus.Known.UNKNOWN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        CiscoTexts.counters(null, null, "1", "1", null, "4", null, null, null, null, null, null, null),
                        List.of(new Anomaly("inOctets", "-324")),
                        sample.extra()));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 30, 7, 63",
        "37, 30, 7, 0",
        "18446744073709551615, 1, 1, 18446744073709551613",
        "36, 30, 7,",
        "5, 7, 0,",
        "5, 0, 18446744073709551615,"
    })
    void unicastPacketsAreTheRestUnlessThatIsNegative(String all, String multicast, String broadcast, String expected)
            throws Exception {
        Statistics statistics = with("<interface-statistics><full-interface-stats><broadcast-packets-received>"
                        + broadcast
                        + "</broadcast-packets-received><packets-received>" + all
                        + "</packets-received><multicast-packets-received>" + multicast
                        + "</multicast-packets-received></full-interface-stats></interface-statistics>")
                .statistics();
        assertThat(requireNonNull(statistics).inUnicastPkts())
                .isEqualTo(expected == null ? null : Counter64.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cache>{3}</cache><latest>{1}</latest><total>{2}</total>",
                "<total>{1}</total><cache>{2}</cache>",
                "<cache>{1}</cache>",
                "{1}"
            })
    void theFreshestCountersOfStatsdHold(String content) throws Exception {
        String counters =
                content.replace("{1}", generic(1)).replace("{2}", generic(2)).replace("{3}", generic(3));
        assertThat(statsd(counters).inOctets()).isEqualTo(new Counter64(1));
    }

    @Test
    void theCountersOfStatsdHaveUnicastPacketsToo() throws Exception {
        assertThat(statsd("<total><generic-counters><packets-sent>9</packets-sent><multicast-packets-sent>2"
                                + "</multicast-packets-sent><broadcast-packets-sent>3</broadcast-packets-sent>"
                                + "</generic-counters></total>")
                        .outUnicastPkts())
                .isEqualTo(new Counter64(4));
    }

    @ParameterizedTest
    @CsvSource({
        "im-state-admin-down, down, down",
        "admin-down, down, down",
        "IM_STATE_ADMIN_DOWN, down, down",
        "im-state-down, up, down",
        "im-state-not-ready, up, down",
        "im-state-operational, up, up",
        "im-state-not-operational, up, down",
        "im-state-unknown, up, unknown",
        "im-state-last, im-state-last, im-state-last"
    })
    void aStateTellsWhatIsMeantToBeAndWhereThereIsNoOtherWhatIs(String word, String admin, String oper)
            throws Exception {
        InterfaceSample sample = with("<state>" + word + "</state>");
        assertThat(requireNonNull(sample.adminStatus()).word()).isEqualTo(admin);
        assertThat(requireNonNull(sample.operStatus()).word()).isEqualTo(oper);
    }

    @ParameterizedTest
    @CsvSource({
        "<bandwidth>1000000</bandwidth>, 1000000000",
        "<speed>1000000</speed><bandwidth>500000</bandwidth>, 500000000",
        "<bandwidth>4294967295</bandwidth><bandwidth64-bit>6400000000</bandwidth64-bit>, 6400000000000",
        "<bandwidth>0</bandwidth>, 0",
        "<bandwidth>fast</bandwidth>,"
    })
    void theBandwidthIsTheSpeed(String leaves, Long expected) throws Exception {
        assertThat(with(leaves).speedBitsPerSecond()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "IFT_TENGETHERNET, ethernetCsmacd",
        "IFT_FOURHUNDREDGE, ethernetCsmacd",
        "IFT_ETHERNET, ethernetCsmacd",
        "IFT_LOOPBACK, softwareLoopback",
        "IFT_VLAN_SUBIF, l2vlan",
        "IFT_TUNNEL_TE, mplsTunnel"
    })
    void theWordForATypeIsTranslated(String word, String identity) throws Exception {
        assertThat(with("<interface-type>" + word + "</interface-type>").type())
                .isEqualTo(InterfaceType.translated(word, identity));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://cisco.com/ns/yang/Cisco-IOS-XR-pfi-im-cmd-oper?module=Cisco-IOS-XR-pfi-im-cmd-oper&revision=2017-06-26,"
                        + " 'has the module Cisco-IOS-XR-pfi-im-cmd-oper, revision 2017-06-26'",
                "http://cisco.com/ns/yang/Cisco-IOS-XR-pfi-im-cmd-oper,"
                        + " announces http://cisco.com/ns/yang/Cisco-IOS-XR-pfi-im-cmd-oper",
                "http://cisco.com/ns/yang/Cisco-IOS-XR-pfi-im-cmd-ctrlr-oper?module=Cisco-IOS-XR-pfi-im-cmd-ctrlr-oper, -"
            })
    void aServerSaysThatItHasTheModel(String capability, String announcement) throws Exception {
        Hello hello = CiscoTexts.hello(capability);
        assertThat(MODEL.announcement(hello, YangLibrary.announced(hello)).orElse(null))
                .isEqualTo(announcement);
    }
}
