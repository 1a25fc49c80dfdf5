package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.address;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.discovery.YangLibrary;
import org.jspecify.annotations.Nullable;

/**
 * {@code openconfig-interfaces} with what {@code openconfig-if-ethernet}, {@code openconfig-if-aggregate}, {@code openconfig-if-ip}
 * and {@code openconfig-vlan} add to it, in all revisions since 2016.
 *
 * <table>
 * <caption>Where each leaf comes from, below {@code interfaces/interface}</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>{@code description}, {@code mtu}</td><td>{@code state}, else {@code config}</td></tr>
 * <tr><td>{@code type}</td><td>the same: {@link OpenConfigTypes}</td></tr>
 * <tr><td>{@code adminStatus}, {@code operStatus}</td><td>{@code state}, in capitals and with underscores; {@code enabled} of
 *     {@code state}, else of {@code config}, where there is no {@code admin-status}</td></tr>
 * <tr><td>{@code ifIndex}</td><td>{@code state/ifindex}</td></tr>
 * <tr><td>{@code lastChange}, {@code discontinuityTime}</td><td>{@code state/last-change}, {@code state/counters/last-clear}:
 *     nanoseconds since 1970 (since revision 2017-07-14), a {@code date-and-time} (IOS-XE), or a UTC text (IOS-XR). A smaller number
 *     counts from the start of the device ({@code timeticks} before): no time of day, and kept as extra</td></tr>
 * <tr><td>{@code physAddress}</td><td>{@code ethernet/state/mac-address}, else {@code hw-mac-address}, else
 *     {@code ethernet/config/mac-address}</td></tr>
 * <tr><td>{@code speed}</td><td>{@code negotiated-port-speed} in {@code ethernet/state}, else {@code port-speed}: {@code SPEED_10GB};
 *     {@code effective-speed} there until 2016, and {@code aggregation/state/lag-speed}, in Mbit/s</td></tr>
 * <tr><td>{@code higherLayerIf}, {@code lowerLayerIf}</td><td>{@code ethernet/state/aggregate-id}, for both sides;
 *     {@code aggregation/state/member}; the subinterfaces</td></tr>
 * <tr><td>{@code ipv4}, {@code ipv6}</td><td>{@code addresses/address} of {@code subinterface} or {@code routed-vlan}: {@code state},
 *     else {@code config}</td></tr>
 * <tr><td>counters</td><td>{@code state/counters}, by the same names</td></tr>
 * <tr><td>extra</td><td>{@code in-pkts}, {@code out-pkts}, {@code in-fcs-errors}, {@code carrier-transitions}, {@code lag-type},
 *     {@code routed-vlan/vlan}, times that are none</td></tr>
 * </table>
 *
 * <p>A subinterface of index 0 is the interface itself: it says where that is silent, and has counters for it only where it has none
 * of its own. Any other is an interface on top, named {@code NAME.INDEX} unless it says a name.
 *
 * <p>Ciena's boxes have a type, a status, a speed and addresses of their own in these containers. They are read; its addresses come
 * only where the whole entry is asked for, since other servers refuse a filter with a namespace that they do not know. Source: the
 * modules {@code openconfig-interfaces} 2015-11-20 to 2026-01-06 and those named, of that time; recorded replies of IOS-XE, IOS-XR and
 * SAOS.
 */
final class OpenConfigInterfaces extends TreeModel {

    private static final String MODULE = "openconfig-interfaces";
    private static final String NAMESPACE = "http://openconfig.net/yang/interfaces";
    private static final String ETHERNET = "http://openconfig.net/yang/interfaces/ethernet";
    private static final String AGGREGATE = "http://openconfig.net/yang/interfaces/aggregate";
    private static final String IP = "http://openconfig.net/yang/interfaces/ip";
    private static final String VLAN = "http://openconfig.net/yang/vlan";
    private static final String CIENA = "http://ciena.com/ns/yang/ciena-openconfig-interfaces";
    private static final String CIENA_PORT = "http://ciena.com/ns/yang/ciena-openconfig-if-ethernet-port";
    private static final String CIENA_IP = "http://ciena.com/ns/yang/ciena-openconfig-if-ip";

    private static final Words<OperStatus> OPER_STATUS = Words.ofOperStatus(Map.of());
    private static final Words<AdminStatus> ADMIN_STATUS = Words.ofAdminStatus(Map.of());

