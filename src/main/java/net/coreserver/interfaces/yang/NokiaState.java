package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;
import static net.coreserver.interfaces.yang.Element.scope;

import java.util.Map;
import java.util.Optional;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.discovery.YangLibrary;
import net.coreserver.netconf.discovery.YangModule;
import net.coreserver.netconf.operation.Filter;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.WithDefaults;

/**
 * Ports, LAGs and router interfaces of Nokia SR OS: {@code state} of {@code nokia-state}, with what {@code configure} of
 * {@code nokia-conf} says of the same interfaces.
 *
 * <table>
 * <caption>Where each leaf comes from; what is in {@code configure} is marked with c</caption>
 * <tr><th>here</th><th>{@code port}</th><th>{@code lag}</th><th>{@code router/interface}, {@code service/vprn/interface},
 *     {@code service/ies/interface}</th></tr>
 * <tr><td>{@code name}</td><td>{@code port-id}</td><td>{@code lag-name}; {@code lag-} and {@code lag-index} before release 21</td>
 *     <td>{@code interface-name}; in a router other than Base, and in a VPRN, with its name in front: {@code vprn-a/if-1}</td></tr>
 * <tr><td>{@code description}, {@code adminStatus}</td><td colspan="3">{@code description} c, {@code admin-state} c: {@code enable} is
 *     up, {@code disable} is down</td></tr>
 * <tr><td>{@code type}</td><td>{@code ethernetCsmacd} where it has {@code ethernet/oper-speed}</td><td>{@code ieee8023adLag}</td>
 *     <td>{@code softwareLoopback} where it has {@code loopback} c</td></tr>
 * <tr><td>{@code operStatus}</td><td>{@code oper-state}; {@code diagnosing} is testing</td><td>{@code oper-state}</td>
 *     <td>{@code oper-state}; {@code if-oper-status} before release 22</td></tr>
 * <tr><td>{@code lastChange}</td><td>{@code oper-state-last-changed}, since release 20.7</td><td></td>
 *     <td>{@code last-oper-change}</td></tr>
 * <tr><td>{@code ifIndex}</td><td colspan="3">{@code if-index}</td></tr>
 * <tr><td>{@code physAddress}</td><td colspan="2">{@code hardware-mac-address}</td><td>{@code mac} c</td></tr>
 * <tr><td>{@code speed}</td><td>{@code ethernet/oper-speed}, in Mbit/s</td><td></td><td></td></tr>
 * <tr><td>{@code mtu}</td><td>{@code ethernet/mtu} c</td><td></td><td>{@code oper-ip-mtu}, else {@code ip-mtu} c</td></tr>
 * <tr><td>{@code ipv4}, {@code ipv6}</td><td></td><td></td><td>{@code ipv4/primary} and {@code secondary}, {@code ipv6/address}: the
 *     state has no prefix length, so that it is that of the same address in c</td></tr>
 * <tr><td>{@code lowerLayerIf}</td><td></td><td>{@code port/port-id}</td><td>{@code port} c, {@code sap/sap-id} c, without the
 *     encapsulation after the colon</td></tr>
 * <tr><td>counters</td><td>{@code statistics}, else {@code ethernet/statistics}; {@code in-unknown-protocol-discards} is
 *     {@code inUnknownProtos}</td><td>{@code statistics}, since release 21</td><td>{@code statistics/ip}; {@code out-discard-packets}
 *     is {@code outDiscards}</td></tr>
 * </table>
 *
 * <p>Names of interfaces are unique within a router; those of an IES share the router Base, those of a VPRN are its own. The bandwidth of
 * a LAG is no speed here, since the model does not tell its unit.
 *
 * <p>SR OS answers with an error when a filter names a leaf that its release has not, or an entry that there is not. Hence the requests
 * name only leaves that a {@link Release} has in all its versions, and leave it to the reader to choose interfaces. Keys are told with
 * whatever is asked of an entry. Leaves of {@code configure} that were not set are told only when defaults are asked for
 * ({@code :with-defaults}, report-all).
 *
 * <p>Source: {@code nokia-state} and {@code nokia-conf} with their submodules, of releases 19.5 to 26.3; SR OS System Management Guide,
 * NETCONF, {@code get} and {@code get-config}.
 */
