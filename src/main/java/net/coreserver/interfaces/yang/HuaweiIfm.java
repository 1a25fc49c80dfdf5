package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.address;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.discovery.YangLibrary;
import net.coreserver.netconf.discovery.YangModule;

/**
 * {@code ifm/interfaces/interface} of Huawei's devices, in the three generations that are in the field.
 *
 * <table>
 * <caption>Where each leaf comes from</caption>
 * <tr><th>here</th><th>{@code huawei-ifm}, with {@code huawei-ip}</th><th>VRP</th></tr>
 * <tr><td>{@code name}, {@code description}, {@code ifIndex}</td><td>{@code name}, {@code description}, {@code index}</td>
 *     <td>{@code ifName}, {@code ifDescr}, {@code ifIndex}</td></tr>
 * <tr><td>{@code type}</td><td>{@code type}: IANA's for {@code GigabitEthernet}, {@code Eth-Trunk}, {@code Vlanif} and others</td>
 *     <td>{@code ifPhyType}, likewise</td></tr>
 * <tr><td>{@code adminStatus}, {@code operStatus}</td><td>{@code admin-status}, {@code dynamic/oper-status}</td>
 *     <td>{@code ifAdminStatus}, {@code ifDynamicInfo/ifOperStatus}</td></tr>
 * <tr><td>{@code lastChange}</td><td>{@code dynamic/line-protocol-up-time} while it is up</td>
 *     <td>{@code ifDynamicInfo/lineProtocolUpTime} while it is up</td></tr>
 * <tr><td>{@code physAddress}</td><td>{@code dynamic/mac-address}, else {@code mac-address}</td>
 *     <td>{@code ifDynamicInfo/ifOperMac}, else {@code ifMac}</td></tr>
 * <tr><td>{@code speed}</td><td>{@code dynamic/bandwidth}, in bit/s</td><td>{@code ifDynamicInfo/ifOperSpeed}, in bit/s</td></tr>
 * <tr><td>{@code mtu}</td><td>{@code dynamic/mtu}, else {@code mtu}</td><td>{@code ifDynamicInfo/ifOpertMTU}, else {@code ifMtu}</td></tr>
 * <tr><td>{@code lowerLayerIf}, {@code higherLayerIf}</td><td>{@code parent-name}, {@code aggregation-name}</td>
 *     <td>{@code ifParentIfName}, {@code ifTrunkIfName}</td></tr>
 * <tr><td>{@code ipv4}, {@code ipv6}</td><td>{@code ipv4}, {@code ipv6}: {@code addresses} and {@code state/addresses}, with
 *     {@code mask} or {@code prefix-length}</td><td>{@code ifmAm4}, {@code ipv4Config}, {@code ipv4Oper}, {@code mainIpAddr};
 *     {@code ifmAm6}, {@code ipv6Config}, {@code ipv6Oper}; with {@code subnetMask} or {@code addrPrefixLen}</td></tr>
 * <tr><td>counters</td><td>{@code mib-statistics}, else {@code common-statistics}, which operators can clear</td>
 *     <td>{@code ifStatistics}</td></tr>
 * </table>
 *
 * <p>The first generation is a YANG model of its own. The second and the third have the names of VRP's schemas; the second announces
 * them as modules, the third announces no modules at all. Every reader reads all three, but asks for its own, since a namespace or a leaf
 * that a device has not is an error to it: containers whose contents differ from release to release are asked for whole. A link-local
 * address goes to {@code extra}.
 *
 * <p>Source: {@code huawei-ifm} 2020-06-10 and 2022-08-06, {@code huawei-ip} and {@code huawei-pub-type} of the same releases, which
 * also has the unit of {@code bandwidth}; Huawei's reference of the CloudEngine interfaces for VRP.
 */
public final class HuaweiIfm extends TreeModel {

    /** What the model is like. */
    public enum Generation {
        /** The YANG model {@code huawei-ifm}. */
        YANG("huawei-ifm", "urn:huawei:yang:huawei-ifm"),
        /** VRP's schema, announced as a module. */
        VRP_MODULE("huawei-ifm-vrp", "http://www.huawei.com/netconf/vrp/huawei-ifm"),
        /** VRP's schema. */
        VRP("huawei-vrp", "http://www.huawei.com/netconf/vrp");

        private final String word;
        private final String namespace;

        Generation(String word, String namespace) {
            this.word = word;
            this.namespace = namespace;
        }
    }

    private static final String IP_NAMESPACE = "urn:huawei:yang:huawei-ip";
    private static final String MODULE = "huawei-ifm";
    private static final String CAPABILITIES = "http://www.huawei.com/netconf/capability/";

