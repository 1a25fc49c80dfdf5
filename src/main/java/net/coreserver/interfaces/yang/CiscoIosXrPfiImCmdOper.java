package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.address;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.discovery.YangLibrary;
import org.jspecify.annotations.Nullable;

/**
 * What routers with IOS XR from 6.0 on tell of themselves: {@code interface-xr} of {@code Cisco-IOS-XR-pfi-im-cmd-oper}, with the
 * addresses of {@code Cisco-IOS-XR-ipv4-io-oper} and {@code Cisco-IOS-XR-ipv6-ma-oper}, in one request.
 *
 * <table>
 * <caption>Where each leaf comes from</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>{@code name}</td><td>{@code interface-name}, the key of every list</td></tr>
 * <tr><td>{@code description}, {@code mtu}</td><td>the leaf of that name; the MTU counts the layer-2 header</td></tr>
 * <tr><td>{@code type}</td><td>{@code interface-type}; {@code IFT_GETHERNET} and all others that end in {@code ETHERNET} or
 *     {@code GE} are {@code ethernetCsmacd}</td></tr>
 * <tr><td>{@code adminStatus}</td><td>{@code state}: down in {@code im-state-admin-down}, {@code -shutdown} and on the way there; up
 *     in all others, since the interface is meant to be</td></tr>
 * <tr><td>{@code operStatus}</td><td>{@code line-state}, else {@code state}: up in {@code im-state-up} and {@code -operational},
 *     unknown in {@code -unknown}, else down; the words also without {@code im-state-}</td></tr>
 * <tr><td>{@code lastChange}</td><td>{@code last-state-transition-time}, a moment since 7.2, in seconds or nanoseconds: the module
 *     leaves the unit open. Before it is the seconds that have gone by since, and stays in extra: there is no clock to count them
 *     from</td></tr>
 * <tr><td>{@code physAddress}</td><td>{@code mac-address}</td></tr>
 * <tr><td>{@code speed}</td><td>{@code bandwidth}, kbit/s, from which the router's own IF-MIB has it; before it
 *     {@code bandwidth64-bit}, which 7.1 has beside it; after it {@code speed}, kbit/s</td></tr>
 * <tr><td>{@code lowerLayerIf}</td><td>{@code parent-interface-name}, and {@code member} of a bundle</td></tr>
 * <tr><td>{@code ipv4}</td><td>{@code ip-information}; {@code primary-address} and {@code secondary-address} of {@code detail}</td></tr>
 * <tr><td>{@code ipv6}</td><td>{@code address} of {@code global-detail}</td></tr>
 * <tr><td>{@code inOctets}, {@code outOctets}</td><td>{@code bytes-received}, {@code bytes-sent}</td></tr>
 * <tr><td>{@code inMulticastPkts} and so on</td><td>{@code multicast-packets-received} and so on</td></tr>
 * <tr><td>{@code inUnicastPkts}, {@code outUnicastPkts}</td><td>{@code packets-received}, {@code packets-sent} less multicast and
 *     broadcast packets, as the router's own IF-MIB has it; absent where that is negative</td></tr>
 * <tr><td>{@code inDiscards}, {@code inErrors}, {@code inUnknownProtos}</td><td>{@code input-drops}, {@code input-errors},
 *     {@code unknown-protocol-packets-received}</td></tr>
 * <tr><td>{@code discontinuityTime}</td><td>{@code last-discontinuity-time}: the YANG module calls it an up-time, routers send seconds
 *     since 1970; what cannot be those is absent</td></tr>
 * <tr><td>extra</td><td>{@code state} and {@code line-state} as sent, {@code duplexity}, {@code media-type},
 *     {@code state-transition-count}, {@code packets-received}, {@code packets-sent}, {@code crc-errors},
 *     {@code carrier-transitions}, {@code vrf-name}, {@code link-local-address}</td></tr>
 * </table>
 *
 * <p>A router refuses a filter that names what its release has not, so that the request holds only what all from 6.1.1 to 26.2.1 have.
 * Read where they come, too: {@code interface-briefs} and {@code interfaces} of the same module, in which an interface stands once more;
 * {@code Cisco-IOS-XR-infra-statsd-oper}, which has the same counters ({@code latest}, else {@code total}, else {@code cache}); the
 * addresses as {@code Cisco-IOS-XR-ipv4-ma-oper} and later releases list them. Source: these modules in the said releases.
 */
final class CiscoIosXrPfiImCmdOper extends TreeModel {

    private static final String MODULE = "Cisco-IOS-XR-pfi-im-cmd-oper";
    private static final String NAMESPACE_BASE = "http://cisco.com/ns/yang/";
    private static final String NAMESPACE = NAMESPACE_BASE + MODULE;
    private static final String STATISTICS_NAMESPACE = NAMESPACE_BASE + "Cisco-IOS-XR-infra-statsd-oper";
    private static final String PARENT = "parent-interface-name";

    private static final Pattern ETHERNET = Pattern.compile("IFT_[A-Z0-9]*(?:ETHERNET|GE)");

    private static final Map<String, String> IDENTITIES = Map.of(
            "IFT_ETHERBUNDLE", "ieee8023adLag",
            "IFT_LOOPBACK", "softwareLoopback",
            "IFT_NULL", "other",
            "IFT_POS", "pos",
            "IFT_TUNNEL_GRE", "tunnel",
            "IFT_TUNNEL_IP", "tunnel",
            "IFT_TUNNEL_TE", "mplsTunnel",
            "IFT_TUNNEL_MTE", "mplsTunnel",
            "IFT_VLAN_SUBIF", "l2vlan");