public final class NokiaState extends TreeModel {

    /** What the model is like. */
    public enum Release {
        /** Since 22.2. */
        CURRENT("nokia-state"),
        /** From 19.5 to 21.10. */
        UNTIL_21("nokia-state-21");

        private final String word;

        Release(String word) {
            this.word = word;
        }
    }

    private static final String STATE = "urn:nokia.com:sros:ns:yang:sr:state";
    private static final String MODULE = "nokia-state";

    /** That of the module in all releases before 22. */
    private static final String REVISION_UNTIL_21 = "2016-07-06";

    private static final Words<OperStatus> OPER_STATUS =
            Words.ofOperStatus(Map.of("diagnosing", OperStatus.Known.TESTING));

    private final Release release;

    /**
     * Makes the model; one instance serves all sessions.
     *
     * @param release what it is like
     */
    public NokiaState(Release release) {
        super(release.word, Tree.of(state(release == Release.CURRENT), NokiaConfigure.configure()));
        this.release = release;
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return library.module(MODULE)
                .filter(YangModule::implemented)
                .filter(module -> (release == Release.UNTIL_21) == REVISION_UNTIL_21.equals(module.revision()))
                .map(TreeModel::announcement);
    }

    @Override
    public Operation request(InterfaceSelection selection) {
        return new Get(Filter.subtree(tree().filter(selection)), WithDefaults.REPORT_ALL);
    }

    @Override
    public Operation request(InterfaceSelection selection, Hello server) {
        return server.supports(Capability.WITH_DEFAULTS) ? request(selection) : Get.of(tree().filter(selection));
    }

    private static Element state(boolean isCurrent) {
        return container(
                        "state",
                        port(isCurrent),
                        lag(isCurrent),
                        container(
                                "router",
                                scope("router-name"),
                                interfaces(isCurrent).finish(NokiaConfigure::inRouter)),
                        container(
                                "service",
                                container(
                                        "vprn",
                                        scope("service-name"),
                                        interfaces(isCurrent).finish(NokiaConfigure::inVprn)),
                                container(
                                        "ies",
                                        scope("service-name"),
                                        interfaces(isCurrent).finish(NokiaConfigure::inIes))))
                .in(STATE);
    }

    private static Element port(boolean isCurrent) {
        return list(
                "port",
                leaf("port-id", (draft, value) -> draft.name = value.text()),
                leaf("oper-state", (draft, value) -> draft.operStatus = OPER_STATUS.of(value)),
                asked(
                        isCurrent,
                        leaf("oper-state-last-changed", (draft, value) -> draft.lastChange = value.dateAndTime())),
                asked(isCurrent, leaf("if-index", (draft, value) -> draft.ifIndex = value.ifIndex())),
                leaf("hardware-mac-address", (draft, value) -> draft.physAddress = value.physAddress()),
                extra("port-state"),
                extra("down-reason"),
                container(
                        "ethernet",
                        leaf("oper-speed", (draft, value) -> {
                            draft.type = InterfaceType.of("ethernetCsmacd");
                            draft.speed = value.speed(1_000_000);
                        }),
                        extra("oper-duplex"),
                        extra("oper-state-change-count"),
                        container("statistics", otherwiseCounters()).unasked()),
                container("statistics", counters(true)));
    }

    private static Element lag(boolean isCurrent) {
        return list(
                        "lag",
                        asked(isCurrent, leaf("lag-name", (draft, value) -> draft.name = value.text())),
                        leaf("lag-index", (draft, value) -> draft.name = NokiaConfigure.lag(value.text()))
                                .unasked(),
                        leaf("oper-state", (draft, value) -> draft.operStatus = OPER_STATUS.of(value)),
                        leaf("if-index", (draft, value) -> draft.ifIndex = value.ifIndex()),
                        leaf("hardware-mac-address", (draft, value) -> draft.physAddress = value.physAddress()),
                        extra("bandwidth"),
                        extra("number-port-up"),
                        container("port", leaf("port-id", (draft, value) -> draft.lowerLayerIf(value.text()))),
                        asked(isCurrent, container("statistics", counters(false))))
                .finish(draft -> draft.type = InterfaceType.of("ieee8023adLag"));
    }

