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
import net.coreserver.netconf.discovery.YangModule;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.WithDefaults;
import org.junit.jupiter.api.Test;

class NokiaStateTest {

    private static final NokiaState MODEL = new NokiaState(NokiaState.Release.CURRENT);
    private static final NokiaState OLD_MODEL = new NokiaState(NokiaState.Release.UNTIL_21);

    private static InterfaceSample interfaceNamed(String name) throws Exception {
        return requireNonNull(Replies.readFixture(MODEL, "nokia-state.xml").get(name), name);
    }

    @Test
    void aServerThatCannotBeAskedForDefaultsIsAskedWithout() {
        InterfaceModel model = new NokiaState(NokiaState.Release.CURRENT);
        Hello without = new Hello(List.of(Capability.parse(Capability.BASE_1_1)), 1L);
        Hello with = new Hello(List.of(Capability.parse(Capability.WITH_DEFAULTS + "?basic-mode=explicit")), 1L);

        assertThat(((Get) model.request(InterfaceSelection.ALL, with)).withDefaults())
                .isEqualTo(WithDefaults.REPORT_ALL);
        assertThat(((Get) model.request(InterfaceSelection.ALL, without)).withDefaults())
                .isNull();
        assertThat(((Get) model.request(InterfaceSelection.ALL, without)).filter())
                .isEqualTo(((Get) model.request(InterfaceSelection.ALL, with)).filter());
    }

    @Test
    void portsLagsAndTheInterfacesOfAllRoutersAreInterfaces() throws Exception {
        assertThat(Replies.readFixture(MODEL, "nokia-state.xml"))
                .containsOnlyKeys(
                        "1/1/c1/1",
                        "1/1/2",
                        "A/1",
                        "lag-core",
                        "lag-20",
                        "system",
                        "to-core",
                        "management/management",
                        "vprn-a/to-core",
                        "to-lab",
                        "only-configured");
    }

    @Test
    void aPortHasItsStateAndWhatIsConfiguredOfIt() throws Exception {
        assertThat(interfaceNamed("1/1/c1/1"))
                .isEqualTo(new InterfaceSample(
                        "1/1/c1/1",
                        "to the core & back",
                        new InterfaceType.Iana("ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-10-30T08:15:00.5Z"),
                        1610899521,
                        "00:00:5e:00:53:01",
                        100_000_000_000L,
                        9212L,
                        List.of("lag-core"),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Statistics(
                                Instant.parse("2026-10-01T00:00:00Z"),
                                Counter64.parse("18446744071853176047"),
                                new Counter64(2),
                                new Counter64(3),
                                new Counter64(4),
                                new Counter64(5),
                                new Counter64(6),
                                new Counter64(7),
                                new Counter64(8),
                                new Counter64(9),
                                new Counter64(10),
                                new Counter64(11),
                                new Counter64(12),
                                new Counter64(13)),
                        List.of(),
                        Map.of(
                                "port-state",
                                "up",
                                "oper-duplex",
                                "full",
                                "oper-state-change-count",
                                "3",
                                "in-packets",
                                "9",
                                "out-packets",
                                "30",
                                "last-cleared-time",
                                "2026-10-02T00:00:00.0Z")));
    }

    @Test
    void whatCannotBeIsAbsentAndCountersOfEthernetFillTheGaps() throws Exception {
        InterfaceSample port = interfaceNamed("1/1/2");
        assertThat(port.operStatus()).isEqualTo(OperStatus.Known.TESTING);
        assertThat(port.adminStatus()).isEqualTo(AdminStatus.Known.DOWN);
        assertThat(port.lastChange()).isNull();
        assertThat(port.speedBitsPerSecond()).isNull();
        assertThat(port.anomalies()).containsExactly(new Anomaly(CounterLeaf.IN_OCTETS.word(), "-324"));
        Statistics statistics = requireNonNull(port.statistics());
        assertThat(statistics.outOctets()).isEqualTo(new Counter64(99));
        assertThat(statistics.inOctets()).isEqualTo(new Counter64(21));
        assertThat(statistics.inUnicastPkts()).isEqualTo(new Counter64(22));
        assertThat(statistics.inBroadcastPkts()).isEqualTo(new Counter64(23));
        assertThat(statistics.inMulticastPkts()).isEqualTo(new Counter64(24));
        assertThat(statistics.inErrors()).isEqualTo(new Counter64(26));
        assertThat(statistics.outUnicastPkts()).isEqualTo(new Counter64(29));
        assertThat(statistics.outBroadcastPkts()).isEqualTo(new Counter64(30));
        assertThat(statistics.outMulticastPkts()).isEqualTo(new Counter64(31));
        assertThat(statistics.outErrors()).isEqualTo(new Counter64(33));
    }

    @Test
    void aPortWithoutCountersHasNone() throws Exception {
        InterfaceSample port = interfaceNamed("A/1");
        assertThat(port.operStatus()).isEqualTo(new OperStatus.Unrecognised("failed"));
        assertThat(port.type()).isNull();
        assertThat(port.statistics()).isNull();
    }

