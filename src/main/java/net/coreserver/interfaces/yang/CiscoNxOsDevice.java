package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.addMicroseconds;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.adminStatus;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.bandwidth;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.bundle;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.counters;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.description;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.id;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.ifIndex;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.lastChangeMicroseconds;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.lastChangeSeconds;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.linkState;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.mtu;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.operBandwidth;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.operDescription;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.operMtu;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.operStatus;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.physAddress;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.standsOn;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.state;
import static net.coreserver.interfaces.yang.CiscoNxOsLeaves.with;
import static net.coreserver.interfaces.yang.Element.address;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;
import static net.coreserver.interfaces.yang.Element.scope;

import java.util.Optional;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.discovery.YangLibrary;

/**
 * {@code System} of {@code Cisco-NX-OS-device}: the object model of Nexus switches. Each kind of interface has a list of its own, in
 * which what is configured stands above what is, and the addresses stand in other lists, by VRF.
 *
 * <table>
 * <caption>Where each leaf comes from</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>{@code name}</td><td>{@code id}, such as {@code eth1/1}, {@code po10}, {@code vlan333}, {@code mgmt0}</td></tr>
 * <tr><td>{@code type}</td><td>what the list is for: {@code phys-items} and {@code mgmt-items} are {@code ethernetCsmacd},
 *     {@code aggr-items} {@code ieee8023adLag}, {@code lb-items} {@code softwareLoopback}, {@code encrtd-items} {@code l2vlan},
 *     {@code svi-items} {@code l3ipvlan}; there is no word for it</td></tr>
 * <tr><td>{@code description}</td><td>{@code descr}, else {@code operDescr}</td></tr>
 * <tr><td>{@code adminStatus}</td><td>{@code adminSt}</td></tr>
 * <tr><td>{@code operStatus}</td><td>{@code operSt} of the interface itself, not of a VLAN ({@code BD-list}) nor of its IP side;
 *     {@code shutdown} and {@code out-of-srvc} of an SVI are down</td></tr>
 * <tr><td>{@code lastChange}</td><td>{@code lastLinkStChg}, a date and time; of an SVI {@code operLastChgSec}, seconds since 1970, with
 *     the microseconds of {@code operLastChgUsec}</td></tr>
 * <tr><td>{@code ifIndex}, {@code mtu}</td><td>{@code ifIndex}; {@code operMtu}, else {@code mtu}</td></tr>
 * <tr><td>{@code physAddress}</td><td>{@code backplaneMac}; of an SVI {@code operMac}; of a sub-interface
 *     {@code operRouterMac}</td></tr>
 * <tr><td>{@code speed}</td><td>{@code operSpeed}, a text such as {@code 10G}; where it is none ({@code auto}, {@code unknown}), or the
 *     kind has none, {@code operBw} or {@code bw}, kbit/s; 0 is unknown</td></tr>
 * <tr><td>{@code higherLayerIf}, {@code lowerLayerIf}</td><td>{@code bundleIndex} of a port; {@code RsMbrIfs-list} of a port-channel
 *     and {@code rsencPhysRtdConf-items} of a sub-interface, the name in the brackets of {@code tDn}</td></tr>
 * <tr><td>{@code ipv4}, {@code ipv6}</td><td>{@code addr} of {@code Addr-list}, with its length behind a slash</td></tr>
 * <tr><td>octets; unicast, multicast and broadcast packets</td><td>{@code octets}, {@code ucastPkts}, {@code multicastPkts},
 *     {@code broadcastPkts} of {@code dbgIfHCIn-items} and {@code dbgIfHCOut-items}, else of {@code dbgIfIn-items} and
 *     {@code dbgIfOut-items}</td></tr>
 * <tr><td>discards, errors, {@code inUnknownProtos}</td><td>{@code discards}, {@code errors}, {@code unknownProtos} of the
 *     latter</td></tr>
 * <tr><td>extra</td><td>{@code layer}, {@code mode}, {@code encap}, {@code vlanId}, {@code operStQual}, {@code operDuplex}, an
 *     {@code operSpeed} that is no speed, {@code cRCAlignErrors}, {@code llAddr}, and the VRF as {@code Dom-list/name}</td></tr>
 * </table>
 *
 * <p>Source: {@code Cisco-NX-OS-device}, revision 2019-02-17.
 */
