package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.address;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.discovery.YangLibrary;
import org.jspecify.annotations.Nullable;

/**
 * What Junos and Junos Evolved answer to {@code get-interface-information}: what {@code show interfaces extensive} shows.
 *
 * <table>
 * <caption>Where each leaf comes from, below {@code physical-interface} and {@code logical-interface}</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>{@code description}, {@code adminStatus}, {@code operStatus}</td><td>the leaf of that name; {@code iff-up} or
 *     {@code iff-down} in {@code if-config-flags} where a logical interface has no {@code oper-status}</td></tr>
 * <tr><td>{@code type}</td><td>{@code if-type}, else {@code link-level-type}: {@link JunosTypes}</td></tr>
 * <tr><td>{@code ifIndex}</td><td>{@code snmp-index}, of which 0 is none</td></tr>
 * <tr><td>{@code lastChange}</td><td>{@code interface-flapped}, where it is in UTC: the abbreviation of another zone may mean several.
 *     {@code Never} is absent</td></tr>
 * <tr><td>{@code physAddress}</td><td>{@code current-physical-address}, but for {@code Unspecified}</td></tr>
 * <tr><td>{@code speed}</td><td>{@code speed}: {@code 800mbps}, {@code 20Gbps}, {@code 10m}; {@code Auto}, {@code Unspecified} and
 *     {@code Unlimited} are none</td></tr>
 * <tr><td>{@code mtu}</td><td>{@code mtu}, but for {@code Unlimited}; that of {@code inet}, else of {@code inet6}, on a logical
 *     one</td></tr>
 * <tr><td>{@code higherLayerIf}, {@code lowerLayerIf}</td><td>logical interfaces are on top of the physical one that holds them;
 *     {@code ae-bundle-name}, for both sides</td></tr>
 * <tr><td>{@code ipv4}, {@code ipv6}</td><td>{@code ifa-local}, with its own prefix length, else that of {@code ifa-destination}
 *     ({@code 192.0.2/24}), else none: for some addresses Junos leaves it out</td></tr>
 * <tr><td>{@code discontinuityTime}</td><td>{@code statistics-cleared}, as {@code interface-flapped}</td></tr>
 * <tr><td>{@code inOctets}, {@code outOctets}</td><td>{@code input-bytes}, {@code output-bytes} in {@code traffic-statistics}; on a
 *     logical bundle those in {@code lag-bundle}</td></tr>
 * <tr><td>{@code inErrors}, {@code outErrors}</td><td>{@code input-errors}, {@code output-errors} in the lists of errors</td></tr>
 * <tr><td>{@code inDiscards}</td><td>{@code input-drops} and {@code input-discards} where both are the same or only one is sent: they
 *     count at different places; else absent, and both are extra</td></tr>
 * <tr><td>{@code outDiscards}</td><td>{@code output-drops}</td></tr>
 * <tr><td>{@code inUnicastPkts} and its like</td><td>{@code input-unicasts} and its like in {@code ethernet-mac-statistics}; the packets
 *     in {@code traffic-statistics} are totals, and extra</td></tr>
 * <tr><td>extra</td><td>{@code input-packets}, {@code output-packets}, {@code carrier-transitions}, {@code encapsulation},
 *     {@code logical-interface-bandwidth}, {@code if-speed-cfg}, {@code link-level-type} beside an {@code if-type}, and the texts of
 *     {@code speed}, {@code mtu} and the times that are none</td></tr>
 * </table>
 *
 * <p>The reply is no data of a YANG module: it has no {@code data}, and its namespace is another with every release, or none, or that of
 * the protocol; so it is followed by path alone. Where several routing engines answer, each in an item of
 * {@code multi-routing-engine-results}, the first that names an interface counts: others have their own of the same name. Who asks for
 * one logical interface gets it without the physical one, whose name then is that in front of the last dot. Source: the Junos XML API reference, operational tags
 * ({@code get-interface-information}); recorded replies of Junos 12.1 to 22.2.
 */
final class JunosInterfaceInformation extends TreeModel {

    /** Every Junos announces capabilities of its own below this: {@code netconf/junos/1.0}, {@code dmi/system/1.0}. */
    private static final String VENDOR = "http://xml.juniper.net/";

    private static final Words<OperStatus> OPER_STATUS = Words.ofOperStatus(Map.of());
    private static final Words<AdminStatus> ADMIN_STATUS = Words.ofAdminStatus(Map.of());