    CiscoIosXrPfiImCmdOper() {
        super(
                "cisco-ios-xr-pfi-im-cmd-oper",
                Tree.of(interfaces(), statistics(), CiscoIosXrAddresses.ipv4(), CiscoIosXrAddresses.ipv6()));
    }

    private static Element interfaces() {
        return container(
                        "interfaces",
                        container("interface-xr", detail()),
                        container("interface-briefs", brief()).unasked(),
                        container("interfaces", description()).unasked())
                .in(NAMESPACE);
    }

    private static Element interfaceName() {
        return key("interface-name", (draft, value) -> draft.name = value.text());
    }

    private static Element state() {
        return leaf("state", (draft, value) -> {
            String word = value.text();
            draft.adminStatus = word == null ? null : CiscoIosXrState.ADMIN_STATUS.of(word);
            draft.otherwise().operStatus = word == null ? null : CiscoIosXrState.OPER_STATUS.of(word);
            draft.extra("state", word);
        });
    }

    private static Element lineState() {
        return leaf("line-state", (draft, value) -> {
            String word = value.text();
            draft.operStatus = word == null ? null : CiscoIosXrState.OPER_STATUS.of(word);
            draft.extra("line-state", word);
        });
    }

    private static Element detail() {
        return list(
                        "interface",
                        interfaceName(),
                        leaf("interface-type", (draft, value) -> draft.type = type(value)),
                        state(),
                        lineState(),
                        leaf("mtu", (draft, value) -> draft.mtu = value.uint32()),
                        extra("state-transition-count"),
                        leaf("last-state-transition-time", CiscoIosXrPfiImCmdOper::readLastChange),
                        leaf("speed", (draft, value) -> draft.otherwise().otherwise().speed = value.speed(1000)),
                        extra("duplexity"),
                        extra("media-type"),
                        leaf("bandwidth", (draft, value) -> draft.otherwise().speed = value.speed(1000)),
                        leaf("bandwidth64-bit", (draft, value) -> draft.speed = value.speed(1000))
                                .unasked(),
                        leaf(PARENT, (draft, value) -> draft.note(PARENT, value.text())),
                        leaf("description", (draft, value) -> draft.description = value.text()),
                        container(
                                "mac-address",
                                leaf("address", (draft, value) -> draft.physAddress = value.physAddress())),
                        address(
                                "ip-information",
                                leaf("ip-address", (draft, value) -> draft.ip = value.text()),
                                leaf(
                                        "subnet-mask-length",
                                        (draft, value) -> draft.prefixLength = value.prefixLength())),
                        container(
                                "interface-type-information",
                                container(
                                        "bundle-information",
                                        container(
                                                "member",
                                                leaf(
                                                        "interface-name",
                                                        (draft, value) -> draft.lowerLayerIf(value.text()))))),
                        container(
                                "interface-statistics",
                                container("full-interface-stats", CiscoIosXrCounters.of(UnaryOperator.identity())),
                                container("basic-interface-stats", CiscoIosXrCounters.basic())))
                .finish(draft -> {
                    CiscoIosXrCounters.addUnicast(draft);
                    addParent(draft);
                });
    }

    private static Element brief() {
        return list(
                        "interface-brief",
                        interfaceName(),
                        leaf("type", (draft, value) -> draft.type = type(value)),
                        leaf("parent-interface", (draft, value) -> draft.note(PARENT, value.text())),
                        state(),
                        lineState(),
                        leaf("mtu", (draft, value) -> draft.mtu = value.uint32()),
                        leaf("bandwidth", (draft, value) -> draft.otherwise().speed = value.speed(1000)),
                        leaf("bandwidth64-bit", (draft, value) -> draft.speed = value.speed(1000)))
                .finish(CiscoIosXrPfiImCmdOper::addParent);
    }

    private static Element description() {
        return list(
                "interface",
                interfaceName(),
                state(),
                lineState(),
                leaf("description", (draft, value) -> draft.description = value.text()));
    }

    private static Element statistics() {
        return container(
                        "infra-statistics",
                        container(
                                "interfaces",
                                list(
                                                "interface",
                                                interfaceName(),
                                                counters(UnaryOperator.identity()),
                                                container("latest", counters(UnaryOperator.identity())),
                                                container("total", counters(InterfaceDraft::otherwise)),
                                                container(
                                                        "cache",
                                                        counters(draft -> draft.otherwise()
                                                                .otherwise())))
                                        .finish(draft -> {
                                            CiscoIosXrCounters.addUnicast(draft);
                                            CiscoIosXrCounters.addUnicast(draft.otherwise());
                                            CiscoIosXrCounters.addUnicast(
                                                    draft.otherwise().otherwise());
                                        })))
                .in(STATISTICS_NAMESPACE)
                .unasked();
    }

    private static Element counters(UnaryOperator<InterfaceDraft> level) {
        return container("generic-counters", CiscoIosXrCounters.of(level));
    }

    private static void addParent(InterfaceDraft draft) throws MalformedMessageException {
        String parent = draft.noted(PARENT);
        if (parent != null && !parent.equals(draft.name)) {
            draft.lowerLayerIf(parent);
        }
    }

    private static void readLastChange(InterfaceDraft draft, Leaf value) {
        draft.lastChange = CiscoIosXrCounters.moment(value);
        if (draft.lastChange == null) {
            draft.extra("last-state-transition-time", value.text());
        }
    }

    private static @Nullable InterfaceType type(Leaf value) {
        String word = value.text();
        if (word == null) {
            return null;
        }
        String identity = ETHERNET.matcher(word).matches() ? "ethernetCsmacd" : IDENTITIES.get(word);
        return identity == null ? InterfaceType.of(word) : InterfaceType.translated(word, identity);
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return module(library, MODULE).or(() -> capability(hello, NAMESPACE));
    }
}
