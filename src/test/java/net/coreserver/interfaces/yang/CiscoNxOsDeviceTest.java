package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Anomaly;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.discovery.YangLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiscoNxOsDeviceTest {

    private static final CiscoNxOsDevice MODEL = new CiscoNxOsDevice();

    private static final String LINK_STATE =
            "<operSt/><operStQual/><operMtu/><operSpeed/><operDuplex/><backplaneMac/>" + "<lastLinkStChg/>";
    private static final String PACKETS = "<octets/><ucastPkts/><broadcastPkts/><multicastPkts/>";
    private static final String COUNTERS = "<dbgIfIn-items>" + PACKETS
            + "<discards/><errors/><unknownProtos/></dbgIfIn-items>"
            + "<dbgIfOut-items>" + PACKETS + "<discards/><errors/></dbgIfOut-items>"
            + "<dbgEtherStats-items><cRCAlignErrors/></dbgEtherStats-items>"
            + "<dbgIfHCIn-items>" + PACKETS + "</dbgIfHCIn-items><dbgIfHCOut-items>" + PACKETS + "</dbgIfHCOut-items>";

    private static Map<String, InterfaceSample> fixture() throws Exception {
        return Replies.readFixture(MODEL, "cisco-nx-os-device.xml");
    }

    private static InterfaceSample fixture(String name) throws Exception {
        return requireNonNull(fixture().get(name));
    }

    private static InterfaceSample port(String leaves) throws Exception {
        List<InterfaceSample> samples = Replies.readData(
                MODEL,
                "<System xmlns='http://cisco.com/ns/yang/cisco-nx-os-device'><intf-items><phys-items><PhysIf-list><id>a</id>"
                        + leaves
                        + "</PhysIf-list><PhysIf-list><id>b</id></PhysIf-list></phys-items></intf-items></System>");
        assertThat(samples).extracting(InterfaceSample::name).containsExactly("a", "b");
        return samples.getFirst();
    }

    @Test
    void theRequestAsksForTheLeavesThatAreRead() throws Exception {
        String key = "<id/><descr/><adminSt/>";
        String addresses = "<addr-items><Addr-list><addr/></Addr-list></addr-items>";
        String domains = "<inst-items><dom-items><Dom-list><name/><if-items><If-list><id/>" + addresses
                + "*</If-list></if-items></Dom-list></dom-items></inst-items>";
        assertThat(CiscoTexts.filter(MODEL, InterfaceSelection.ALL))
                .isEqualTo("<System xmlns=\"http://cisco.com/ns/yang/cisco-nx-os-device\"><intf-items>"
                        + "<phys-items><PhysIf-list>" + key + "<mtu/><bw/><layer/><mode/><phys-items>" + LINK_STATE
                        + "<ifIndex/><operDescr/><bundleIndex/></phys-items>" + COUNTERS + "</PhysIf-list></phys-items>"
                        + "<aggr-items><AggrIf-list>" + key + "<mtu/><bw/><layer/><mode/><aggrif-items>" + LINK_STATE
                        + "<ifIndex/><operDescr/></aggrif-items><rsmbrIfs-items><RsMbrIfs-list><tDn/></RsMbrIfs-list>"
                        + "</rsmbrIfs-items>" + COUNTERS + "</AggrIf-list></aggr-items>"
                        + "<lb-items><LbRtdIf-list>" + key + "<lbrtdif-items><operSt/><operStQual/><operMtu/><ifIndex/>"
                        + "<operDescr/></lbrtdif-items></LbRtdIf-list></lb-items>"
                        + "<encrtd-items><EncRtdIf-list>" + key + "<mtu/><bw/><encap/><encrtdif-items><operSt/>"
                        + "<operStQual/><operMtu/><ifIndex/><operDescr/><operRouterMac/></encrtdif-items>"
                        + "<rsencPhysRtdConf-items><tDn/></rsencPhysRtdConf-items></EncRtdIf-list></encrtd-items>"
                        + "<svi-items><If-list>" + key
                        + "<mtu/><bw/><vlanId/><operSt/><operStQual/><svi-items><ifIndex/>"
                        + "<operDescr/><operMtu/><operBw/><operMac/><operLastChgSec/><operLastChgUsec/></svi-items>"
                        + "</If-list></svi-items></intf-items>"
                        + "<mgmt-items><MgmtIf-list>" + key + "<mtu/><mgmt-items>" + LINK_STATE + "</mgmt-items>"
                        + COUNTERS + "</MgmtIf-list></mgmt-items>"
                        + "<ipv4-items>" + domains.replace("*", "") + "</ipv4-items>"
                        + "<ipv6-items>" + domains.replace("*", "<llAddr/>") + "</ipv6-items></System>");
    }

    @Test
    void theServerLeavesOutInterfacesThatAreNotAskedFor() throws Exception {
        assertThat(CiscoTexts.filter(MODEL, new InterfaceSelection(Set.of("eth1/1"), Set.of())))
                .contains("<PhysIf-list><id>eth1/1</id><descr/>", "<MgmtIf-list><id>eth1/1</id><descr/>")
                .contains("<If-list><id>eth1/1</id><addr-items>")
                .doesNotContain("<id/>");
    }

    @Test
    void everyKindOfInterfaceIsReadAndNothingElseIsOne() throws Exception {
        assertThat(fixture())
                .containsOnlyKeys(
                        "vlan417", "vlan1", "mgmt0", "eth1/1", "eth1/2", "eth1/3", "po10", "eth1/1.10", "lo0");
    }

    @Test
    void everyLeafOfAPortIsRead() throws Exception {
        InterfaceSample sample = fixture("eth1/1");
        assertThat(sample)
                .isEqualTo(new InterfaceSample(
                        "eth1/1",
                        "to the core",
                        InterfaceType.of("ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-11-01T12:30:00.125Z"),
                        436_207_616,
                        "00:00:5E:00:53:1F",
                        10_000_000_000L,
                        9216L,
                        List.of("po10", "eth1/1.10"),
                        List.of(),
                        List.of(),
                        List.of(),
                        CiscoTexts.counters(
                                "18446744071853176047", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"),
                        List.of(),
                        sample.extra()));
        assertThat(sample.extra())
                .containsOnly(
                        Map.entry("layer", "Layer2"),
                        Map.entry("mode", "trunk"),
                        Map.entry("operStQual", "none"),
                        Map.entry("operDuplex", "full"),
                        Map.entry("cRCAlignErrors", "14"));
    }

    @Test
    void everyLeafOfAVlanInterfaceIsRead() throws Exception {
        InterfaceSample sample = fixture("vlan417");
        assertThat(sample)
                .isEqualTo(new InterfaceSample(
                        "vlan417",
                        "users & guests",
                        InterfaceType.of("l3ipvlan"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-11-01T12:30:00.004711Z"),
                        151_060_897,
                        "00:00:5E:00:53:1E",
                        1_000_000_000L,
                        9000L,
                        List.of(),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.1", 24), new IpPrefix("198.51.100.1", 28)),
                        List.of(new IpPrefix("2001:db8::1", 64), new IpPrefix("2001:db8::2", null)),
                        null,
                        List.of(),
                        sample.extra()));
        assertThat(sample.extra())
                .containsOnly(
                        Map.entry("operStQual", "unknown"),
                        Map.entry("vlanId", "417"),
                        Map.entry("Dom-list/name", "blue"),
                        Map.entry("llAddr", "fe80::1"));
    }

    @Test
    void anInterfaceThatWasShutDownIsDown() throws Exception {
        InterfaceSample sample = fixture("vlan1");
        assertThat(sample.adminStatus()).isEqualTo(AdminStatus.Known.DOWN);
        assertThat(sample.operStatus()).isEqualTo(OperStatus.Known.DOWN);
        assertThat(sample.lastChange()).isNull();
        assertThat(sample.speedBitsPerSecond()).isEqualTo(1_000_000_000L);
    }

    @Test
    void whatIsConfiguredHoldsWhereTheStateDoesNotTell() throws Exception {
        InterfaceSample sample = fixture("eth1/2");
        assertThat(sample.speedBitsPerSecond()).isEqualTo(10_000_000_000L);
        assertThat(sample.extra()).containsExactly(Map.entry("operSpeed", "auto"));
        assertThat(sample.lastChange()).isNull();
        assertThat(sample.higherLayerIf()).isEmpty();
        assertThat(sample.description()).isEqualTo("from the other place");
        assertThat(sample.statistics())
                .isEqualTo(CiscoTexts.counters(
                        "1", "2", null, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void aPortChannelStandsOnItsMembers() throws Exception {
        InterfaceSample sample = fixture("po10");
        assertThat(sample.lowerLayerIf()).containsExactly("eth1/1", "eth1/4");
        assertThat(sample.type()).isEqualTo(InterfaceType.of("ieee8023adLag"));
        assertThat(sample.speedBitsPerSecond()).isEqualTo(1_000_000_000L);
        assertThat(sample.ifIndex()).isEqualTo(369_098_761);
    }

    @Test
    void aSubinterfaceStandsOnItsPort() throws Exception {
        InterfaceSample sample = fixture("eth1/1.10");
        assertThat(sample.lowerLayerIf()).containsExactly("eth1/1");
        assertThat(sample.type()).isEqualTo(InterfaceType.of("l2vlan"));
        assertThat(sample.physAddress()).isEqualTo("00:00:5E:00:53:20");
        assertThat(sample.extra()).containsExactly(Map.entry("encap", "vlan-10"));
    }

    @Test
    void loopbacksAndManagementPortsAreRead() throws Exception {
        InterfaceSample loopback = fixture("lo0");
        assertThat(loopback.type()).isEqualTo(InterfaceType.of("softwareLoopback"));
        assertThat(loopback.description()).isEqualTo("router id");
        assertThat(loopback.ifIndex()).isEqualTo(335_544_320);
        assertThat(loopback.mtuOctets()).isEqualTo(1500);
        InterfaceSample management = fixture("mgmt0");
        assertThat(management.physAddress()).isEqualTo("00:00:5E:00:53:21");
        assertThat(management.speedBitsPerSecond()).isEqualTo(1_000_000_000L);
        assertThat(management.ipv4()).containsExactly(new IpPrefix("203.0.113.5", null));
        assertThat(management.extra()).containsExactly(Map.entry("Dom-list/name", "management"));
        assertThat(management.statistics())
                .isEqualTo(CiscoTexts.counters(
                        "77", null, null, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void whatCannotBeCostsNothingButItself() throws Exception {
        assertThat(fixture("eth1/3"))
                .isEqualTo(new InterfaceSample(
                        "eth1/3",
                        null,
                        InterfaceType.of("ethernetCsmacd"),
                        new AdminStatus.Unrecognised("half"),
                        new OperStatus.Unrecognised("link-up"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        CiscoTexts.counters(
                                null, null, null, null, "5", null, null, null, null, null, null, null, null),
                        List.of(new Anomaly("inErrors", "-324")),
                        Map.of("operSpeed", "unknown")));
    }

    @ParameterizedTest
    @CsvSource({
        "10M, 10000000",
        "100M, 100000000",
        "25G, 25000000000",
        "400G, 400000000000",
        "1000 Mbps, 1000000000",
        "0,"
    })
    void aSpeedIsAText(String text, Long expected) throws Exception {
        assertThat(port("<phys-items><operSpeed>" + text + "</operSpeed></phys-items>")
                        .speedBitsPerSecond())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1793536200, 999999, 2026-11-01T12:30:00.999999Z",
        "1793536200, 1000000, 2026-11-01T12:30:00Z",
        "1793536200, -1, 2026-11-01T12:30:00Z",
        "-1, 5,"
    })
    void microsecondsThatAreNoneCostNothingButThemselves(String seconds, String microseconds, Instant expected)
            throws Exception {
        InterfaceSample sample = Replies.readData(
                        MODEL,
                        "<System xmlns='http://cisco.com/ns/yang/cisco-nx-os-device'><intf-items><svi-items><If-list>"
                                + "<svi-items><operLastChgUsec>" + microseconds + "</operLastChgUsec><operLastChgSec>"
                                + seconds + "</operLastChgSec></svi-items><id>vlan1</id></If-list></svi-items>"
                                + "</intf-items></System>")
                .getFirst();
        assertThat(sample.lastChange()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://cisco.com/ns/yang/cisco-nx-os-device?revision=2019-02-17&module=Cisco-NX-OS-device,"
                        + " 'has the module Cisco-NX-OS-device, revision 2019-02-17'",
                "http://cisco.com/ns/yang/cisco-nx-os-device?revision=2017-04-06,"
                        + " announces http://cisco.com/ns/yang/cisco-nx-os-device?revision=2017-04-06",
                "http://openconfig.net/yang/interfaces?module=openconfig-interfaces&revision=2017-07-14, -"
            })
    void aServerSaysThatItHasTheModel(String capability, String announcement) throws Exception {
        Hello hello = CiscoTexts.hello(capability);
        assertThat(MODEL.announcement(hello, YangLibrary.announced(hello)).orElse(null))
                .isEqualTo(announcement);
    }
}
