package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.discovery.YangLibrary;
import org.jspecify.annotations.Nullable;

/**
 * {@code interfaces} of {@code Cisco-IOS-XE-interfaces-oper}: what routers and switches with IOS XE from 16.8 on tell of themselves,
 * also where they have no standard model.
 *
 * <table>
 * <caption>Where each leaf comes from</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>every leaf and counter that has the name of one there</td><td>the leaf of that name, unchanged but for what follows</td></tr>
 * <tr><td>{@code type}</td><td>{@code interface-type}: its enum has the numbers of IANA's ifType, and IANA's names without capital
 *     letters</td></tr>
 * <tr><td>{@code adminStatus}</td><td>{@code if-state-up}, {@code -down}, {@code -test}, the states of ifAdminStatus</td></tr>
 * <tr><td>{@code operStatus}</td><td>the states of ifOperStatus: {@code if-oper-state-ready} is up, {@code -no-pass} is down,
 *     {@code -test}, {@code -unknown}, {@code -dormant}, {@code -not-present}, {@code -lower-layer-down}; {@code -invalid}, which has
 *     the number 0, is unknown</td></tr>
 * <tr><td>{@code speed}</td><td>{@code speed}, bit/s, as sent: 1024000000 where the port has 1 Gbit/s</td></tr>
 * <tr><td>{@code ifIndex}</td><td>{@code if-index}, with the 0 of {@code Control Plane}</td></tr>
 * <tr><td>{@code ipv4}</td><td>{@code ipv4} with the length that {@code ipv4-subnet-mask} stands for; 0.0.0.0 is none. The model has
 *     no secondary addresses</td></tr>
 * <tr><td>{@code ipv6}</td><td>{@code ipv6-addrs}, link-local ones among them, which have no length there</td></tr>
 * <tr><td>{@code inDiscards}, {@code inErrors}, {@code inUnknownProtos}, {@code outOctets}</td><td>{@code in-discards-64} and so on
 *     (since revision 2020-03-01, in the field earlier); else {@code in-discards} and so on, which are 32 bits wide and wrap</td></tr>
 * <tr><td>{@code inBroadcastPkts}</td><td>{@code in-broadcast-pkts}; in 16.8 {@code new-name}</td></tr>
 * <tr><td>{@code lowerLayerIf}</td><td>{@code lower-layer-if}, and {@code members} of {@code lag-aggregate-state}. The model does not
 *     tell what a sub-interface stands on</td></tr>
 * <tr><td>extra</td><td>{@code vrf}; {@code bia-address}; of {@code ether-state} {@code negotiated-duplex-mode},
 *     {@code negotiated-port-speed}, {@code auto-negotiate}, {@code media-type}; of {@code statistics} {@code in-crc-errors},
 *     {@code num-flaps}</td></tr>
 * </table>
 *
 * <p>The counters are asked for whole, since they are not the same in all releases. Source: {@code Cisco-IOS-XE-interfaces-oper},
 * revisions 2017-10-10 (16.8) to 2026-02-01 (26.1).
 */
final class CiscoIosXeInterfacesOper extends TreeModel {

    static final String NAMESPACE = "http://cisco.com/ns/yang/Cisco-IOS-XE-interfaces-oper";

    private static final String MODULE = "Cisco-IOS-XE-interfaces-oper";
    private static final String TYPE_PREFIX = "iana-iftype-";

    private static final Words<AdminStatus> ADMIN_STATUS = Words.ofAdminStatus(Map.of(
            "if-state-up", AdminStatus.Known.UP,
            "if-state-down", AdminStatus.Known.DOWN,
            "if-state-test", AdminStatus.Known.TESTING));

    private static final Words<OperStatus> OPER_STATUS = Words.ofOperStatus(Map.of(
            "if-oper-state-invalid", OperStatus.Known.UNKNOWN,
            "if-oper-state-ready", OperStatus.Known.UP,
            "if-oper-state-no-pass", OperStatus.Known.DOWN,
            "if-oper-state-test", OperStatus.Known.TESTING,
            "if-oper-state-unknown", OperStatus.Known.UNKNOWN,
            "if-oper-state-dormant", OperStatus.Known.DORMANT,
            "if-oper-state-not-present", OperStatus.Known.NOT_PRESENT,
            "if-oper-state-lower-layer-down", OperStatus.Known.LOWER_LAYER_DOWN));

    /** IANA's identities by the model's words for them, without the hyphens. */
    private static final Map<String, String> IDENTITIES = identities();

