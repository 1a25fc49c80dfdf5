package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;
import static net.coreserver.interfaces.yang.Element.supplement;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.discovery.YangLibrary;
import net.coreserver.netconf.discovery.YangModule;

/**
 * {@code Ifmgr} of Comware 7 and later, on devices of H3C and of HPE, with the addresses of {@code IPV4ADDRESS} and
 * {@code IPV6ADDRESS}. The tables are joined by {@code IfIndex}: those of addresses have no names.
 *
 * <table>
 * <caption>Where each leaf comes from</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>{@code name}, {@code description}, {@code ifIndex}</td><td>{@code Name}, {@code Description}, {@code IfIndex} of
 *     {@code Interfaces}; a name of {@code Statistics}, too</td></tr>
 * <tr><td>{@code type}</td><td>{@code ifType}, IANA's number</td></tr>
 * <tr><td>{@code adminStatus}, {@code operStatus}</td><td>{@code AdminStatus}, {@code OperStatus}, the numbers of the IF-MIB</td></tr>
 * <tr><td>{@code lastChange}</td><td>none: {@code LastChange} is a span of time, {@code 29Day19Hour49Minute50Second}, and
 *     stays in {@code extra}</td></tr>
 * <tr><td>{@code physAddress}</td><td>{@code MAC}</td></tr>
 * <tr><td>{@code speed}</td><td>{@code ActualSpeed}, else {@code Actual64Bandwidth}, else {@code ActualBandwidth}, in kbit/s</td></tr>
 * <tr><td>{@code mtu}</td><td>{@code ActualMTU}, else {@code ConfigMTU}</td></tr>
 * <tr><td>{@code ipv4}</td><td>{@code Ipv4Address} with {@code Ipv4Mask}, and {@code InetAddressIPV4} with
 *     {@code InetAddressIPV4Mask}</td></tr>
 * <tr><td>{@code ipv6}</td><td>{@code Ipv6Address} with {@code Ipv6PrefixLength}</td></tr>
 * <tr><td>counters</td><td>{@code Statistics}; {@code InNUcastPkts} and {@code OutNUcastPkts} are multicast and broadcast together, and
 *     stay in {@code extra}. {@code EthPortStatistics}, which not every device has, is read but not asked for</td></tr>
 * </table>
 *
 * <p>All elements are in one namespace, that of H3C or that of HP. A device can be set to have one for each table, without
 * {@code top}; that is read, but not asked for. Columns differ from release to release, and one that a device has not is an error to it,
 * so that tables are asked for whole. Releases differ, too, in what an entry can be chosen by, so that the request chooses none.
 *
 * <p>Source: the tables {@code Ifmgr/Interfaces}, {@code Ifmgr/Statistics}, {@code Ifmgr/EthPortStatistics},
 * {@code IPV4ADDRESS/Ipv4Addresses} and {@code IPV6ADDRESS/Ipv6Addresses} of Comware's NETCONF XML API, as the vendors' own clients
 * pyhpecw7 and h3c_open.comware use them; H3C's NETCONF configuration guides for the namespaces; IANAifType-MIB.
 */
public final class H3cIfmgr extends TreeModel {

    /** Whose namespace it is in. */
    public enum Brand {
        /** H3C's. */
        H3C("h3c-ifmgr", "http://www.h3c.com/netconf/data:1.0", "urn:h3c:params:netconf:"),
        /** HP's, which HPE keeps. */
        HP("hp-ifmgr", "http://www.hp.com/netconf/data:1.0", "urn:hp:params:netconf:");

        private final String word;
        private final String namespace;
        private final String capabilities;

        Brand(String word, String namespace, String capabilities) {
            this.word = word;
            this.namespace = namespace;
            this.capabilities = capabilities;
        }
    }

    private static final Words<OperStatus> OPER_STATUS = Words.ofOperStatus(Map.of(
            "1", OperStatus.Known.UP,
            "2", OperStatus.Known.DOWN,
            "3", OperStatus.Known.TESTING,
            "4", OperStatus.Known.UNKNOWN,
            "5", OperStatus.Known.DORMANT,
            "6", OperStatus.Known.NOT_PRESENT,
            "7", OperStatus.Known.LOWER_LAYER_DOWN));

