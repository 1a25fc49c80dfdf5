package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
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
import org.junit.jupiter.params.provider.EnumSource;

class HuaweiIfmTest {

    private static final HuaweiIfm YANG = new HuaweiIfm(HuaweiIfm.Generation.YANG);
    private static final HuaweiIfm VRP_MODULE = new HuaweiIfm(HuaweiIfm.Generation.VRP_MODULE);
    private static final HuaweiIfm VRP = new HuaweiIfm(HuaweiIfm.Generation.VRP);

    private static final Statistics STATISTICS = new Statistics(
            null,
            Counter64.parse("18446744071853176047"),
            new Counter64(2),
            new Counter64(3),
            new Counter64(4),
            new Counter64(5),
            new Counter64(6),
            null,
            new Counter64(8),
            new Counter64(9),
            new Counter64(10),
            new Counter64(11),
            new Counter64(12),
            new Counter64(13));

    private static InterfaceSample yang(String name) throws Exception {
        return requireNonNull(Replies.readFixture(YANG, "huawei-ifm.xml").get(name), name);
    }

    private static InterfaceSample vrp(String name) throws Exception {
        return requireNonNull(Replies.readFixture(VRP, "huawei-vrp.xml").get(name), name);
    }

    @Test
    void everyLeafOfTheYangModelIsRead() throws Exception {
        assertThat(yang("GigabitEthernet0/1/0"))
                .isEqualTo(new InterfaceSample(
                        "GigabitEthernet0/1/0",
                        "to the core & back",
                        InterfaceType.translated("GigabitEthernet", "ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-10-30T08:15:00Z"),
                        7,
                        "00:00:5e:00:53:01",
                        1_000_000_000L,
                        9100L,
                        List.of("Eth-Trunk1", "GigabitEthernet0/1/0.100"),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.1", 24), new IpPrefix("198.51.100.1", null)),
                        List.of(new IpPrefix("2001:db8::1", 64)),
                        STATISTICS,
                        List.of(),
                        Map.ofEntries(
                                Map.entry("class", "main-interface"),
                                Map.entry("bandwidth", "800"),
                                Map.entry("vrf-name", "_public_"),
                                Map.entry("physical-status", "up"),
                                Map.entry("link-status", "up"),
                                Map.entry("ipv4-status", "up"),
                                Map.entry("ipv6-status", "down"),
                                Map.entry("line-protocol-up-time", "2026-10-30T08:15:00Z"),
                                Map.entry("receive-packet", "9"),
                                Map.entry("send-packet", "30"),
                                Map.entry("ipv6/link-local", "fe80::1"))));
    }

    @Test
    void aSubinterfaceStandsOnItsParentAndHasWhatIsConfiguredWhereItHasNoState() throws Exception {
        InterfaceSample sub = yang("GigabitEthernet0/1/0.100");
        assertThat(sub.lowerLayerIf()).containsExactly("GigabitEthernet0/1/0");
        assertThat(sub.adminStatus()).isEqualTo(AdminStatus.Known.DOWN);
        assertThat(sub.operStatus()).isEqualTo(OperStatus.Known.DOWN);
        assertThat(sub.lastChange()).isNull();
        assertThat(sub.extra()).containsEntry("line-protocol-up-time", "2026-10-29T08:15:00Z");
        assertThat(sub.mtuOctets()).isEqualTo(1500);
        assertThat(sub.physAddress()).isEqualTo("00:00:5e:00:53:02");
        assertThat(sub.speedBitsPerSecond()).isNull();
    }

    @Test
    void countersThatCanBeClearedCountWhereThereAreNoOthers() throws Exception {
        InterfaceSample sub = yang("GigabitEthernet0/1/0.100");
        assertThat(sub.anomalies()).containsExactly(new Anomaly(CounterLeaf.IN_OCTETS.word(), "-324"));
        assertThat(sub.statistics())
                .isEqualTo(new Statistics(
                        null,
                        null,
                        new Counter64(22),
                        new Counter64(23),
                        new Counter64(24),
                        new Counter64(25),
                        new Counter64(26),
                        null,
                        new Counter64(28),
                        new Counter64(29),
                        new Counter64(30),
                        new Counter64(31),
                        new Counter64(32),
                        new Counter64(33)));
    }