    CiscoIosXeInterfacesOper() {
        super(
                "cisco-ios-xe-interfaces-oper",
                Tree.of(container(
                                "interfaces",
                                list(
                                                "interface",
                                                key("name", (draft, value) -> draft.name = value.text()),
                                                leaf("interface-type", (draft, value) -> draft.type = type(value)),
                                                leaf(
                                                        "admin-status",
                                                        (draft, value) -> draft.adminStatus = ADMIN_STATUS.of(value)),
                                                leaf(
                                                        "oper-status",
                                                        (draft, value) -> draft.operStatus = OPER_STATUS.of(value)),
                                                leaf(
                                                        "last-change",
                                                        (draft, value) -> draft.lastChange = value.dateAndTime()),
                                                leaf("if-index", (draft, value) -> draft.ifIndex = value.index()),
                                                leaf(
                                                        "phys-address",
                                                        (draft, value) -> draft.physAddress = value.text()),
                                                leaf(
                                                        "higher-layer-if",
                                                        (draft, value) -> draft.higherLayerIf(value.text())),
                                                leaf(
                                                        "lower-layer-if",
                                                        (draft, value) -> draft.lowerLayerIf(value.text())),
                                                leaf("speed", (draft, value) -> draft.speed = value.speed(1)),
                                                statistics(),
                                                extra("vrf"),
                                                leaf("ipv4", (draft, value) -> draft.ip = value.text()),
                                                leaf(
                                                        "ipv4-subnet-mask",
                                                        (draft, value) -> draft.prefixLength = value.netmask()),
                                                leaf("description", (draft, value) -> draft.description = value.text()),
                                                leaf("mtu", (draft, value) -> draft.mtu = value.uint32()),
                                                extra("bia-address"),
                                                leaf("ipv6-addrs", (draft, value) -> draft.address(value.text(), null)),
                                                container(
                                                        "lag-aggregate-state",
                                                        leaf(
                                                                "members",
                                                                (draft, value) -> draft.lowerLayerIf(value.text()))),
                                                container(
                                                        "ether-state",
                                                        extra("negotiated-duplex-mode"),
                                                        extra("negotiated-port-speed"),
                                                        extra("auto-negotiate"),
                                                        extra("media-type")))
                                        .finish(CiscoIosXeInterfacesOper::finish))
                        .in(NAMESPACE)));
    }

    private static Element statistics() {
        return container(
                        "statistics",
                        leaf("discontinuity-time", (draft, value) -> draft.discontinuityTime = value.dateAndTime()),
                        counter("in-octets", CounterLeaf.IN_OCTETS),
                        counter("in-unicast-pkts", CounterLeaf.IN_UNICAST_PKTS),
                        counter("in-broadcast-pkts", CounterLeaf.IN_BROADCAST_PKTS),
                        narrow("new-name", CounterLeaf.IN_BROADCAST_PKTS),
                        counter("in-multicast-pkts", CounterLeaf.IN_MULTICAST_PKTS),
                        narrow("in-discards", CounterLeaf.IN_DISCARDS),
                        narrow("in-errors", CounterLeaf.IN_ERRORS),
                        narrow("in-unknown-protos", CounterLeaf.IN_UNKNOWN_PROTOS),
                        narrow("out-octets", CounterLeaf.OUT_OCTETS),
                        counter("out-unicast-pkts", CounterLeaf.OUT_UNICAST_PKTS),
                        counter("out-broadcast-pkts", CounterLeaf.OUT_BROADCAST_PKTS),
                        counter("out-multicast-pkts", CounterLeaf.OUT_MULTICAST_PKTS),
                        counter("out-discards", CounterLeaf.OUT_DISCARDS),
                        counter("out-errors", CounterLeaf.OUT_ERRORS),
                        extra("num-flaps"),
                        extra("in-crc-errors"),
                        counter("in-discards-64", CounterLeaf.IN_DISCARDS),
                        counter("in-errors-64", CounterLeaf.IN_ERRORS),
                        counter("in-unknown-protos-64", CounterLeaf.IN_UNKNOWN_PROTOS),
                        counter("out-octets-64", CounterLeaf.OUT_OCTETS))
                .whole();
    }

    private static void finish(InterfaceDraft draft) throws MalformedMessageException {
        draft.address(draft.ip, draft.prefixLength);
    }

    /** A counter that holds where the model's better one is not sent. */
    private static Element narrow(String name, CounterLeaf counter) {
        return leaf(name, (draft, value) -> draft.otherwise().counter(counter, value));
    }

    private static @Nullable InterfaceType type(Leaf leaf) {
        String word = leaf.text();
        if (word == null) {
            return null;
        }
        String identity =
                word.startsWith(TYPE_PREFIX) ? IDENTITIES.get(plain(word.substring(TYPE_PREFIX.length()))) : null;
        return identity == null ? InterfaceType.of(word) : InterfaceType.translated(word, identity);
    }

    private static String plain(String word) {
        return word.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> identities() {
        Map<String, String> identities = new HashMap<>();
        for (String identity : InterfaceType.Iana.identities()) {
            identities.put(plain(identity), identity);
        }
        // those that the model calls by other names
        identities.put("alueponlogicalink", "aluEponLogicalLink");
        identities.put("bridgeif", "bridge");
        identities.put("docscablemcmtsdowntream", "docsCableMCmtsDownstream");
        identities.put("fiberchannel", "fibreChannel");
        identities.put("gige", "gigabitEthernet");
        identities.put("gsn", "if-gsn");
        identities.put("propp2pserial", "propPointToPointSerial");
        identities.put("reachhdsl", "reachDSL");
        identities.put("stack2stack", "stackToStack");
        identities.put("swloopback", "softwareLoopback");
        identities.put("virtualatg", "virtualTg");
        identities.put("voiceefgdeana", "voiceFGDEANA");
        identities.put("voip", "voiceOverIp");
        return Map.copyOf(identities);
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return module(library, MODULE).or(() -> capability(hello, NAMESPACE));
    }
}
