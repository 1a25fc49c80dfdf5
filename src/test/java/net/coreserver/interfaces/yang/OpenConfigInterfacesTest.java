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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenConfigInterfacesTest {

    private static final OpenConfigInterfaces MODEL = new OpenConfigInterfaces(OpenConfigInterfaces.Request.FILTERED);
    private static final InterfaceType ETHERNET = InterfaceType.of("ethernetCsmacd");

    private static @Nullable InterfaceSample fixture(String name) throws Exception {
        return Replies.readFixture(MODEL, "openconfig-interfaces.xml").get(name);
    }

    private static InterfaceSample only(String inEntry) throws Exception {
        return Replies.readData(
                        MODEL,
                        "<interfaces xmlns='http://openconfig.net/yang/interfaces'><interface><name>a</name>" + inEntry
                                + "</interface></interfaces>")
                .getFirst();
    }

    private static Statistics octets(@Nullable Instant since, long in, @Nullable Counter64 out) {
        return new Statistics(
                since, new Counter64(in), null, null, null, null, null, null, out, null, null, null, null, null);
    }

    @Test
    void aServerThatRefusesTheFilterCanBeAskedForEverything() throws Exception {
        InterfaceModel whole = new OpenConfigInterfaces(OpenConfigInterfaces.Request.WHOLE);
        assertThat(Replies.request(whole, InterfaceSelection.ALL))
                .contains(
                        "<filter type=\"subtree\"><interfaces xmlns=\"http://openconfig.net/yang/interfaces\"/></filter>");
        assertThat(Replies.readFixture(whole, "openconfig-interfaces.xml"))
                .isEqualTo(Replies.readFixture(MODEL, "openconfig-interfaces.xml"));
    }

    @Test
    void theRequestNamesWhatIsReadAndLeavesTheContainersOpenForWhatVendorsAdd() throws Exception {
        String ip =
                "<addresses><address><ip/><config><prefix-length/></config><state><prefix-length/></state></address>"
                        + "</addresses><state><mtu/></state>";
        String addresses = "<ipv4 xmlns=\"http://openconfig.net/yang/interfaces/ip\">" + ip
                + "</ipv4><ipv6 xmlns=\"http://openconfig.net/yang/interfaces/ip\">" + ip + "</ipv6>";
        String entry = "<config/><state/>"
                + "<ethernet xmlns=\"http://openconfig.net/yang/interfaces/ethernet\"><config><mac-address/>"
                + "<aggregate-id xmlns=\"http://openconfig.net/yang/interfaces/aggregate\"/></config>"
                + "<state><mac-address/><hw-mac-address/><negotiated-port-speed/><effective-speed/><port-speed/>"
                + "<aggregate-id xmlns=\"http://openconfig.net/yang/interfaces/aggregate\"/></state></ethernet>"
                + "<aggregation xmlns=\"http://openconfig.net/yang/interfaces/aggregate\">"
                + "<state><lag-type/><lag-speed/><member/></state></aggregation>"
                + "<subinterfaces><subinterface><index/><config/><state/>" + addresses
                + "</subinterface></subinterfaces>"
                + "<routed-vlan xmlns=\"http://openconfig.net/yang/vlan\"><state><vlan/></state>" + addresses
                + "</routed-vlan></interface>";
        assertThat(Replies.request(MODEL, InterfaceSelection.ALL))
                .isEqualTo("<get xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><filter type=\"subtree\">"
                        + "<interfaces xmlns=\"http://openconfig.net/yang/interfaces\"><interface><name/>" + entry
                        + "</interfaces></filter></get>");
        assertThat(Replies.request(MODEL, new InterfaceSelection(Set.of("eth-0/1"), Set.of(ETHERNET))))
                .contains("<interface><name>eth-0/1</name>" + entry);
    }

    @Test
    void everyLeafIsReadAndTheStateCountsBeforeTheConfiguration() throws Exception {
        assertThat(fixture("eth-0/1"))
                .isEqualTo(new InterfaceSample(
                        "eth-0/1",
                        "to the core",
                        ETHERNET,
                        AdminStatus.Known.UP,
                        OperStatus.Known.LOWER_LAYER_DOWN,
                        Instant.parse("2025-11-01T10:30:00.5Z"),
                        17,
                        "00:00:5e:00:53:01",
                        2_500_000_000L,
                        9214L,
                        List.of("eth-0/1.100", "eth-0/1:200"),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.1", 24), new IpPrefix("198.51.100.1", 31)),
                        List.of(new IpPrefix("2001:db8::1", 64)),
                        new Statistics(
                                Instant.parse("2025-10-31T00:00:00.000909Z"),
                                Counter64.parse("18446744073709551615"),
                                new Counter64(2),
                                new Counter64(3),
                                new Counter64(4),
                                new Counter64(5),
                                new Counter64(6),
                                new Counter64(7),
                                Counter64.parse("18446744071853176047"),
                                new Counter64(9),
                                new Counter64(10),
                                new Counter64(11),
                                new Counter64(12),
                                new Counter64(13)),
                        List.of(),
                        Map.of(
                                "in-pkts", "1001",
                                "out-pkts", "1002",
                                "in-fcs-errors", "99",
                                "carrier-transitions", "14")));
    }

    @Test
    void subinterfacesAreInterfacesOnTopUnderTheirOwnNameOrTheirIndex() throws Exception {
        assertThat(fixture("eth-0/1.100"))
                .isEqualTo(new InterfaceSample(
                        "eth-0/1.100",
                        "a customer",
                        null,
                        AdminStatus.Known.UP,
                        OperStatus.Known.DORMANT,
                        Instant.parse("2025-11-01T10:30:00.5Z"),
                        19,
                        null,
                        null,
                        1400L,
                        List.of(),
                        List.of("eth-0/1"),
                        List.of(new IpPrefix("203.0.113.1", 32)),
                        List.of(),
                        octets(null, 21, new Counter64(22))));
        assertThat(requireNonNull(fixture("eth-0/1:200")).lowerLayerIf()).containsExactly("eth-0/1");
    }

    @Test
    void subinterface0IsTheInterfaceItselfAndCountsForItWhereItDoesNot() throws Exception {
        assertThat(requireNonNull(fixture("bundle-1")).statistics())
                .isEqualTo(octets(Instant.parse("2025-01-25T16:05:32.891Z"), 31, null));
        assertThat(only("<state><counters><out-octets>7</out-octets></counters></state><subinterfaces><subinterface>"
                                + "<state><counters><in-octets>5</in-octets><last-clear>2025-01-01T00:00:00Z</last-clear>"
                                + "</counters></state><index>0</index></subinterface></subinterfaces>")
                        .statistics())
                .isEqualTo(new Statistics(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Counter64(7),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void anInterfaceOfWhichOnlyTheConfigurationIsToldIsReadFromThat() throws Exception {
        assertThat(fixture("eth-0/2"))
                .isEqualTo(new InterfaceSample(
                        "eth-0/2",
                        "a member",
                        ETHERNET,
                        AdminStatus.Known.DOWN,
                        null,
                        null,
                        null,
                        "00:00:5e:00:53:03",
                        null,
                        null,
                        List.of("bundle-1"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }

    @Test
    void aBundleIsAboveItsMembersAndATimeSinceTheStartIsNoTimeOfDay() throws Exception {
        assertThat(fixture("bundle-1"))
                .isEqualTo(new InterfaceSample(
                        "bundle-1",
                        null,
                        InterfaceType.translated("oc-lag:IF_AGGREGATE", "ieee8023adLag"),
                        AdminStatus.Known.DOWN,
                        OperStatus.Known.DOWN,
                        null,
                        null,
                        null,
                        20_000_000_000L,
                        null,
                        List.of(),
                        List.of("eth-0/3", "eth-0/2"),
                        List.of(),
                        List.of(),
                        octets(Instant.parse("2025-01-25T16:05:32.891Z"), 31, null),
                        List.of(),
                        Map.of("last-change", "1613220", "lag-type", "LACP")));
    }

    @Test
    void aBundleThatIsNotInTheReplyIsNotMadeUpFromItsMembers() throws Exception {
        InterfaceSample member = only("<ethernet xmlns='http://openconfig.net/yang/interfaces/ethernet'><config>"
                + "<aggregate-id xmlns='http://openconfig.net/yang/interfaces/aggregate'>b</aggregate-id></config>"
                + "</ethernet>");
        assertThat(member.name()).isEqualTo("a");
        assertThat(member.higherLayerIf()).containsExactly("b");
    }

    @Test
    void theAddressesOfAVlanAreReadAndTheEntriesOfOneInterfaceMerged() throws Exception {
        assertThat(fixture("vlan-10"))
                .isEqualTo(new InterfaceSample(
                        "vlan-10",
                        null,
                        InterfaceType.of("l3ipvlan"),
                        null,
                        OperStatus.Known.UP,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.65", 26)),
                        List.of(new IpPrefix("2001:db8:10::1", 64)),
                        octets(null, 0, null),
                        List.of(),
                        Map.of("routed-vlan/vlan", "10")));
    }

    @Test
    void whatCienaHasOfItsOwnIsRead() throws Exception {
        assertThat(fixture("9"))
                .isEqualTo(new InterfaceSample(
                        "9",
                        null,
                        new InterfaceType.Other("ettp"),
                        AdminStatus.Known.DOWN,
                        OperStatus.Known.DOWN,
                        null,
                        null,
                        "00:00:5e:00:53:09",
                        10_000_000_000L,
                        null,
                        List.of(),
                        List.of(),
                        List.of(new IpPrefix("203.0.113.9", 24)),
                        List.of(),
                        octets(null, 41, null),
                        List.of(),
                        Map.of("in-pkts", "42")));
    }

    @Test
    void whatCannotBeIsAbsentAndUnknownWordsAreKept() throws Exception {
        assertThat(fixture("odd"))
                .isEqualTo(new InterfaceSample(
                        "odd",
                        null,
                        new InterfaceType.Other("vendor:fancy"),
                        new AdminStatus.Unrecognised("SLEEPING"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Statistics(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new Counter64(51),
                                null,
                                null,
                                null,
                                null,
                                null),
                        List.of(new Anomaly("inOctets", "-324"), new Anomaly("inErrors", "18446744073709551616")),
                        Map.of("last-change", "yesterday")));
    }

    @Test
    void noOtherInterfacesAreMadeUp() throws Exception {
        assertThat(Replies.readFixture(MODEL, "openconfig-interfaces.xml"))
                .containsOnlyKeys(
                        "eth-0/1", "eth-0/1.100", "eth-0/1:200", "eth-0/2", "bundle-1", "vlan-10", "9", "odd");
    }

    @ParameterizedTest
    @CsvSource({
        "1761993000500000000, 2025-11-01T10:30:00.5Z",
        "2025-11-01T12:30:00.500+02:00, 2025-11-01T10:30:00.5Z",
        "2025-11-01 10:30:00.5 UTC, 2025-11-01T10:30:00.5Z",
        "0,",
        "161322000,",
        "1525272822,",
        "1525272822000,",
        "18446744073709551615,",
        "1970-01-01T00:00:00Z,",
        "2025-11-01 10:30:00.5 CET,",
        "never,"
    })
    void aTimeIsReadInEachOfItsSpellings(String text, @Nullable Instant expected) throws Exception {
        assertThat(only("<state><last-change>" + text + "</last-change></state>")
                        .lastChange())
                .isEqualTo(expected);
        assertThat(only("<state><counters><in-octets>1</in-octets><last-clear>" + text
                                + "</last-clear></counters></state>")
                        .statistics())
                .isEqualTo(octets(expected, 1, null));
    }

    @ParameterizedTest
    @CsvSource({
        "SPEED_10MB, 10000000",
        "SPEED_1GB, 1000000000",
        "SPEED_2500MB, 2500000000",
        "oc-eth:SPEED_400GB, 400000000000",
        "SPEED_800GB, 800000000000",
        "SPEED_UNKNOWN,"
    })
    void aSpeedIsReadFromItsIdentity(String identity, @Nullable Long expected) throws Exception {
        assertThat(only("<ethernet xmlns='http://openconfig.net/yang/interfaces/ethernet'><state><port-speed>"
                                + identity + "</port-speed></state></ethernet>")
                        .speedBitsPerSecond())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "<port-speed>SPEED_10GB</port-speed><effective-speed>1000</effective-speed>, 1000000000",
        "<effective-speed>1000</effective-speed><port-speed>SPEED_10GB</port-speed>, 1000000000",
        "<effective-speed>0</effective-speed><negotiated-port-speed>SPEED_1GB</negotiated-port-speed>, 1000000000",
        "<negotiated-port-speed>SPEED_UNKNOWN</negotiated-port-speed><port-speed>SPEED_10GB</port-speed>, 10000000000",
        "<port-speed>SPEED_10GB</port-speed><effective-speed>0</effective-speed>, 10000000000",
        "<effective-speed>0</effective-speed>,"
    })
    void theSpeedThatThereIsCountsBeforeTheOneThatIsSet(String leaves, @Nullable Long expected) throws Exception {
        assertThat(only("<ethernet xmlns='http://openconfig.net/yang/interfaces/ethernet'><state>" + leaves
                                + "</state></ethernet>")
                        .speedBitsPerSecond())
                .isEqualTo(expected);
    }

    @Test
    void aServerAnnouncesItByItsModule() {
        Hello with = new Hello(
                List.of(Capability.parse(
                        "http://openconfig.net/yang/interfaces?module=openconfig-interfaces&revision=2021-04-06")),
                1L);
        assertThat(MODEL.announcement(with, YangLibrary.announced(with)))
                .contains("has the module openconfig-interfaces, revision 2021-04-06");
        Hello without = new Hello(
                List.of(Capability.parse("http://openconfig.net/yang/interfaces/ip?module=openconfig-if-ip")), 1L);
        assertThat(MODEL.announcement(without, YangLibrary.announced(without))).isEmpty();
    }

    @Test
    void aReplyWithoutNamespacesIsReadByItsNames() throws Exception {
        List<InterfaceSample> samples = Replies.read(
                MODEL,
                "<rpc-reply><data><interfaces><interface><name>a</name><state><type>ethernetCsmacd</type>"
                        + "<admin-status>UP</admin-status></state></interface></interfaces></data></rpc-reply>");
        assertThat(samples).singleElement().satisfies(sample -> {
            assertThat(sample.type()).isEqualTo(ETHERNET);
            assertThat(sample.adminStatus()).isEqualTo(AdminStatus.Known.UP);
        });
    }
}