    private static final String IF_TYPE = "if-type";
    private static final String LINK_LEVEL_TYPE = "link-level-type";
    private static final String FAMILY = "address-family-name";
    private static final String DROPS = "input-drops";
    private static final String DISCARDS = "input-discards";
    private static final int MAX_PREFIX_LENGTH = 128;

    JunosInterfaceInformation() {
        super(
                "junos-interface-information",
                Tree.of(
                        information().in(Children.ANY),
                        container("multi-routing-engine-results", container("multi-routing-engine-item", information()))
                                .in(Children.ANY)));
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return capability(hello, VENDOR);
    }

    /** Junos can be asked for all interfaces or for one. */
    @Override
    public Operation request(InterfaceSelection selection) {
        return new GetInterfaceInformation(
                selection.names().size() == 1 ? selection.names().iterator().next() : null);
    }

    private static Element information() {
        return container("interface-information", physicalInterfaces(), logicalInterfaces());
    }

    private static Element physicalInterfaces() {
        return list(
                        "physical-interface",
                        leaf("name", (draft, value) -> draft.name = value.text()),
                        leaf("description", (draft, value) -> draft.description = value.text()),
                        leaf("admin-status", (draft, value) -> draft.adminStatus = ADMIN_STATUS.of(value)),
                        leaf("oper-status", (draft, value) -> draft.operStatus = OPER_STATUS.of(value)),
                        leaf("snmp-index", (draft, value) -> draft.ifIndex = value.ifIndex()),
                        leaf(IF_TYPE, (draft, value) -> draft.note(IF_TYPE, value.text())),
                        leaf(LINK_LEVEL_TYPE, (draft, value) -> draft.note(LINK_LEVEL_TYPE, value.text())),
                        leaf("mtu", (draft, value) -> {
                            draft.mtu = value.uint32();
                            keepUnless(draft.mtu != null, draft, "mtu", value);
                        }),
                        leaf("speed", (draft, value) -> {
                            draft.speed = value.speedText();
                            keepUnless(draft.speed != null, draft, "speed", value);
                        }),
                        extra("if-speed-cfg"),
                        leaf("current-physical-address", (draft, value) -> {
                            String address = value.text();
                            draft.physAddress = address == null || address.indexOf(':') < 0 ? null : address;
                        }),
                        leaf(
                                "interface-flapped",
                                (draft, value) -> draft.lastChange = moment(draft, "interface-flapped", value)),
                        leaf(
                                "statistics-cleared",
                                (draft, value) -> draft.discontinuityTime = moment(draft, "statistics-cleared", value)),
                        container("traffic-statistics", traffic()),
                        container(
                                "input-error-list",
                                counter("input-errors", CounterLeaf.IN_ERRORS),
                                leaf(DROPS, (draft, value) -> readDiscards(draft, DROPS, DISCARDS, value)),
                                leaf(DISCARDS, (draft, value) -> readDiscards(draft, DISCARDS, DROPS, value))),
                        container(
                                "output-error-list",
                                extra("carrier-transitions"),
                                counter("output-errors", CounterLeaf.OUT_ERRORS),
                                counter("output-drops", CounterLeaf.OUT_DISCARDS)),
                        container(
                                "ethernet-mac-statistics",
                                counter("input-unicasts", CounterLeaf.IN_UNICAST_PKTS),
                                counter("output-unicasts", CounterLeaf.OUT_UNICAST_PKTS),
                                counter("input-broadcasts", CounterLeaf.IN_BROADCAST_PKTS),
                                counter("output-broadcasts", CounterLeaf.OUT_BROADCAST_PKTS),
                                counter("input-multicasts", CounterLeaf.IN_MULTICAST_PKTS),
                                counter("output-multicasts", CounterLeaf.OUT_MULTICAST_PKTS)),
                        logicalInterfaces())
                .finish(JunosInterfaceInformation::finishPhysical);
    }

    private static Element logicalInterfaces() {
        return list(
                        "logical-interface",
                        leaf("name", (draft, value) -> draft.name = value.text()),
                        leaf("description", (draft, value) -> draft.description = value.text()),
                        leaf("admin-status", (draft, value) -> draft.adminStatus = ADMIN_STATUS.of(value)),
                        leaf("oper-status", (draft, value) -> draft.operStatus = OPER_STATUS.of(value)),
                        leaf("snmp-index", (draft, value) -> draft.ifIndex = value.ifIndex()),
                        container(
                                "if-config-flags",
                                leaf("iff-up", (draft, value) -> draft.otherwise().operStatus = OperStatus.Known.UP),
                                leaf(
                                        "iff-down",
                                        (draft, value) -> draft.otherwise().operStatus = OperStatus.Known.DOWN)),
                        extra("encapsulation"),
                        extra("logical-interface-bandwidth"),
                        container("traffic-statistics", traffic()),
                        container("lag-traffic-statistics", container("lag-bundle", traffic())),
                        container(
                                "address-family",
                                leaf(FAMILY, (draft, value) -> draft.note(FAMILY, value.text())),
                                leaf("mtu", JunosInterfaceInformation::readFamilyMtu),
                                leaf("ae-bundle-name", (draft, value) -> draft.higherLayerIf(firstWord(value.text()))),
                                address(
                                        "interface-address",
                                        leaf("ifa-destination", JunosInterfaceInformation::readDestination),
                                        leaf("ifa-local", JunosInterfaceInformation::readLocal))))
                .finish(JunosInterfaceInformation::finishLogical);
    }