    /** No device of these models has run for longer: what is before is a number of something else. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final long MBIT = 1_000_000;

    private static final String INDEX = "index";
    private static final String BUNDLE = "aggregate-id";
    private static final String CONFIGURED_BUNDLE = "config/aggregate-id";

    /** How much is asked for. */
    enum Request {
        /** What is read, which names the modules that augment this one. */
        FILTERED("openconfig-interfaces"),
        /** Everything, for servers that refuse a filter which names a module that they have not. */
        WHOLE("openconfig-interfaces-whole");

        private final String word;

        Request(String word) {
            this.word = word;
        }
    }

    OpenConfigInterfaces(Request request) {
        super(request.word, Tree.of(interfaces(request)));
    }

    private static Element interfaces(Request request) {
        InnerElement interfaces = container("interfaces", interfaces()).in(NAMESPACE);
        return switch (request) {
            case FILTERED -> interfaces;
            case WHOLE -> interfaces.whole();
        };
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return module(library, MODULE);
    }

    private static Element interfaces() {
        return list(
                        "interface",
                        key("name", (draft, value) -> draft.name = value.text()),
                        config(),
                        state(),
                        ethernet(),
                        aggregation(),
                        container("subinterfaces", subinterfaces()),
                        container(
                                        "routed-vlan",
                                        container("state", extra("vlan", "routed-vlan/vlan")),
                                        ip("ipv4", IP),
                                        ip("ipv6", IP))
                                .in(VLAN),
                        ip("ipv4", CIENA_IP).unasked(),
                        ip("ipv6", CIENA_IP).unasked())
                .finish(draft -> {
                    String bundle = draft.noted(BUNDLE);
                    draft.higherLayerIf(bundle == null ? draft.noted(CONFIGURED_BUNDLE) : bundle);
                });
    }

    /** Asked for whole, as the state is: vendors have leaves of their own in both. */
    private static Element config() {
        return container(
                        "config",
                        leaf("description", (draft, value) -> configured(draft).description = value.text()),
                        leaf("type", (draft, value) -> configured(draft).type = OpenConfigTypes.type(value)),
                        leaf("mtu", (draft, value) -> configured(draft).mtu = value.uint32()),
                        leaf("enabled", (draft, value) -> readEnabled(configured(draft), value)),
                        leaf("type", (draft, value) -> configured(draft).type = OpenConfigTypes.other(value))
                                .in(CIENA),
                        leaf("admin-status", (draft, value) -> readEnabled(configured(draft), value))
                                .in(CIENA))
                .whole();
    }

    /** What holds where neither the state nor what stands in for it says anything. */
    private static InterfaceDraft configured(InterfaceDraft draft) {
        return draft.otherwise().otherwise();
    }

    private static Element state() {
        return container(
                        "state",
                        leaf("name", (draft, value) -> draft.name = draft.name == null ? value.text() : draft.name),
                        leaf("description", (draft, value) -> draft.description = value.text()),
                        leaf("type", (draft, value) -> draft.type = OpenConfigTypes.type(value)),
                        leaf("mtu", (draft, value) -> draft.mtu = value.uint32()),
                        leaf("enabled", (draft, value) -> readEnabled(draft.otherwise(), value)),
                        leaf("ifindex", (draft, value) -> draft.ifIndex = value.ifIndex()),
                        leaf("admin-status", (draft, value) -> draft.adminStatus = ADMIN_STATUS.of(value)),
                        leaf("oper-status", (draft, value) -> draft.operStatus = OPER_STATUS.of(value)),
                        leaf("last-change", (draft, value) -> draft.lastChange = moment(draft, "last-change", value)),
                        counters(),
                        leaf("type", (draft, value) -> draft.type = OpenConfigTypes.other(value))
                                .in(CIENA),
                        leaf("admin-status", (draft, value) -> readEnabled(draft.otherwise(), value))
                                .in(CIENA),
                        leaf("mac-address", (draft, value) -> draft.physAddress = value.text())
                                .in(CIENA),
                        leaf("speed", (draft, value) -> draft.speed = value.speed(1))
                                .in(CIENA_PORT))
                .whole();
    }

    private static Element counters() {
        return container(
                "counters",
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
                counter("out-errors", CounterLeaf.OUT_ERRORS),
                leaf("last-clear", (draft, value) -> draft.discontinuityTime = moment(draft, "last-clear", value)),
                extra("in-pkts"),
                extra("out-pkts"),
                extra("in-fcs-errors"),
                extra("carrier-transitions"),
                extra("in-pkts").in(CIENA),
                extra("out-pkts").in(CIENA));
    }