final class CiscoNxOsDevice extends TreeModel {

    private static final String NAMESPACE = "http://cisco.com/ns/yang/cisco-nx-os-device";
    private static final String MODULE = "Cisco-NX-OS-device";

    CiscoNxOsDevice() {
        super(
                "cisco-nx-os-device",
                Tree.of(container(
                                "System",
                                container(
                                        "intf-items",
                                        container("phys-items", ports()),
                                        container("aggr-items", portChannels()),
                                        container("lb-items", loopbacks()),
                                        container("encrtd-items", subinterfaces()),
                                        container("svi-items", vlanInterfaces())),
                                container("mgmt-items", managementPorts()),
                                container("ipv4-items", addresses()),
                                container("ipv6-items", addresses(extra("llAddr"))))
                        .in(NAMESPACE)));
    }

    private static Element ports() {
        return interfaces(
                "PhysIf-list",
                "ethernetCsmacd",
                with(
                        new Element[] {
                            mtu(),
                            bandwidth(),
                            extra("layer"),
                            extra("mode"),
                            container("phys-items", with(linkState(), ifIndex(), operDescription(), bundle()))
                        },
                        counters()));
    }

    private static Element portChannels() {
        return interfaces(
                "AggrIf-list",
                "ieee8023adLag",
                with(
                        new Element[] {
                            mtu(),
                            bandwidth(),
                            extra("layer"),
                            extra("mode"),
                            container("aggrif-items", with(linkState(), ifIndex(), operDescription())),
                            container("rsmbrIfs-items", container("RsMbrIfs-list", standsOn()))
                        },
                        counters()));
    }

    private static Element loopbacks() {
        return interfaces(
                "LbRtdIf-list",
                "softwareLoopback",
                container("lbrtdif-items", with(state(), ifIndex(), operDescription())));
    }

    private static Element subinterfaces() {
        return interfaces(
                "EncRtdIf-list",
                "l2vlan",
                mtu(),
                bandwidth(),
                extra("encap"),
                container("encrtdif-items", with(state(), ifIndex(), operDescription(), physAddress("operRouterMac"))),
                container("rsencPhysRtdConf-items", standsOn()));
    }

    private static Element vlanInterfaces() {
        return interfaces(
                "If-list",
                "l3ipvlan",
                mtu(),
                bandwidth(),
                extra("vlanId"),
                operStatus(),
                extra("operStQual"),
                container(
                        "svi-items",
                        ifIndex(),
                        operDescription(),
                        operMtu(),
                        operBandwidth(),
                        physAddress("operMac"),
                        lastChangeSeconds(),
                        lastChangeMicroseconds()));
    }

    private static Element managementPorts() {
        return interfaces(
                "MgmtIf-list",
                "ethernetCsmacd",
                with(new Element[] {mtu(), container("mgmt-items", linkState())}, counters()));
    }

    /** A list of interfaces of one kind. */
    private static Element interfaces(String name, String identity, Element... leaves) {
        InterfaceType type = InterfaceType.of(identity);
        return list(name, with(new Element[] {id(), description(), adminStatus()}, leaves))
                .finish(draft -> {
                    draft.type = type;
                    addMicroseconds(draft);
                });
    }

    /** The addresses of one family, with other leaves of an interface that stand beside them. */
    private static Element addresses(Element... others) {
        Element[] leaves = {
            id(), container("addr-items", address("Addr-list", leaf("addr", CiscoNxOsLeaves::readAddress)))
        };
        return container(
                "inst-items",
                container(
                        "dom-items",
                        container(
                                "Dom-list",
                                scope("name"),
                                container(
                                        "if-items",
                                        list("If-list", with(leaves, others))
                                                .finish(draft -> draft.extra("Dom-list/name", draft.scope()))))));
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return module(library, MODULE).or(() -> capability(hello, NAMESPACE));
    }
}