    @Test
    void wordsThatAreNotKnownAreKept() throws Exception {
        assertThat(yang("Eth-Trunk1").operStatus()).isEqualTo(new OperStatus.Unrecognised("half"));
        assertThat(yang("Eth-Trunk1").type()).isEqualTo(InterfaceType.translated("Eth-Trunk", "ieee8023adLag"));
        assertThat(yang("Eth-Trunk1").lowerLayerIf()).containsExactly("GigabitEthernet0/1/0");
        assertThat(yang("Nve1").type()).isEqualTo(new InterfaceType.Other("Nve"));
        assertThat(yang("Nve1").statistics()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GEBrief, ethernetCsmacd",
        "100GE, ethernetCsmacd",
        "50|100GE, ethernetCsmacd",
        "MEth, ethernetCsmacd",
        "Eth-Trunk, ieee8023adLag",
        "LoopBack, softwareLoopback",
        "Vlanif, l3ipvlan",
        "Tunnel, tunnel",
        "NULL, other"
    })
    void aWordThatMeansOneOfIanasTypesIsThatType(String word, String identity) throws Exception {
        assertThat(Replies.readData(
                                YANG,
                                "<ifm xmlns='urn:huawei:yang:huawei-ifm'><interfaces><interface><name>a</name><type>"
                                        + word + "</type></interface></interfaces></ifm>")
                        .getFirst()
                        .type())
                .isEqualTo(InterfaceType.translated(word, identity));
    }

    @Test
    void onlyEntriesOfTheListAreInterfaces() throws Exception {
        assertThat(Replies.readFixture(YANG, "huawei-ifm.xml"))
                .containsOnlyKeys("GigabitEthernet0/1/0", "GigabitEthernet0/1/0.100", "Eth-Trunk1", "Nve1");
    }

    @Test
    void everyLeafOfVrpIsRead() throws Exception {
        assertThat(vrp("10GE1/0/1"))
                .isEqualTo(new InterfaceSample(
                        "10GE1/0/1",
                        "to the core & back",
                        InterfaceType.translated("10GE", "ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-10-30T08:15:00Z"),
                        7,
                        "00:00:5e:00:53:01",
                        10_000_000_000L,
                        9100L,
                        List.of("Eth-Trunk1", "10GE1/0/1.100"),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.1", 24)),
                        List.of(new IpPrefix("2001:db8::1", 64)),
                        STATISTICS,
                        List.of(),
                        Map.ofEntries(
                                Map.entry("ifClass", "mainInterface"),
                                Map.entry("ifBandwidth", "800"),
                                Map.entry("ifPhyStatus", "up"),
                                Map.entry("ifLinkStatus", "up"),
                                Map.entry("ifV4State", "up"),
                                Map.entry("ifV6State", "down"),
                                Map.entry("line-protocol-up-time", "2026-10-30T08:15:00Z"),
                                Map.entry("receivePacket", "9"),
                                Map.entry("sendPacket", "30"),
                                Map.entry("ipv6/link-local", "fe80::1"))));
    }

    @Test
    void aSubinterfaceOfVrpIsReadLikewise() throws Exception {
        InterfaceSample sub = vrp("10GE1/0/1.100");
        assertThat(sub.description()).isNull();
        assertThat(sub.lowerLayerIf()).containsExactly("10GE1/0/1");
        assertThat(sub.lastChange()).isNull();
        assertThat(sub.mtuOctets()).isEqualTo(1500);
        assertThat(sub.physAddress()).isEqualTo("00:00:5e:00:53:02");
        assertThat(sub.ipv4()).isEmpty();
        assertThat(sub.anomalies()).containsExactly(new Anomaly(CounterLeaf.IN_OCTETS.word(), "-324"));
        assertThat(requireNonNull(sub.statistics()).outOctets()).isEqualTo(new Counter64(28));
    }

    @Test
    void addressesAreReadInAllTheContainersThatVrpHasThemIn() throws Exception {
        InterfaceSample vlan = vrp("Vlanif10");
        assertThat(vlan.type()).isEqualTo(InterfaceType.translated("Vlanif", "l3ipvlan"));
        assertThat(vlan.ipv4()).containsExactly(new IpPrefix("198.51.100.1", 30), new IpPrefix("203.0.113.1", null));
        assertThat(vlan.ipv6()).containsExactly(new IpPrefix("2001:db8:1::1", 64));
    }