    private static Element ethernet() {
        return container(
                        "ethernet",
                        container(
                                "config",
                                leaf("mac-address", (draft, value) -> configured(draft).physAddress = value.text()),
                                leaf(BUNDLE, (draft, value) -> draft.note(CONFIGURED_BUNDLE, value.text()))
                                        .in(AGGREGATE)),
                        container(
                                "state",
                                leaf("mac-address", (draft, value) -> draft.physAddress = value.text()),
                                leaf("hw-mac-address", (draft, value) -> draft.otherwise().physAddress = value.text()),
                                leaf("negotiated-port-speed", (draft, value) -> readSpeed(draft, value.speedText())),
                                leaf("effective-speed", (draft, value) -> readSpeed(draft, value.speed(MBIT))),
                                leaf("port-speed", (draft, value) -> draft.otherwise().speed = value.speedText()),
                                leaf(BUNDLE, (draft, value) -> draft.note(BUNDLE, value.text()))
                                        .in(AGGREGATE)))
                .in(ETHERNET);
    }

    /** The speed that there is, of which 0 and none are unknown: some servers have two leaves for it. */
    private static void readSpeed(InterfaceDraft draft, @Nullable Long speed) {
        draft.speed = speed == null || speed == 0 ? draft.speed : speed;
    }

    private static Element aggregation() {
        return container(
                        "aggregation",
                        container(
                                "state",
                                extra("lag-type"),
                                leaf("lag-speed", (draft, value) -> draft.speed = value.speed(MBIT)),
                                leaf("member", (draft, value) -> draft.lowerLayerIf(value.text()))))
                .in(AGGREGATE);
    }

    private static Element subinterfaces() {
        return list(
                        "subinterface",
                        leaf(INDEX, (draft, value) -> draft.note(INDEX, value.index() == null ? null : value.text())),
                        config(),
                        state(),
                        ip("ipv4", IP),
                        ip("ipv6", IP))
                .finish(OpenConfigInterfaces::finishSubinterface);
    }

    private static void finishSubinterface(InterfaceDraft draft) throws MalformedMessageException {
        InterfaceDraft parent = draft.parent();
        String index = draft.noted(INDEX);
        if (parent == null || parent.name == null || index == null) {
            return;
        }
        if (index.equals("0")) {
            draft.name = null;
            if (Stream.of(CounterLeaf.values()).anyMatch(counter -> parent.counter(counter) != null)) {
                for (CounterLeaf counter : CounterLeaf.values()) {
                    draft.set(counter, null);
                }
                draft.discontinuityTime = null;
            }
            configured(parent).otherwise().fill(draft);
        } else if (draft.name == null || draft.name.equals(parent.name)) {
            draft.name = parent.name + "." + index;
        }
    }

    /** Addresses, which stood in no container of their own before revision 2016-03-28 of {@code openconfig-if-ip}. */
    private static Element ip(String family, String namespace) {
        return container(
                        family,
                        container("addresses", addresses()),
                        addresses().unasked(),
                        container("state", leaf("mtu", (draft, value) -> {
                            InterfaceDraft mine = draft.otherwise();
                            mine.mtu = mine.mtu == null ? value.uint32() : mine.mtu;
                        })))
                .in(namespace);
    }

    private static Element addresses() {
        return address(
                "address",
                leaf("ip", (draft, value) -> draft.ip = value.text()),
                container("config", leaf("prefix-length", (draft, value) -> {
                    if (draft.prefixLength == null) {
                        draft.prefixLength = value.prefixLength();
                    }
                })),
                container("state", leaf("prefix-length", (draft, value) -> draft.prefixLength = value.prefixLength())));
    }

    private static void readEnabled(InterfaceDraft draft, Leaf value) {
        Boolean enabled = value.bool();
        if (enabled != null) {
            draft.adminStatus = enabled ? AdminStatus.Known.UP : AdminStatus.Known.DOWN;
        }
    }

    private static @Nullable Instant moment(InterfaceDraft draft, String leaf, Leaf value) {
        Instant moment = value.epochNanoseconds();
        if (moment == null) {
            moment = value.dateAndTime();
        }
        if (moment == null) {
            moment = value.utcText();
        }
        if (moment != null && moment.isAfter(EARLIEST)) {
            return moment;
        }
        String text = value.text();
        if (!"0".equals(text)) {
            draft.extra(leaf, text);
        }
        return null;
    }
}
