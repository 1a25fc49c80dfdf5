package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

class H3cIfmgrTest {

    private static final H3cIfmgr MODEL = new H3cIfmgr(H3cIfmgr.Brand.H3C);

    private static InterfaceSample interfaceNamed(String name) throws Exception {
        return requireNonNull(Replies.readFixture(MODEL, "h3c-ifmgr.xml").get(name), name);
    }

    @Test
    void tablesAreJoinedByTheIndex() throws Exception {
        assertThat(interfaceNamed("FortyGigE1/0/3"))
                .isEqualTo(new InterfaceSample(
                        "FortyGigE1/0/3",
                        "to the core & back",
                        InterfaceType.translated("6", "ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        null,
                        11,
                        "00:00:5e:00:53:01",
                        40_000_000_000L,
                        9000L,
                        List.of(),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.1", 24), new IpPrefix("198.51.100.1", 30)),
                        List.of(new IpPrefix("2001:DB8::1", 64)),
                        new Statistics(
                                null,
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
                                "AbbreviatedName", "FGE1/0/3",
                                "ActualDuplex", "1",
                                "PortLayer", "2",
                                "LastChange", "29Day19Hour49Minute50Second",
                                "InNUcastPkts", "7",
                                "OutNUcastPkts", "21",
                                "LastClear", "2026-10-02T00:00:00")));
    }

    @Test
    void whatCannotBeOrIsNotKnownIsAbsent() throws Exception {
        InterfaceSample port = interfaceNamed("GigabitEthernet1/0/4");
        assertThat(port.ifIndex()).isEqualTo(12);
        assertThat(port.description()).isNull();
        assertThat(port.adminStatus()).isEqualTo(AdminStatus.Known.DOWN);
        assertThat(port.operStatus()).isEqualTo(OperStatus.Known.DOWN);
        assertThat(port.speedBitsPerSecond()).isNull();
        assertThat(port.mtuOctets()).isEqualTo(1500);
        assertThat(port.ipv4()).isEmpty();
        assertThat(port.anomalies()).containsExactly(new Anomaly(CounterLeaf.IN_OCTETS.word(), "-324"));
        assertThat(port.extra()).containsOnly(Map.entry("LinkType", "2"), Map.entry("PVID", "10"));
        assertThat(requireNonNull(port.statistics()).inOctets()).isEqualTo(new Counter64(21));
        assertThat(port.statistics().outOctets()).isEqualTo(new Counter64(28));
    }

    @Test
    void anInterfaceWithoutASpeedHasItsBandwidth() throws Exception {
        InterfaceSample vlan = interfaceNamed("Vlan-interface1");
        assertThat(vlan.type()).isEqualTo(InterfaceType.translated("136", "l3ipvlan"));
        assertThat(vlan.operStatus()).isEqualTo(OperStatus.Known.LOWER_LAYER_DOWN);
        assertThat(vlan.speedBitsPerSecond()).isEqualTo(1_000_000_000);
        assertThat(vlan.ipv4()).isEmpty();
        assertThat(vlan.statistics()).isNull();
        assertThat(interfaceNamed("NULL0").speedBitsPerSecond()).isEqualTo(64_000);
    }

    @Test
    void numbersThatAreNotKnownAreKept() throws Exception {
        assertThat(interfaceNamed("NULL0").type()).isEqualTo(new InterfaceType.Other("999"));
        assertThat(interfaceNamed("NULL0").operStatus()).isEqualTo(new OperStatus.Unrecognised("8"));
    }

    @Test
    void whatHasANameInATableOfInterfacesIsOne() throws Exception {
        assertThat(Replies.readFixture(MODEL, "h3c-ifmgr.xml"))
                .containsOnlyKeys("FortyGigE1/0/3", "GigabitEthernet1/0/4", "Vlan-interface1", "NULL0", "Tunnel1");
    }

    @ParameterizedTest
    @EnumSource
    void eachModelReadsTheNamespacesOfBothBrands(H3cIfmgr.Brand brand) throws Exception {
        try (InputStream fixture = requireNonNull(getClass().getResourceAsStream("h3c-ifmgr.xml"))) {
            String h3c = new String(fixture.readAllBytes(), StandardCharsets.UTF_8);
            List<InterfaceSample> expected = Replies.read(MODEL, h3c);
            assertThat(Replies.read(new H3cIfmgr(brand), h3c)).isEqualTo(expected);
            assertThat(Replies.read(new H3cIfmgr(brand), h3c.replace("www.h3c.com", "www.hp.com")))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://www.h3c.com/netconf/data:1.0-", "http://www.hp.com/netconf/data:1.0-"})
    void tablesMayHaveNamespacesOfTheirOwn(String namespaces) throws Exception {
        assertThat(Replies.readData(
                        MODEL,
                        "<Ifmgr xmlns='" + namespaces
                                + "Ifmgr'><Interfaces><Interface><IfIndex>1</IfIndex><Name>a</Name>"
                                + "</Interface></Interfaces></Ifmgr><IPV4ADDRESS xmlns='" + namespaces
                                + "IPV4ADDRESS'><Ipv4Addresses><Ipv4Address><IfIndex>1</IfIndex><Ipv4Address>192.0.2.1"
                                + "</Ipv4Address></Ipv4Address></Ipv4Addresses></IPV4ADDRESS><IPV6ADDRESS xmlns='"
                                + namespaces
                                + "IPV6ADDRESS'><Ipv6Addresses><AddressEntry><IfIndex>1</IfIndex><Ipv6Address>2001:db8::1"
                                + "</Ipv6Address></AddressEntry></Ipv6Addresses></IPV6ADDRESS>"))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.name()).isEqualTo("a");
                    assertThat(sample.ipv4()).containsExactly(new IpPrefix("192.0.2.1", null));
                    assertThat(sample.ipv6()).containsExactly(new IpPrefix("2001:db8::1", null));
                });
    }