    @ParameterizedTest
    @EnumSource
    void eachModelReadsAllGenerations(HuaweiIfm.Generation generation) throws Exception {
        HuaweiIfm model = new HuaweiIfm(generation);
        assertThat(Replies.readFixture(model, "huawei-ifm.xml")).isEqualTo(Replies.readFixture(YANG, "huawei-ifm.xml"));
        assertThat(Replies.readFixture(model, "huawei-vrp.xml")).isEqualTo(Replies.readFixture(VRP, "huawei-vrp.xml"));
    }

    @Test
    void aReplyWithoutNamespacesIsOfTheGenerationThatWasAsked() throws Exception {
        assertThat(Replies.readData(YANG, "<ifm><interfaces><interface><name>a</name></interface></interfaces></ifm>"))
                .extracting(InterfaceSample::name)
                .containsExactly("a");
        assertThat(Replies.readData(
                        VRP, "<ifm><interfaces><interface><ifName>a</ifName></interface></interfaces></ifm>"))
                .extracting(InterfaceSample::name)
                .containsExactly("a");
    }

    @Test
    void theRequestAsksForOneGenerationAndForWholeContainersWhereTheyDiffer() throws Exception {
        String get = "<get xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><filter type=\"subtree\"><ifm xmlns=\"";
        String end = "</interface></interfaces></ifm></filter></get>";
        assertThat(Replies.request(YANG, InterfaceSelection.ALL))
                .isEqualTo(
                        get + "urn:huawei:yang:huawei-ifm\"><interfaces><interface><name/><index/><description/><type/>"
                                + "<admin-status/><parent-name/><aggregation-name/><mtu/><mac-address/><class/><vrf-name/><dynamic/>"
                                + "<mib-statistics/><ipv4 xmlns=\"urn:huawei:yang:huawei-ip\"/>"
                                + "<ipv6 xmlns=\"urn:huawei:yang:huawei-ip\"/>" + end);
        String vrp = "<interfaces><interface><ifName/><ifIndex/><ifDescr/><ifPhyType/><ifAdminStatus/><ifParentIfName/>"
                + "<ifTrunkIfName/><ifMtu/><ifMac/><ifClass/><ifDynamicInfo/><ifStatistics/>";
        assertThat(Replies.request(VRP_MODULE, InterfaceSelection.ALL))
                .isEqualTo(
                        get + "http://www.huawei.com/netconf/vrp/huawei-ifm\">" + vrp + "<ipv4Oper/><ipv6Oper/>" + end);
        assertThat(Replies.request(VRP, InterfaceSelection.ALL))
                .isEqualTo(get + "http://www.huawei.com/netconf/vrp\">" + vrp + "<ifmAm4/><ifmAm6/>" + end);
    }

    @Test
    void theRequestNamesTheInterfacesThatAreWanted() throws Exception {
        InterfaceSelection selection = new InterfaceSelection(Set.of("10GE1/0/1"), Set.of());
        assertThat(Replies.request(YANG, selection)).contains("<interface><name>10GE1/0/1</name><index/>");
        assertThat(Replies.request(VRP, selection)).contains("<interface><ifName>10GE1/0/1</ifName><ifIndex/>");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:huawei:yang:huawei-ifm?module=huawei-ifm&revision=2020-06-10, huawei-ifm, 'has the module huawei-ifm, revision 2020-06-10'",
        "http://www.huawei.com/netconf/vrp/huawei-ifm?module=huawei-ifm&revision=2017-03-23, huawei-ifm-vrp,"
                + " 'has the module huawei-ifm, revision 2017-03-23'",
        "http://www.huawei.com/netconf/capability/exchange/1.0, huawei-vrp,"
                + " announces http://www.huawei.com/netconf/capability/exchange/1.0",
        "urn:example:other?module=other&revision=2020-01-01, ,"
    })
    void eachGenerationIsToldByItsNamespace(String capability, String word, String announcement) {
        Hello hello = new Hello(List.of(Capability.parse(capability)), null);
        YangLibrary library = YangLibrary.announced(hello);
        assertThat(Arrays.stream(HuaweiIfm.Generation.values())
                        .map(HuaweiIfm::new)
                        .filter(model -> model.announcement(hello, library).isPresent())
                        .map(HuaweiIfm::name))
                .isEqualTo(word == null ? List.of() : List.of(word));
        assertThat(Arrays.stream(HuaweiIfm.Generation.values())
                        .map(HuaweiIfm::new)
                        .flatMap(model -> model.announcement(hello, library).stream())
                        .toList())
                .isEqualTo(announcement == null ? List.of() : List.of(announcement));
    }
}