    @Test
    void aLagStandsOnItsPortsAndIsCountedFromItsNumberInOldReleases() throws Exception {
        InterfaceSample lag = interfaceNamed("lag-core");
        assertThat(lag.type()).isEqualTo(new InterfaceType.Iana("ieee8023adLag"));
        assertThat(lag.description()).isEqualTo("two of them");
        assertThat(lag.ifIndex()).isEqualTo(1342177281);
        assertThat(lag.physAddress()).isEqualTo("00:00:5e:00:53:0a");
        assertThat(lag.speedBitsPerSecond()).isNull();
        assertThat(lag.lowerLayerIf()).containsExactly("1/1/c1/1", "1/1/9");
        assertThat(lag.higherLayerIf()).containsExactly("to-core");
        assertThat(requireNonNull(lag.statistics()).inOctets()).isEqualTo(new Counter64(41));
        assertThat(lag.statistics().outOctets()).isEqualTo(new Counter64(48));
        assertThat(lag.extra()).containsEntry("bandwidth", "200000000").containsEntry("number-port-up", "2");
        assertThat(interfaceNamed("lag-20").adminStatus()).isEqualTo(new AdminStatus.Unrecognised("maintenance"));
        assertThat(interfaceNamed("lag-20").operStatus()).isEqualTo(new OperStatus.Unrecognised("transition"));
    }