    @ParameterizedTest
    @CsvSource({"H3C, http://www.h3c.com/netconf/data:1.0", "HP, http://www.hp.com/netconf/data:1.0"})
    void theRequestAsksForWholeTablesInTheNamespaceOfTheBrand(H3cIfmgr.Brand brand, String namespace) throws Exception {
        String request = "<get xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><filter type=\"subtree\"><top xmlns=\""
                + namespace + "\"><Ifmgr><Interfaces/><Statistics/></Ifmgr><IPV4ADDRESS><Ipv4Addresses/></IPV4ADDRESS>"
                + "<IPV6ADDRESS><Ipv6Addresses/></IPV6ADDRESS></top></filter></get>";
        H3cIfmgr model = new H3cIfmgr(brand);
        assertThat(Replies.request(model, InterfaceSelection.ALL)).isEqualTo(request);
        assertThat(Replies.request(model, new InterfaceSelection(Set.of("NULL0"), Set.of())))
                .isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:h3c:params:netconf:capability:h3c-netconf-ext:1.0, h3c-ifmgr,"
                + " announces urn:h3c:params:netconf:capability:h3c-netconf-ext:1.0",
        "urn:hp:params:netconf:capability:hp-netconf-ext:1.0, hp-ifmgr,"
                + " announces urn:hp:params:netconf:capability:hp-netconf-ext:1.0",
        "http://www.h3c.com/netconf/data:1.0-Ifmgr?module=H3C-ifmgr-data&revision=2020-03-31, h3c-ifmgr,"
                + " 'has the module H3C-ifmgr-data, revision 2020-03-31'",
        "http://www.hp.com/netconf/data:1.0, hp-ifmgr, announces http://www.hp.com/netconf/data:1.0",
        "urn:example:other, ,"
    })
    void theBrandIsToldByItsCapabilities(String capability, String word, String announcement) {
        Hello hello = new Hello(List.of(Capability.parse(capability)), null);
        YangLibrary library = YangLibrary.announced(hello);
        List<H3cIfmgr> announced = Arrays.stream(H3cIfmgr.Brand.values())
                .map(H3cIfmgr::new)
                .filter(model -> model.announcement(hello, library).isPresent())
                .toList();
        assertThat(announced.stream().map(H3cIfmgr::name)).isEqualTo(word == null ? List.of() : List.of(word));
        assertThat(announced.stream()
                        .flatMap(model -> model.announcement(hello, library).stream())
                        .toList())
                .isEqualTo(announcement == null ? List.of() : List.of(announcement));
    }
}