    private static Element[] traffic() {
        return new Element[] {
            counter("input-bytes", CounterLeaf.IN_OCTETS),
            counter("output-bytes", CounterLeaf.OUT_OCTETS),
            extra("input-packets"),
            extra("output-packets")
        };
    }

    private static void finishPhysical(InterfaceDraft draft) {
        draft.isComplete = true;
        String type = draft.noted(IF_TYPE);
        String linkLevelType = draft.noted(LINK_LEVEL_TYPE);
        draft.type = JunosTypes.ofPhysical(draft.name, type, linkLevelType);
        if (type != null && !type.equals(linkLevelType)) {
            draft.extra(LINK_LEVEL_TYPE, linkLevelType);
        }
    }

    private static void finishLogical(InterfaceDraft draft) throws MalformedMessageException {
        draft.isComplete = true;
        draft.type = JunosTypes.ofLogical(draft.name);
        InterfaceDraft physical = draft.parent();
        if (draft.name != null && (physical == null || physical.name == null)) {
            int unit = draft.name.lastIndexOf('.');
            draft.lowerLayerIf(unit <= 0 ? null : draft.name.substring(0, unit));
        }
    }

    private static void readDiscards(InterfaceDraft draft, String leaf, String otherLeaf, Leaf value) {
        String other = draft.noted(otherLeaf);
        Counter64 before = draft.counter(CounterLeaf.IN_DISCARDS);
        draft.note(leaf, value.text());
        draft.counter(CounterLeaf.IN_DISCARDS, value);
        if (other != null && before != null && !before.equals(draft.counter(CounterLeaf.IN_DISCARDS))) {
            draft.set(CounterLeaf.IN_DISCARDS, null);
            draft.extra(otherLeaf, other);
            draft.extra(leaf, value.text());
        }
    }

    private static void readFamilyMtu(InterfaceDraft draft, Leaf value) {
        String family = draft.noted(FAMILY);
        if ("inet".equals(family)) {
            draft.mtu = value.uint32();
        } else if ("inet6".equals(family)) {
            draft.otherwise().mtu = value.uint32();
        }
    }

    private static void readDestination(InterfaceDraft draft, Leaf value) {
        if (draft.prefixLength == null) {
            draft.prefixLength = prefixLength(value.text());
        }
    }

    /** Other families have addresses of their own kind, such as {@code 0x4} or {@code 49.0001.1980.5110.0001.00}. */
    private static void readLocal(InterfaceDraft draft, Leaf value) {
        String text = value.text();
        String family = draft.noted(FAMILY);
        if (text == null || !("inet".equals(family) || "inet6".equals(family))) {
            return;
        }
        int slash = text.indexOf('/');
        draft.ip = slash < 0 ? text : text.substring(0, slash);
        Integer length = prefixLength(text);
        draft.prefixLength = length == null ? draft.prefixLength : length;
    }

    private static @Nullable Integer prefixLength(@Nullable String text) {
        int slash = text == null ? -1 : text.indexOf('/');
        if (text == null || slash < 0) {
            return null;
        }
        try {
            int length = Integer.parseInt(text, slash + 1, text.length(), 10);
            return length >= 0 && length <= MAX_PREFIX_LENGTH ? length : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant moment(InterfaceDraft draft, String leaf, Leaf value) {
        Instant moment = value.utcText();
        keepUnless(moment != null || "Never".equals(value.text()), draft, leaf, value);
        return moment;
    }

    private static void keepUnless(boolean isRead, InterfaceDraft draft, String leaf, Leaf value) {
        if (!isRead) {
            draft.extra(leaf, value.text());
        }
    }

    private static @Nullable String firstWord(@Nullable String text) {
        int blank = text == null ? -1 : text.indexOf(' ');
        return text == null || blank < 0 ? text : text.substring(0, blank);
    }
}
