package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JunosInterfaceInformationTest {

    private static final JunosInterfaceInformation MODEL = new JunosInterfaceInformation();
    private static final String FIXTURE = "junos-interface-information.xml";
    private static final String NAMESPACE = "http://xml.juniper.net/junos/99.9R1/junos-interface";

    private static @Nullable InterfaceSample fixture(String name) throws Exception {
        return Replies.readFixture(MODEL, FIXTURE).get(name);
    }

    private static String fixtureText() throws Exception {
        try (InputStream in = JunosInterfaceInformationTest.class.getResourceAsStream(FIXTURE)) {
            return new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InterfaceSample only(String inEntry) throws Exception {
        return Replies.read(
                        MODEL,
                        "<rpc-reply><interface-information><physical-interface>" + inEntry
                                + "</physical-interface></interface-information></rpc-reply>")
                .getFirst();
    }

    private static Statistics octets(long in, long out) {
        return new Statistics(
                null,
                new Counter64(in),
                null,
                null,
                null,
                null,
                null,
                null,
                new Counter64(out),
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void theRequestAsksForAllInterfacesOrForOne() throws Exception {
        String all = "<get-interface-information xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><extensive/>"
                + "</get-interface-information>";
        assertThat(Replies.request(MODEL, InterfaceSelection.ALL)).isEqualTo(all);
        assertThat(Replies.request(MODEL, new InterfaceSelection(Set.of("ge-0/0/1"), Set.of())))
                .isEqualTo("<get-interface-information xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><extensive/>"
                        + "<interface-name>ge-0/0/1</interface-name></get-interface-information>");
        assertThat(Replies.request(MODEL, new InterfaceSelection(new LinkedHashSet<>(List.of("a", "b")), Set.of())))
                .isEqualTo(all);
        assertThat(Replies.request(MODEL, new InterfaceSelection(Set.of(), Set.of(InterfaceType.of("ethernetCsmacd")))))
                .isEqualTo(all);
    }

    @Test
    void everyLeafOfAPhysicalInterfaceIsRead() throws Exception {
        assertThat(fixture("ge-0/0/1"))
                .isEqualTo(new InterfaceSample(
                        "ge-0/0/1",
                        "to the core & back",
                        InterfaceType.translated("Ethernet", "ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.DOWN,
                        Instant.parse("2025-06-04T12:52:13Z"),
                        506,
                        "00:00:5e:00:53:01",
                        1_000_000_000L,
                        9192L,
                        List.of("ge-0/0/1.0"),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Statistics(
                                Instant.parse("2025-06-05T00:00:00Z"),
                                Counter64.parse("18446744071853176047"),
                                new Counter64(11),
                                new Counter64(13),
                                new Counter64(15),
                                new Counter64(6),
                                new Counter64(5),
                                null,
                                Counter64.parse("18446744073709551615"),
                                new Counter64(12),
                                new Counter64(14),
                                new Counter64(16),
                                new Counter64(9),
                                new Counter64(8)),
                        List.of(),
                        Map.of("input-packets", "1001", "output-packets", "1002", "carrier-transitions", "7")));
    }

    @Test
    void aLogicalInterfaceIsOnTopWithItsAddresses() throws Exception {
        assertThat(fixture("ge-0/0/1.0"))
                .isEqualTo(new InterfaceSample(
                        "ge-0/0/1.0",
                        "the untagged ones",
                        null,
                        null,
                        OperStatus.Known.UP,
                        null,
                        507,
                        null,
                        null,
                        1500L,
                        List.of(),
                        List.of("ge-0/0/1"),
                        List.of(
                                new IpPrefix("192.0.2.1", 24),
                                new IpPrefix("198.51.100.1", 30),
                                new IpPrefix("203.0.113.1", null),
                                new IpPrefix("203.0.113.6", null)),
                        List.of(new IpPrefix("2001:db8::1", 64), new IpPrefix("fe80::200:5eff:fe00:5301", 64)),
                        octets(21, 22),
                        List.of(),
                        Map.of(
                                "encapsulation", "ENET2",
                                "logical-interface-bandwidth", "1Gbps",
                                "input-packets", "23",
                                "output-packets", "24")));
    }

    @Test
    void whatCannotBeOrIsNotCertainIsAbsentAndItsTextKept() throws Exception {
        assertThat(fixture("xe-0/1/0"))
                .isEqualTo(new InterfaceSample(
                        "xe-0/1/0",
                        null,
                        InterfaceType.translated("Flexible-Ethernet", "ethernetCsmacd"),
                        AdminStatus.Known.DOWN,
                        OperStatus.Known.DOWN,
                        null,
                        null,
                        "00:00:5e:00:53:02",
                        null,
                        1514L,
                        List.of("xe-0/1/0.0"),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Statistics(
                                null, null, null, null, null, null, null, null, null, null, null, null, null, null),
                        List.of(new Anomaly("inOctets", "-324"), new Anomaly("outOctets", "18446744073709551616")),
                        Map.of(
                                "speed", "Auto",
                                "interface-flapped", "2025-04-26 09:42:04 CDT (1d 00:37 ago)",
                                "input-drops", "0",
                                "input-discards", "24")));
    }

    @Test
    void aBundleIsAboveTheLogicalInterfacesThatNameItAndItsOwnStatusCounts() throws Exception {
        assertThat(fixture("xe-0/1/0.0"))
                .isEqualTo(new InterfaceSample(
                        "xe-0/1/0.0",
                        null,
                        null,
                        null,
                        OperStatus.Known.DOWN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("ae1.0"),
                        List.of("xe-0/1/0"),
                        List.of(),
                        List.of(),
                        null));
        assertThat(fixture("ae1.0"))
                .isEqualTo(new InterfaceSample(
                        "ae1.0",
                        null,
                        null,
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of("ae1", "xe-0/1/0.0"),
                        List.of(),
                        List.of(),
                        null));
    }

    @Test
    void aDiscardIsReadWhereOnlyOneLeafTellsOfIt() throws Exception {
        InterfaceSample bundle = requireNonNull(fixture("ae1"));
        assertThat(bundle.type()).isEqualTo(InterfaceType.translated("Ethernet", "ieee8023adLag"));
        assertThat(bundle.speedBitsPerSecond()).isEqualTo(20_000_000_000L);
        assertThat(bundle.lastChange()).isNull();
        assertThat(bundle.extra()).isEmpty();
        assertThat(requireNonNull(bundle.statistics()).inDiscards()).isEqualTo(new Counter64(3));
    }

    @Test
    void interfacesWithoutHardwareHaveTypesAndNoSpeed() throws Exception {
        InterfaceSample vlans = requireNonNull(fixture("irb"));
        assertThat(vlans.type()).isEqualTo(InterfaceType.translated("Ethernet", "l3ipvlan"));
        assertThat(vlans.extra()).containsExactly(Map.entry("speed", "Unspecified"));
        InterfaceSample loopback = requireNonNull(fixture("lo0"));
        assertThat(loopback.type()).isEqualTo(InterfaceType.translated("Loopback", "softwareLoopback"));
        assertThat(loopback.mtuOctets()).isNull();
        assertThat(loopback.extra()).containsExactly(Map.entry("mtu", "Unlimited"));
        InterfaceSample unit = requireNonNull(fixture("lo0.16384"));
        assertThat(unit.type()).isEqualTo(InterfaceType.of("softwareLoopback"));
        assertThat(unit.operStatus()).isNull();
        assertThat(unit.mtuOctets()).isNull();
        assertThat(unit.ipv4()).containsExactly(new IpPrefix("127.0.0.1", null));
        InterfaceSample tunnel = requireNonNull(fixture("gre"));
        assertThat(tunnel.type()).isEqualTo(InterfaceType.translated("GRE", "tunnel"));
        assertThat(tunnel.physAddress()).isNull();
        assertThat(tunnel.extra()).containsOnlyKeys("speed", "mtu");
    }

    @Test
    void aWordThatIsNotKnownIsKept() throws Exception {
        assertThat(fixture("lc-5/0/0"))
                .isEqualTo(new InterfaceSample(
                        "lc-5/0/0",
                        null,
                        new InterfaceType.Other("Software-Pseudo"),
                        new AdminStatus.Unrecognised("maintenance"),
                        null,
                        null,
                        null,
                        null,
                        800_000_000L,
                        0L,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        Map.of("link-level-type", "LSI")));
    }

    @Test
    void noOtherInterfacesAreMadeUp() throws Exception {
        assertThat(Replies.readFixture(MODEL, FIXTURE))
                .containsOnlyKeys(
                        "ge-0/0/1",
                        "ge-0/0/1.0",
                        "xe-0/1/0",
                        "xe-0/1/0.0",
                        "ae1",
                        "ae1.0",
                        "irb",
                        "lo0",
                        "lo0.16384",
                        "gre",
                        "lc-5/0/0");
    }

    @Test
    void theNamespaceOfTheReplyMakesNoDifference() throws Exception {
        String reply = fixtureText();
        List<InterfaceSample> samples = Replies.read(MODEL, reply);
        assertThat(samples).hasSize(11);
        assertThat(Replies.read(MODEL, reply.replaceAll(" xmlns=\"[^\"]*\"", "")))
                .isEqualTo(samples);
        assertThat(Replies.read(MODEL, reply.replace(" xmlns=\"" + NAMESPACE + "\"", "")))
                .isEqualTo(samples);
        assertThat(Replies.read(MODEL, reply.replace(NAMESPACE, "http://xml.juniper.net/junos/25.4R1-EVO/interface")))
                .isEqualTo(samples);
        String prefixed =
                reply.replaceAll("<(/?)([a-z])", "<$1nc:$2").replace("<nc:rpc-reply xmlns", "<nc:rpc-reply xmlns:nc");
        assertThat(prefixed).contains("<nc:ifa-local>");
        assertThat(Replies.read(MODEL, prefixed)).isEqualTo(samples);
    }

    @Test
    void ofSeveralRoutingEnginesTheFirstThatNamesAnInterfaceCounts() throws Exception {
        List<InterfaceSample> samples = Replies.read(MODEL, """
                <rpc-reply xmlns:junos="http://xml.juniper.net/junos/99.9R1/junos">
                <multi-routing-engine-results>
                <multi-routing-engine-item><re-name>node0</re-name>
                <interface-information xmlns="http://xml.juniper.net/junos/99.9R1/junos-interface">
                <physical-interface><name>em0</name><oper-status>up</oper-status>
                <logical-interface><name>em0.0</name><address-family><address-family-name>inet</address-family-name>
                <interface-address><ifa-local>192.0.2.1/24</ifa-local></interface-address></address-family>
                </logical-interface></physical-interface>
                </interface-information></multi-routing-engine-item>
                <multi-routing-engine-item><re-name>node1</re-name>
                <interface-information xmlns="http://xml.juniper.net/junos/99.9R1/junos-interface">
                <physical-interface><name>em0</name><description>the other</description><oper-status>down</oper-status>
                <logical-interface><name>em0.0</name><address-family><address-family-name>inet</address-family-name>
                <interface-address><ifa-local>192.0.2.2/24</ifa-local></interface-address></address-family>
                </logical-interface></physical-interface>
                <physical-interface><name>em1</name></physical-interface>
                </interface-information></multi-routing-engine-item>
                </multi-routing-engine-results>
                </rpc-reply>""");
        assertThat(samples).extracting(InterfaceSample::name).containsExactly("em0", "em0.0", "em1");
        assertThat(samples.getFirst().operStatus()).isEqualTo(OperStatus.Known.UP);
        assertThat(samples.getFirst().description()).isNull();
        assertThat(samples.get(1).ipv4()).containsExactly(new IpPrefix("192.0.2.1", 24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<logical-interface><name>ge-0/0/1.100</name></logical-interface>",
                "<physical-interface><logical-interface><name>ge-0/0/1.100</name></logical-interface></physical-interface>"
            })
    void aLogicalInterfaceIsReadWhereThePhysicalOneIsNotNamed(String entry) throws Exception {
        List<InterfaceSample> samples = Replies.read(
                MODEL, "<rpc-reply><interface-information>" + entry + "</interface-information></rpc-reply>");
        assertThat(samples).extracting(InterfaceSample::name).containsExactly("ge-0/0/1.100");
        assertThat(samples.getFirst().lowerLayerIf()).containsExactly("ge-0/0/1");
    }

    @Test
    void aBundlesUnitCountsWhatTheBundleDoes() throws Exception {
        InterfaceSample unit = Replies.read(
                        MODEL,
                        "<rpc-reply><interface-information><logical-interface><name>ae0.0</name><lag-traffic-statistics>"
                                + "<lag-bundle><input-bytes>1</input-bytes><output-bytes>2</output-bytes></lag-bundle>"
                                + "<lag-link><name>xe-0/0/0.0</name><input-bytes>3</input-bytes></lag-link>"
                                + "</lag-traffic-statistics></logical-interface></interface-information></rpc-reply>")
                .getFirst();
        assertThat(unit.statistics()).isEqualTo(octets(1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "1000mbps, 1000000000",
        "800mbps, 800000000",
        "10m, 10000000",
        "20Gbps, 20000000000",
        "400Gbps, 400000000000",
        "OC48,",
        "Auto,",
        "Unspecified,",
        "Unlimited,"
    })
    void aSpeedIsReadFromItsText(String text, @Nullable Long expected) throws Exception {
        InterfaceSample sample = only("<name>a</name><speed>\n" + text + "\n</speed>");
        assertThat(sample.speedBitsPerSecond()).isEqualTo(expected);
        assertThat(sample.extra()).isEqualTo(expected == null ? Map.of("speed", text) : Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2/24, 24",
        "192.0.2.1, 10/8, 8",
        "192.0.2.1/30, 192.0.2/24, 30",
        "192.0.2.1, 192.0.2.2,",
        "192.0.2.1, 192.0.2/33,",
        "192.0.2.1, 192.0.2/-1,",
        "192.0.2.1, 192.0.2/x,",
        "192.0.2.1/x, 192.0.2/24, 24"
    })
    void aPrefixLengthIsThatOfTheAddressOrOfItsDestination(String local, String destination, @Nullable Integer length)
            throws Exception {
        String family = "<logical-interface><name>a.0</name><address-family><address-family-name>inet"
                + "</address-family-name><interface-address>*</interface-address></address-family></logical-interface>";
        String localLeaf = "<ifa-local>" + local + "</ifa-local>";
        String destinationLeaf = "<ifa-destination>" + destination + "</ifa-destination>";
        for (String address : List.of(localLeaf + destinationLeaf, destinationLeaf + localLeaf)) {
            List<InterfaceSample> samples = Replies.read(
                    MODEL,
                    "<rpc-reply><interface-information>" + family.replace("*", address)
                            + "</interface-information></rpc-reply>");
            assertThat(samples.getFirst().ipv4()).containsExactly(new IpPrefix("192.0.2.1", length));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ge-0/0/0, , , ethernetCsmacd",
        "et-0/0/0:1, , Ethernet-CCC, ethernetCsmacd",
        "fxp0, Ethernet, Ethernet, ethernetCsmacd",
        "ae12, , Flexible-Ethernet, ieee8023adLag",
        "vlan, VLAN, VLAN, l3ipvlan",
        "st0, Secure-Tunnel, Secure-Tunnel, tunnel",
        "vtep, Software-Pseudo, VxLAN-Tunnel-Endpoint, tunnel",
        "ipip, IPIP, IP-over-IP, tunnel",
        "pime, PIME, PIM-Encapsulator,",
        "so-0/0/0, , PPP,",
        "dsc, , ,"
    })
    void aTypeIsTranslatedWhereItIsCertain(
            String name, @Nullable String ifType, @Nullable String linkLevelType, @Nullable String identity)
            throws Exception {
        InterfaceSample sample = only("<name>" + name + "</name>"
                + (ifType == null ? "" : "<if-type>" + ifType + "</if-type>")
                + (linkLevelType == null ? "" : "<link-level-type>" + linkLevelType + "</link-level-type>"));
        InterfaceType type = sample.type();
        String word = ifType == null ? linkLevelType : ifType;
        if (word == null && identity == null) {
            assertThat(type).isNull();
        } else {
            assertThat(requireNonNull(type).raw()).isEqualTo(word);
            assertThat(type.iana())
                    .isEqualTo(
                            identity == null ? null : InterfaceType.of(identity).iana());
        }
    }

    @Test
    void aDeviceIsKnownByItsVendorsCapabilities() {
        Hello junos = new Hello(
                List.of(
                        new Capability(Capability.BASE_1_0),
                        Capability.parse("http://xml.juniper.net/netconf/junos/1.0"),
                        Capability.parse("http://xml.juniper.net/dmi/system/1.0")),
                1L);
        assertThat(MODEL.announcement(junos, new YangLibrary(List.of())))
                .contains("announces http://xml.juniper.net/netconf/junos/1.0");
        Hello other = new Hello(List.of(new Capability(Capability.BASE_1_0)), 1L);
        assertThat(MODEL.announcement(other, new YangLibrary(List.of()))).isEmpty();
    }
}