    private static final Words<AdminStatus> ADMIN_STATUS = Words.ofAdminStatus(
            Map.of("1", AdminStatus.Known.UP, "2", AdminStatus.Known.DOWN, "3", AdminStatus.Known.TESTING));

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("1", "other"),
            Map.entry("6", "ethernetCsmacd"),
            Map.entry("22", "propPointToPointSerial"),
            Map.entry("23", "ppp"),
            Map.entry("24", "softwareLoopback"),
            Map.entry("53", "propVirtual"),
            Map.entry("117", "gigabitEthernet"),
            Map.entry("131", "tunnel"),
            Map.entry("135", "l2vlan"),
            Map.entry("136", "l3ipvlan"),
            Map.entry("150", "mplsTunnel"),
            Map.entry("161", "ieee8023adLag"),
            Map.entry("166", "mpls"),
            Map.entry("171", "pos"));

    private static final String NEVER = "0000-00-00T00:00:00";

    private final Brand brand;

    /**
     * Makes the model; one instance serves all sessions.
     *
     * @param brand whose namespace it is in
     */
    public H3cIfmgr(Brand brand) {
        super(brand.word, tree(brand));
        this.brand = brand;
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return library.modules().stream()
                .filter(YangModule::implemented)
                .filter(module -> ownNamespace(brand, "Ifmgr").equals(module.namespace()))
                .findFirst()
                .map(TreeModel::announcement)
                .or(() -> capability(hello, brand.capabilities))
                .or(() -> capability(hello, brand.namespace));
    }

    private static Tree tree(Brand asked) {
        Stream<Element> read = Stream.of(Brand.values())
                .flatMap(brand -> brand == asked
                        ? ownRoots(brand)
                        : Stream.concat(Stream.of(top(brand).unasked()), ownRoots(brand)));
        return Tree.of(Stream.concat(Stream.of(top(asked)), read).toArray(Element[]::new));
    }

    /** The tables in the namespace that they have in common. */
    private static Element top(Brand brand) {
        return container("top", ifmgr(), ipv4(), ipv6()).in(brand.namespace);
    }

    /** The tables in namespaces of their own. */
    private static Stream<Element> ownRoots(Brand brand) {
        return Stream.of(ifmgr(), ipv4(), ipv6())
                .map(table -> table.in(ownNamespace(brand, table.name())).unasked());
    }

    private static String ownNamespace(Brand brand, String table) {
        return brand.namespace + "-" + table;
    }

    private static Element ifmgr() {
        return container(
                "Ifmgr",
                container("Interfaces", interfaces()).whole(),
                container("Statistics", statistics()).whole(),
                container("EthPortStatistics", ethPortStatistics()).unasked());
    }

    private static Element interfaces() {
        return list(
                        "Interface",
                        index(),
                        fullName(),
                        leaf("Description", (draft, value) -> draft.description = value.text()),
                        leaf("ifType", (draft, value) -> draft.type = Words.type(value, TYPES)),
                        leaf("AdminStatus", (draft, value) -> draft.adminStatus = ADMIN_STATUS.of(value)),
                        leaf("OperStatus", (draft, value) -> draft.operStatus = OPER_STATUS.of(value)),
                        leaf("MAC", (draft, value) -> draft.physAddress = value.physAddress()),
                        leaf("ActualSpeed", (draft, value) -> draft.speed = value.speed(1000)),
                        leaf("Actual64Bandwidth", (draft, value) -> draft.otherwise().speed = value.speed(1000)),
                        leaf(
                                "ActualBandwidth",
                                (draft, value) -> draft.otherwise().otherwise().speed = value.speed(1000)),
                        leaf("ActualMTU", (draft, value) -> draft.mtu = value.uint32()),
                        leaf("ConfigMTU", (draft, value) -> draft.otherwise().mtu = value.uint32()),
                        leaf("InetAddressIPV4", (draft, value) -> draft.ip = value.text()),
                        leaf("InetAddressIPV4Mask", (draft, value) -> draft.prefixLength = value.netmask()),
                        extra("AbbreviatedName"),
                        extra("ActualDuplex"),
                        extra("PortLayer"),
                        extra("LinkType"),
                        extra("PVID"),
                        extra("LastChange"),
                        extra("PhyLastChange"))
                .finish(H3cIfmgr::addAddress);
    }

    private static Element statistics() {
        return list(
                "Interface",
                index(),
                fullName(),
                counter("InOctets", CounterLeaf.IN_OCTETS),
                counter("InUcastPkts", CounterLeaf.IN_UNICAST_PKTS),
                counter("InDiscards", CounterLeaf.IN_DISCARDS),
                counter("InErrors", CounterLeaf.IN_ERRORS),
                counter("InUnknownProtos", CounterLeaf.IN_UNKNOWN_PROTOS),
                counter("OutOctets", CounterLeaf.OUT_OCTETS),
                counter("OutUcastPkts", CounterLeaf.OUT_UNICAST_PKTS),
                counter("OutDiscards", CounterLeaf.OUT_DISCARDS),
                counter("OutErrors", CounterLeaf.OUT_ERRORS),
                extra("InNUcastPkts"),
                extra("OutNUcastPkts"),
                leaf("LastClear", H3cIfmgr::readLastClear));
    }

    private static Element ethPortStatistics() {
        return supplement(
                "Interface",
                index(),
                counter("InBytes", CounterLeaf.IN_OCTETS),
                counter("InUcastPkts", CounterLeaf.IN_UNICAST_PKTS),
                counter("InBrdcastPkts", CounterLeaf.IN_BROADCAST_PKTS),
                counter("InMulticastPkts", CounterLeaf.IN_MULTICAST_PKTS),
                counter("InErrorPkts", CounterLeaf.IN_ERRORS),
                counter("OutBytes", CounterLeaf.OUT_OCTETS),
                counter("OutUcastPkts", CounterLeaf.OUT_UNICAST_PKTS),
                counter("OutBrdcastPkts", CounterLeaf.OUT_BROADCAST_PKTS),
                counter("OutMulticastPkts", CounterLeaf.OUT_MULTICAST_PKTS),
                counter("OutErrorPkts", CounterLeaf.OUT_ERRORS));
    }

    private static Element ipv4() {
        return container(
                "IPV4ADDRESS",
                container(
                                "Ipv4Addresses",
                                supplement(
                                                "Ipv4Address",
                                                index(),
                                                leaf("Ipv4Address", (draft, value) -> draft.ip = value.text()),
                                                leaf(
                                                        "Ipv4Mask",
                                                        (draft, value) -> draft.prefixLength = value.netmask()))
                                        .finish(H3cIfmgr::addAddress))
                        .whole());
    }

    private static Element ipv6() {
        return container(
                "IPV6ADDRESS",
                container(
                                "Ipv6Addresses",
                                supplement(
                                                "AddressEntry",
                                                index(),
                                                leaf("Ipv6Address", (draft, value) -> draft.ip = value.text()),
                                                leaf(
                                                        "Ipv6PrefixLength",
                                                        (draft, value) -> draft.prefixLength = value.prefixLength()))
                                        .finish(H3cIfmgr::addAddress))
                        .whole());
    }

    private static Element index() {
        return leaf("IfIndex", (draft, value) -> {
            draft.key = value.text();
            draft.ifIndex = value.ifIndex();
        });
    }

    private static Element fullName() {
        return leaf("Name", (draft, value) -> draft.name = value.text());
    }

    private static void addAddress(InterfaceDraft draft) throws MalformedMessageException {
        draft.address(draft.ip, draft.prefixLength);
    }

    /** The device's own local time, so that it is no moment here. */
    private static void readLastClear(InterfaceDraft draft, Leaf value) {
        String text = value.text();
        if (!NEVER.equals(text)) {
            draft.extra("LastClear", text);
        }
    }
}