    private static Element[] counters(boolean hasDiscontinuityTime) {
        return new Element[] {
            asked(
                    hasDiscontinuityTime,
                    leaf(
                            "counter-discontinuity-time",
                            (draft, value) -> draft.discontinuityTime = value.dateAndTime())),
            counter("in-octets", CounterLeaf.IN_OCTETS),
            counter("in-unicast-packets", CounterLeaf.IN_UNICAST_PKTS),
            counter("in-broadcast-packets", CounterLeaf.IN_BROADCAST_PKTS),
            counter("in-multicast-packets", CounterLeaf.IN_MULTICAST_PKTS),
            counter("in-discards", CounterLeaf.IN_DISCARDS),
            counter("in-errors", CounterLeaf.IN_ERRORS),
            counter("in-unknown-protocol-discards", CounterLeaf.IN_UNKNOWN_PROTOS),
            counter("out-octets", CounterLeaf.OUT_OCTETS),
            counter("out-unicast-packets", CounterLeaf.OUT_UNICAST_PKTS),
            counter("out-broadcast-packets", CounterLeaf.OUT_BROADCAST_PKTS),
            counter("out-multicast-packets", CounterLeaf.OUT_MULTICAST_PKTS),
            counter("out-discards", CounterLeaf.OUT_DISCARDS),
            counter("out-errors", CounterLeaf.OUT_ERRORS),
            extra("in-packets"),
            extra("out-packets"),
            extra("last-cleared-time")
        };
    }

    private static Element[] otherwiseCounters() {
        return new Element[] {
            otherwise("in-octets", CounterLeaf.IN_OCTETS),
            otherwise("in-unicast-packets", CounterLeaf.IN_UNICAST_PKTS),
            otherwise("in-broadcast-packets", CounterLeaf.IN_BROADCAST_PKTS),
            otherwise("in-multicast-packets", CounterLeaf.IN_MULTICAST_PKTS),
            otherwise("in-errors", CounterLeaf.IN_ERRORS),
            otherwise("out-octets", CounterLeaf.OUT_OCTETS),
            otherwise("out-unicast-packets", CounterLeaf.OUT_UNICAST_PKTS),
            otherwise("out-broadcast-packets", CounterLeaf.OUT_BROADCAST_PKTS),
            otherwise("out-multicast-packets", CounterLeaf.OUT_MULTICAST_PKTS),
            otherwise("out-errors", CounterLeaf.OUT_ERRORS)
        };
    }

    private static Element otherwise(String name, CounterLeaf counter) {
        return leaf(name, (draft, value) -> draft.otherwise().counter(counter, value));
    }

    private static ListElement interfaces(boolean isCurrent) {
        return list(
                "interface",
                leaf("interface-name", (draft, value) -> draft.name = value.text()),
                asked(isCurrent, leaf("oper-state", (draft, value) -> draft.operStatus = OPER_STATUS.of(value))),
                asked(!isCurrent, leaf("if-oper-status", (draft, value) -> draft.operStatus = OPER_STATUS.of(value))),
                leaf("last-oper-change", (draft, value) -> draft.lastChange = value.dateAndTime()),
                leaf("if-index", (draft, value) -> draft.ifIndex = value.ifIndex()),
                leaf("oper-ip-mtu", (draft, value) -> draft.mtu = value.uint32()),
                container(
                        "ipv4",
                        container("primary", leaf("oper-address", (draft, value) -> draft.address(value.text(), null))),
                        container(
                                "secondary",
                                leaf("oper-address", (draft, value) -> draft.address(value.text(), null)))),
                container(
                        "ipv6",
                        container("address", leaf("ipv6-address", (draft, value) -> draft.address(value.text(), null))),
                        container("link-local-address", extra("oper-address", "ipv6/link-local-address"))),
                container(
                        "statistics",
                        container(
                                "ip",
                                counter("in-octets", CounterLeaf.IN_OCTETS),
                                counter("out-octets", CounterLeaf.OUT_OCTETS),
                                counter("out-discard-packets", CounterLeaf.OUT_DISCARDS),
                                extra("in-packets", "ip/in-packets"),
                                extra("out-packets", "ip/out-packets"))));
    }

    private static Element asked(boolean isAsked, Element element) {
        return isAsked ? element : element.unasked();
    }
}
