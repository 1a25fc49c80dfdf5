package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.address;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;

/** The list of interfaces as VRP's schemas have it; {@link HuaweiIfm} has the mapping. Source: as there. */
final class HuaweiVrp {

    private HuaweiVrp() {}

    /**
     * The list.
     *
     * @param isModule whether the schema is announced as a module: that has addresses in other containers than its predecessor
     */
    static Element interfaces(boolean isModule) {
        return list(
                        "interface",
                        key("ifName", (draft, value) -> draft.name = value.text()),
                        leaf("ifIndex", (draft, value) -> draft.ifIndex = value.ifIndex()),
                        leaf("ifDescr", (draft, value) -> draft.description = value.text()),
                        leaf("ifPhyType", HuaweiIfm::readType),
                        leaf("ifAdminStatus", HuaweiIfm::readAdminStatus),
                        leaf("ifParentIfName", (draft, value) -> draft.lowerLayerIf(value.text())),
                        leaf("ifTrunkIfName", (draft, value) -> draft.higherLayerIf(value.text())),
                        leaf("ifMtu", (draft, value) -> draft.otherwise().mtu = value.uint32()),
                        leaf("ifMac", (draft, value) -> draft.otherwise().physAddress = value.physAddress()),
                        extra("ifClass"),
                        extra("vrfName").unasked(),
                        extra("ifBandwidth").unasked(),
                        dynamicInfo(),
                        statistics(),
                        askedIf(!isModule, container("ifmAm4", configuredIpv4())),
                        container("ifmAMIpv4", configuredIpv4()).unasked(),
                        container("ipv4Config", configuredIpv4()).unasked(),
                        askedIf(isModule, container("ipv4Oper", container("ipv4Addrs", ipv4("ipv4Addr")))),
                        ipv4("mainIpAddr").unasked(),
                        askedIf(!isModule, container("ifmAm6", configuredIpv6())),
                        container("ifmAMIpv6", configuredIpv6()).unasked(),
                        container("ipv6Config", configuredIpv6()).unasked(),
                        askedIf(isModule, container("ipv6Oper", container("ipv6Addrs", ipv6("ipv6Addr")))))
                .finish(HuaweiIfm::finish);
    }

    private static Element askedIf(boolean isAsked, InnerElement container) {
        return isAsked ? container.whole() : container.unasked();
    }

    private static Element dynamicInfo() {
        return container(
                        "ifDynamicInfo",
                        leaf("ifOperStatus", HuaweiIfm::readOperStatus),
                        leaf("ifOpertMTU", (draft, value) -> draft.mtu = value.uint32()),
                        leaf("ifOperSpeed", (draft, value) -> draft.speed = value.speed(1)),
                        leaf("ifOperMac", (draft, value) -> draft.physAddress = value.physAddress()),
                        leaf("lineProtocolUpTime", HuaweiIfm::readUpTime),
                        extra("ifPhyStatus"),
                        extra("ifLinkStatus"),
                        extra("ifV4State"),
                        extra("ifV6State"))
                .whole();
    }

    private static Element statistics() {
        return container(
                        "ifStatistics",
                        counter("receiveByte", CounterLeaf.IN_OCTETS),
                        counter("rcvUniPacket", CounterLeaf.IN_UNICAST_PKTS),
                        counter("rcvBroadPacket", CounterLeaf.IN_BROADCAST_PKTS),
                        counter("rcvMutiPacket", CounterLeaf.IN_MULTICAST_PKTS),
                        counter("rcvDropPacket", CounterLeaf.IN_DISCARDS),
                        counter("rcvErrorPacket", CounterLeaf.IN_ERRORS),
                        counter("sendByte", CounterLeaf.OUT_OCTETS),
                        counter("sendUniPacket", CounterLeaf.OUT_UNICAST_PKTS),
                        counter("sendBroadPacket", CounterLeaf.OUT_BROADCAST_PKTS),
                        counter("sendMutiPacket", CounterLeaf.OUT_MULTICAST_PKTS),
                        counter("sendDropPacket", CounterLeaf.OUT_DISCARDS),
                        counter("sendErrorPacket", CounterLeaf.OUT_ERRORS),
                        extra("receivePacket"),
                        extra("sendPacket"))
                .whole();
    }

    private static Element configuredIpv4() {
        return container("am4CfgAddrs", ipv4("am4CfgAddr"));
    }

    private static Element ipv4(String name) {
        return address(
                name,
                leaf("ifIpAddr", (draft, value) -> draft.ip = value.text()),
                leaf("subnetMask", (draft, value) -> draft.prefixLength = value.netmask()));
    }

    private static Element configuredIpv6() {
        return container("am6CfgAddrs", ipv6("am6CfgAddr"));
    }

    private static Element ipv6(String name) {
        return address(
                name,
                leaf("ifIp6Addr", (draft, value) -> draft.ip = value.text()),
                leaf("addrPrefixLen", (draft, value) -> draft.prefixLength = value.prefixLength()),
                leaf("addrType6", HuaweiIfm::readAddressType));
    }
}
