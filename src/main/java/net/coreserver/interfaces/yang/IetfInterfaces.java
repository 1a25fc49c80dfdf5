package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.address;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.identity;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;

import java.util.Map;
import java.util.Optional;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.netconf.discovery.YangLibrary;
import net.coreserver.netconf.discovery.YangModule;

/**
 * The leaves that {@code ietf-interfaces} has in all its revisions, with the addresses of {@code ietf-ip}: what the three ways to ask
 * for them have in common.
 *
 * <table>
 * <caption>Where each leaf comes from</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>every leaf and counter that has the name of one there</td><td>the leaf of that name, unchanged</td></tr>
 * <tr><td>{@code adminStatus}</td><td>{@code admin-status}, which servers without the feature {@code if-mib} do not send; else
 *     {@code enabled}: true is up, false is down (RFC 8343 section 5, leaf {@code enabled})</td></tr>
 * <tr><td>{@code description}</td><td>{@code description}, else that of {@code coreserver-agent}</td></tr>
 * <tr><td>{@code mtu}</td><td>that of {@code coreserver-agent}, else of {@code ipv4}, else of {@code ipv6} (RFC 8344)</td></tr>
 * <tr><td>{@code ipv4}, {@code ipv6}</td><td>{@code address}: {@code ip} with {@code prefix-length}, else with the length that
 *     {@code netmask} stands for (RFC 8344 section 4)</td></tr>
 * </table>
 *
 * <p>A speed that no interface has is none: 2^64 - 1, 2^32 - 1 where it stands for -1, and what is more than a petabit per second.
 * Source: RFC 7223 and RFC 7277; RFC 8343 and RFC 8344.
 */
final class IetfInterfaces {

    static final String NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    static final String MODULE = "ietf-interfaces";

    private static final String IP_NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-ip";
    private static final String AGENT_NAMESPACE = "urn:coreserver:yang:coreserver-agent";

    /** The first revision of RFC 8343, in which state and configuration stand in one list. */
    private static final String NMDA_REVISION = "2018-01-09";

    private static final Words<OperStatus> OPER_STATUS = Words.ofOperStatus(Map.of());
    private static final Words<AdminStatus> ADMIN_STATUS = Words.ofAdminStatus(Map.of());

    private IetfInterfaces() {}

    /** The leaves of an entry that tells the state. */
    static Element[] state() {
        return new Element[] {
            key("name", (draft, value) -> draft.name = value.text()),
            leaf("description", (draft, value) -> draft.description = value.text()),
            identity("type", (draft, value) -> draft.type = Words.type(value, Map.of())),
            leaf("enabled", IetfInterfaces::readEnabled),
            leaf("admin-status", (draft, value) -> draft.adminStatus = ADMIN_STATUS.of(value)),
            leaf("oper-status", (draft, value) -> draft.operStatus = OPER_STATUS.of(value)),
            leaf("last-change", (draft, value) -> draft.lastChange = value.dateAndTime()),
            leaf("if-index", (draft, value) -> draft.ifIndex = value.ifIndex()),
            leaf("phys-address", (draft, value) -> draft.physAddress = value.text()),
            leaf("speed", (draft, value) -> draft.speed = value.speed(1)),
            leaf("higher-layer-if", (draft, value) -> draft.higherLayerIf(value.text())),
            leaf("lower-layer-if", (draft, value) -> draft.lowerLayerIf(value.text())),
            statistics(),
            ip("ipv4", (draft, value) -> draft.otherwise().mtu = value.uint32()),
            ip("ipv6", (draft, value) -> draft.otherwise().otherwise().mtu = value.uint32()),
            leaf("description", (draft, value) -> draft.otherwise().description = value.text())
                    .in(AGENT_NAMESPACE),
            leaf("mtu", (draft, value) -> draft.mtu = value.uint32()).in(AGENT_NAMESPACE)
        };
    }

    /** The leaves of an entry that tells the configuration: those that are of use where the state does not have them. */
    static Element[] configuration() {
        return new Element[] {
            key("name", (draft, value) -> draft.name = value.text()),
            leaf("description", (draft, value) -> draft.description = value.text()),
            identity("type", (draft, value) -> draft.type = Words.type(value, Map.of())),
            leaf("enabled", IetfInterfaces::readEnabled)
        };
    }

    private static void readEnabled(InterfaceDraft draft, Leaf value) {
        Boolean enabled = value.bool();
        if (enabled != null) {
            draft.otherwise().adminStatus = enabled ? AdminStatus.Known.UP : AdminStatus.Known.DOWN;
        }
    }

    private static Element statistics() {
        return container(
                "statistics",
                leaf("discontinuity-time", (draft, value) -> draft.discontinuityTime = value.dateAndTime()),
                counter("in-octets", CounterLeaf.IN_OCTETS),
                counter("in-unicast-pkts", CounterLeaf.IN_UNICAST_PKTS),
                counter("in-broadcast-pkts", CounterLeaf.IN_BROADCAST_PKTS),
                counter("in-multicast-pkts", CounterLeaf.IN_MULTICAST_PKTS),
                counter("in-discards", CounterLeaf.IN_DISCARDS),
                counter("in-errors", CounterLeaf.IN_ERRORS),
                counter("in-unknown-protos", CounterLeaf.IN_UNKNOWN_PROTOS),
                counter("out-octets", CounterLeaf.OUT_OCTETS),
                counter("out-unicast-pkts", CounterLeaf.OUT_UNICAST_PKTS),
                counter("out-broadcast-pkts", CounterLeaf.OUT_BROADCAST_PKTS),
                counter("out-multicast-pkts", CounterLeaf.OUT_MULTICAST_PKTS),
                counter("out-discards", CounterLeaf.OUT_DISCARDS),
                counter("out-errors", CounterLeaf.OUT_ERRORS));
    }

    private static Element ip(String family, Element.Conversion mtu) {
        return container(
                        family,
                        leaf("mtu", mtu),
                        address(
                                "address",
                                leaf("ip", (draft, value) -> draft.ip = value.text()),
                                leaf("prefix-length", (draft, value) -> draft.prefixLength = value.prefixLength()),
                                leaf("netmask", (draft, value) -> {
                                    if (draft.prefixLength == null) {
                                        draft.prefixLength = value.netmask();
                                    }
                                })))
                .in(IP_NAMESPACE);
    }

    /** How a server says that it has the module in the one list of RFC 8343. */
    static Optional<String> nmdaAnnouncement(YangLibrary library) {
        return library.module(MODULE)
                .filter(YangModule::implemented)
                .filter(module -> module.revision() == null || module.revision().compareTo(NMDA_REVISION) >= 0)
                .map(TreeModel::announcement);
    }
}