    private static final Words<OperStatus> OPER_STATUS = Words.ofOperStatus(Map.of());
    private static final Words<AdminStatus> ADMIN_STATUS = Words.ofAdminStatus(Map.of());

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Ethernet", "ethernetCsmacd"),
            Map.entry("GigabitEthernet", "ethernetCsmacd"),
            Map.entry("GE", "ethernetCsmacd"),
            Map.entry("GEBrief", "ethernetCsmacd"),
            Map.entry("XGigabitEthernet", "ethernetCsmacd"),
            Map.entry("MultiGE", "ethernetCsmacd"),
            Map.entry("10GE", "ethernetCsmacd"),
            Map.entry("25GE", "ethernetCsmacd"),
            Map.entry("40GE", "ethernetCsmacd"),
            Map.entry("50GE", "ethernetCsmacd"),
            Map.entry("100GE", "ethernetCsmacd"),
            Map.entry("200GE", "ethernetCsmacd"),
            Map.entry("400GE", "ethernetCsmacd"),
            Map.entry("50|100GE", "ethernetCsmacd"),
            Map.entry("MEth", "ethernetCsmacd"),
            Map.entry("Eth-Trunk", "ieee8023adLag"),
            Map.entry("LoopBack", "softwareLoopback"),
            Map.entry("Vlanif", "l3ipvlan"),
            Map.entry("Tunnel", "tunnel"),
            Map.entry("NULL", "other"));

    private final Generation generation;

    /**
     * Makes the model; one instance serves all sessions.
     *
     * @param generation what it is like
     */
    public HuaweiIfm(Generation generation) {
        super(generation.word, tree(generation));
        this.generation = generation;
    }

    /** The one that is asked for comes first: it is the one that counts in a reply without namespaces. */
    private static Tree tree(Generation asked) {
        Stream<Element> others = Stream.of(Generation.values())
                .filter(generation -> generation != asked)
                .map(generation -> root(generation).unasked());
        return Tree.of(Stream.concat(Stream.of(root(asked)), others).toArray(Element[]::new));
    }

    private static Element root(Generation generation) {
        return container(
                        "ifm",
                        container(
                                "interfaces",
                                switch (generation) {
                                    case YANG -> yang();
                                    case VRP_MODULE -> HuaweiVrp.interfaces(true);
                                    case VRP -> HuaweiVrp.interfaces(false);
                                }))
                .in(generation.namespace);
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return switch (generation) {
            case YANG, VRP_MODULE ->
                library.modules().stream()
                        .filter(YangModule::implemented)
                        .filter(module -> generation.namespace.equals(module.namespace()))
                        .findFirst()
                        .map(TreeModel::announcement);
            case VRP -> library.module(MODULE).isPresent() ? Optional.empty() : capability(hello, CAPABILITIES);
        };
    }

    private static Element yang() {
        return list(
                        "interface",
                        key("name", (draft, value) -> draft.name = value.text()),
                        leaf("index", (draft, value) -> draft.ifIndex = value.ifIndex()),
                        leaf("description", (draft, value) -> draft.description = value.text()),
                        leaf("type", HuaweiIfm::readType),
                        leaf("admin-status", HuaweiIfm::readAdminStatus),
                        leaf("parent-name", (draft, value) -> draft.lowerLayerIf(value.text())),
                        leaf("aggregation-name", (draft, value) -> draft.higherLayerIf(value.text())),
                        leaf("mtu", (draft, value) -> draft.otherwise().mtu = value.uint32()),
                        leaf("mac-address", (draft, value) -> draft.otherwise().physAddress = value.physAddress()),
                        extra("class"),
                        extra("vrf-name"),
                        extra("bandwidth").unasked(),
                        extra("bandwidth-kbps").unasked(),
                        container(
                                        "dynamic",
                                        leaf("oper-status", HuaweiIfm::readOperStatus),
                                        leaf("mtu", (draft, value) -> draft.mtu = value.uint32()),
                                        leaf("bandwidth", (draft, value) -> draft.speed = value.speed(1)),
                                        leaf("mac-address", (draft, value) -> draft.physAddress = value.physAddress()),
                                        leaf("line-protocol-up-time", HuaweiIfm::readUpTime),
                                        extra("physical-status"),
                                        extra("link-status"),
                                        extra("ipv4-status"),
                                        extra("ipv6-status"))
                                .whole(),
                        container("mib-statistics", mibStatistics()).whole(),
                        container("common-statistics", commonStatistics()).unasked(),
                        container("ipv4", ipv4Addresses(), container("state", ipv4Addresses()))
                                .whole()
                                .in(IP_NAMESPACE),
                        container("ipv6", ipv6Addresses(), container("state", ipv6Addresses()))
                                .whole()
                                .in(IP_NAMESPACE))
                .finish(HuaweiIfm::finish);
    }

    private static Element[] mibStatistics() {
        return new Element[] {
            counter("receive-byte", CounterLeaf.IN_OCTETS),
            counter("receive-unicast-packet", CounterLeaf.IN_UNICAST_PKTS),
            counter("receive-broad-packet", CounterLeaf.IN_BROADCAST_PKTS),
            counter("receive-multicast-packet", CounterLeaf.IN_MULTICAST_PKTS),
            counter("receive-drop-packet", CounterLeaf.IN_DISCARDS),
            counter("receive-error-packet", CounterLeaf.IN_ERRORS),
            counter("send-byte", CounterLeaf.OUT_OCTETS),
            counter("send-unicast-packet", CounterLeaf.OUT_UNICAST_PKTS),
            counter("send-broad-packet", CounterLeaf.OUT_BROADCAST_PKTS),
            counter("send-multicast-packet", CounterLeaf.OUT_MULTICAST_PKTS),
            counter("send-drop-packet", CounterLeaf.OUT_DISCARDS),
            counter("send-error-packet", CounterLeaf.OUT_ERRORS),
            extra("receive-packet"),
            extra("send-packet")
        };
    }

    private static Element[] commonStatistics() {
        return new Element[] {
            otherwise("receive-byte", CounterLeaf.IN_OCTETS),
            otherwise("receive-unicast-packet", CounterLeaf.IN_UNICAST_PKTS),
            otherwise("receive-broad-packet", CounterLeaf.IN_BROADCAST_PKTS),
            otherwise("receive-multicast-packet", CounterLeaf.IN_MULTICAST_PKTS),
            otherwise("receive-drop-packet", CounterLeaf.IN_DISCARDS),
            otherwise("receive-error-packet", CounterLeaf.IN_ERRORS),
            otherwise("send-byte", CounterLeaf.OUT_OCTETS),
            otherwise("send-unicast-packet", CounterLeaf.OUT_UNICAST_PKTS),
            otherwise("send-broad-packet", CounterLeaf.OUT_BROADCAST_PKTS),
            otherwise("send-multicast-packet", CounterLeaf.OUT_MULTICAST_PKTS),
            otherwise("send-drop-packet", CounterLeaf.OUT_DISCARDS),
            otherwise("send-error-packet", CounterLeaf.OUT_ERRORS)
        };
    }

    private static Element otherwise(String name, CounterLeaf counter) {
        return leaf(name, (draft, value) -> draft.otherwise().counter(counter, value));
    }

    private static Element ipv4Addresses() {
        return container(
                "addresses",
                address(
                        "address",
                        leaf("ip", (draft, value) -> draft.ip = value.text()),
                        leaf("mask", (draft, value) -> draft.prefixLength = value.netmask())));
    }

    private static Element ipv6Addresses() {
        return container(
                "addresses",
                address(
                        "address",
                        leaf("ip", (draft, value) -> draft.ip = value.text()),
                        leaf("prefix-length", (draft, value) -> draft.prefixLength = value.prefixLength()),
                        leaf("type", HuaweiIfm::readAddressType)));
    }

    /** The type of an address, after the address; one that is link-local is none of {@code ipv6}. */
    static void readAddressType(InterfaceDraft draft, Leaf value) {
        String word = value.text();
        if (word != null && word.toLowerCase(Locale.ROOT).contains("link")) {
            draft.extra("ipv6/link-local", draft.ip);
            draft.ip = null;
        }
    }

    /** The moment when an interface came up last: its last change as long as it is up. */
    static void readUpTime(InterfaceDraft draft, Leaf value) {
        draft.lastChange = value.dateAndTime();
        draft.extra("line-protocol-up-time", value.text());
    }

    static void finish(InterfaceDraft draft) {
        if (draft.operStatus != OperStatus.Known.UP) {
            draft.lastChange = null;
        }
    }

    static void readType(InterfaceDraft draft, Leaf value) {
        draft.type = Words.type(value, TYPES);
    }

    static void readAdminStatus(InterfaceDraft draft, Leaf value) {
        draft.adminStatus = ADMIN_STATUS.of(value);
    }

    static void readOperStatus(InterfaceDraft draft, Leaf value) {
        draft.operStatus = OPER_STATUS.of(value);
    }
}