    @Test
    void aRouterInterfaceHasTheAddressesOfItsStateWithTheConfiguredPrefixLengths() throws Exception {
        assertThat(interfaceNamed("system"))
                .isEqualTo(new InterfaceSample(
                        "system",
                        null,
                        new InterfaceType.Iana("softwareLoopback"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        Instant.parse("2026-10-29T07:00:00Z"),
                        1,
                        null,
                        null,
                        1500L,
                        List.of(),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.1", 32)),
                        List.of(new IpPrefix("2001:db8::1", 128)),
                        null,
                        List.of(),
                        Map.of("ipv6/link-local-address", "fe80::1", "router-name", "Base")));
        assertThat(interfaceNamed("to-core").ipv4())
                .containsExactly(new IpPrefix("198.51.100.1", 30), new IpPrefix("203.0.113.1", null));
    }

    @Test
    void aRouterInterfaceOfAnOldReleaseHasItsStateAndCounters() throws Exception {
        InterfaceSample toCore = interfaceNamed("to-core");
        assertThat(toCore.operStatus()).isEqualTo(OperStatus.Known.LOWER_LAYER_DOWN);
        assertThat(toCore.mtuOctets()).isEqualTo(9000);
        assertThat(toCore.physAddress()).isEqualTo("00:00:5e:00:53:0b");
        assertThat(toCore.lowerLayerIf()).containsExactly("lag-core");
        assertThat(toCore.extra()).containsEntry("ip/in-packets", "60").containsEntry("ip/out-packets", "67");
        Statistics statistics = requireNonNull(toCore.statistics());
        assertThat(statistics.inOctets()).isEqualTo(new Counter64(61));
        assertThat(statistics.outOctets()).isEqualTo(new Counter64(68));
        assertThat(statistics.outDiscards()).isEqualTo(new Counter64(72));
        assertThat(statistics.inUnicastPkts()).isNull();
    }

    @Test
    void interfacesOfServicesAreToldApart() throws Exception {
        InterfaceSample ofVprn = interfaceNamed("vprn-a/to-core");
        assertThat(ofVprn.description()).isNull();
        assertThat(ofVprn.type()).isNull();
        assertThat(ofVprn.operStatus()).isEqualTo(OperStatus.Known.DORMANT);
        assertThat(ofVprn.adminStatus()).isEqualTo(AdminStatus.Known.DOWN);
        assertThat(ofVprn.ipv4()).containsExactly(new IpPrefix("192.0.2.65", 26));
        assertThat(ofVprn.lowerLayerIf()).containsExactly("1/1/2");
        assertThat(ofVprn.extra()).containsEntry("service-name", "vprn-a");
        InterfaceSample ofIes = interfaceNamed("to-lab");
        assertThat(ofIes.type()).isEqualTo(new InterfaceType.Iana("softwareLoopback"));
        assertThat(ofIes.operStatus()).isEqualTo(OperStatus.Known.NOT_PRESENT);
        assertThat(ofIes.extra()).containsEntry("service-name", "ies-b");
        assertThat(interfaceNamed("1/1/2").higherLayerIf()).containsExactly("vprn-a/to-core", "only-configured");
    }

    @Test
    void configurationAloneMakesAnInterface() throws Exception {
        InterfaceSample configured = interfaceNamed("only-configured");
        assertThat(configured.description()).isEqualTo("its state was not sent");
        assertThat(configured.mtuOctets()).isEqualTo(1400);
        assertThat(configured.operStatus()).isNull();
    }

    @Test
    void theOrderOfStateAndConfigurationDoesNotMatter() throws Exception {
        String state =
                "<state xmlns='urn:nokia.com:sros:ns:yang:sr:state'><router><router-name>Base</router-name><interface>"
                        + "<interface-name>a</interface-name><oper-ip-mtu>1500</oper-ip-mtu>"
                        + "<ipv4><primary><oper-address>192.0.2.1</oper-address></primary></ipv4></interface></router></state>";
        String configure =
                "<configure xmlns='urn:nokia.com:sros:ns:yang:sr:conf'><router><router-name>Base</router-name>"
                        + "<interface><interface-name>a</interface-name><ip-mtu>9000</ip-mtu><ipv4><primary>"
                        + "<address>192.0.2.1</address><prefix-length>24</prefix-length></primary></ipv4></interface></router></configure>";
        assertThat(Replies.readData(MODEL, state + configure))
                .isEqualTo(Replies.readData(MODEL, configure + state))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.mtuOctets()).isEqualTo(1500);
                    assertThat(sample.ipv4()).containsExactly(new IpPrefix("192.0.2.1", 24));
                });
    }

    @Test
    void aReplyWithoutNamespacesIsReadAllTheSame() throws Exception {
        assertThat(Replies.readData(MODEL, "<state><port><port-id>1/1/1</port-id></port></state>"))
                .extracting(InterfaceSample::name)
                .containsExactly("1/1/1");
    }

    @Test
    void bothModelsReadBothReleases() throws Exception {
        assertThat(Replies.readFixture(OLD_MODEL, "nokia-state.xml"))
                .isEqualTo(Replies.readFixture(MODEL, "nokia-state.xml"));
    }

    @Test
    void theRequestNamesTheLeavesThatAreUsedWithTheirDefaults() throws Exception {
        String request = Replies.request(MODEL, InterfaceSelection.ALL);
        assertThat(request)
                .startsWith("<get xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><filter type=\"subtree\">"
                        + "<state xmlns=\"urn:nokia.com:sros:ns:yang:sr:state\"><port><port-id/><oper-state/>"
                        + "<oper-state-last-changed/><if-index/><hardware-mac-address/><port-state/><down-reason/>"
                        + "<ethernet><oper-speed/><oper-duplex/><oper-state-change-count/></ethernet>"
                        + "<statistics><counter-discontinuity-time/><in-octets/>")
                .contains("<lag><lag-name/><oper-state/><if-index/><hardware-mac-address/><bandwidth/><number-port-up/>"
                        + "<port><port-id/></port><statistics><in-octets/>")
                .contains(
                        "<router><router-name/><interface><interface-name/><oper-state/><last-oper-change/><if-index/>"
                                + "<oper-ip-mtu/><ipv4><primary><oper-address/></primary><secondary><oper-address/></secondary>"
                                + "</ipv4><ipv6><address><ipv6-address/></address><link-local-address><oper-address/>"
                                + "</link-local-address></ipv6><statistics><ip><in-octets/><out-octets/>")
                .contains("<configure xmlns=\"urn:nokia.com:sros:ns:yang:sr:conf\"><port><port-id/><admin-state/>"
                        + "<description/><ethernet><mtu/></ethernet></port><lag><admin-state/><description/></lag>")
                .contains(
                        "<loopback/><ipv4><primary><address/><prefix-length/></primary><secondary><address/>"
                                + "<prefix-length/></secondary></ipv4><ipv6><address><ipv6-address/><prefix-length/></address></ipv6>")
                .endsWith("</configure></filter><with-defaults xmlns="
                        + "\"urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults\">report-all</with-defaults></get>")
                .doesNotContain("if-oper-status", "lag-index");
    }

    @Test
    void theRequestOfOldReleasesNamesNothingThatTheyHaveNot() throws Exception {
        assertThat(Replies.request(OLD_MODEL, InterfaceSelection.ALL))
                .contains("<interface><interface-name/><if-oper-status/><last-oper-change/>")
                .contains("<lag><oper-state/>")
                .doesNotContain("oper-state-last-changed", "lag-name", "lag-index");
    }

    @Test
    void theRequestDoesNotNameEntriesSinceOneThatThereIsNotWouldBeAnError() throws Exception {
        assertThat(Replies.request(MODEL, new InterfaceSelection(Set.of("1/1/1"), Set.of())))
                .isEqualTo(Replies.request(MODEL, InterfaceSelection.ALL));
    }

    @Test
    void theRevisionOfTheModuleTellsTheReleases() {
        assertThat(announcement(MODEL, "2024-03-08")).isEqualTo("has the module nokia-state, revision 2024-03-08");
        assertThat(announcement(OLD_MODEL, "2024-03-08")).isEmpty();
        assertThat(announcement(MODEL, "2016-07-06")).isEmpty();
        assertThat(announcement(OLD_MODEL, "2016-07-06")).isEqualTo("has the module nokia-state, revision 2016-07-06");
        assertThat(MODEL.announcement(new Hello(List.of(), null), new YangLibrary(List.of())))
                .isEmpty();
    }

    private static String announcement(NokiaState model, String revision) {
        YangModule module = new YangModule(
                "nokia-state", revision, "urn:nokia.com:sros:ns:yang:sr:state", true, List.of(), List.of());
        return model.announcement(new Hello(List.of(), null), new YangLibrary(List.of(module)))
                .orElse("");
    }
}
