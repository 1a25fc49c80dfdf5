package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;
import static net.coreserver.interfaces.yang.Element.scope;

import net.coreserver.netconf.MalformedMessageException;

/**
 * The addresses of interfaces in IOS XR, which stand in modules of their own, by node and VRF or, in later releases, by interface;
 * {@link CiscoIosXrPfiImCmdOper} has the mapping. An address 0.0.0.0 says that there is none.
 */
final class CiscoIosXrAddresses {

    private static final String NAMESPACE_BASE = "http://cisco.com/ns/yang/";
    private static final String IPV4_NAMESPACE = NAMESPACE_BASE + "Cisco-IOS-XR-ipv4-io-oper";
    private static final String IPV4_BY_INTERFACE_NAMESPACE = NAMESPACE_BASE + "Cisco-IOS-XR-ipv4-ma-oper";
    private static final String IPV6_NAMESPACE = NAMESPACE_BASE + "Cisco-IOS-XR-ipv6-ma-oper";

    private CiscoIosXrAddresses() {}

    static Element ipv4() {
        return container(
                        "ipv4-network",
                        byNode(container(
                                "details",
                                list("detail", name(), primary(), primaryLength(), secondary())
                                        .finish(CiscoIosXrAddresses::finishIpv4))),
                        byInterface("vrfs", "vrf", "detail", primary(), primaryLength(), secondary())
                                .in(IPV4_BY_INTERFACE_NAMESPACE))
                .in(IPV4_NAMESPACE);
    }

    static Element ipv6() {
        return container(
                        "ipv6-network",
                        byNode(
                                container("global-details", ipv6List("global-detail")),
                                container("details", ipv6List("detail")).unasked()),
                        byInterface("vrf-names", "vrf-name", "detail-data", address(), linkLocal()))
                .in(IPV6_NAMESPACE);
    }

    private static Element ipv6List(String name) {
        return list(name, name(), address(), linkLocal()).finish(CiscoIosXrAddresses::addVrf);
    }

    private static Element byNode(Element... lists) {
        Element[] inVrf = new Element[lists.length + 1];
        inVrf[0] = scope("vrf-name");
        System.arraycopy(lists, 0, inVrf, 1, lists.length);
        return container(
                "nodes", container("node", container("interface-data", container("vrfs", container("vrf", inVrf)))));
    }

    private static InnerElement byInterface(String vrfs, String vrf, String detail, Element... leaves) {
        return container(
                        "interfaces",
                        list(
                                        "interface",
                                        name(),
                                        container(vrfs, container(vrf, extra("vrf-name"), container(detail, leaves))))
                                .finish(CiscoIosXrAddresses::addPrimary))
                .unasked();
    }

    private static Element name() {
        return key("interface-name", (draft, value) -> draft.name = value.text());
    }

    /** Beside the draft's own address, which is that of the list entry that is being read. */
    private static Element primary() {
        return leaf("primary-address", (draft, value) -> draft.otherwise().ip = value.text());
    }

    private static Element primaryLength() {
        return leaf("prefix-length", (draft, value) -> draft.otherwise().prefixLength = value.prefixLength());
    }

    private static Element secondary() {
        return Element.address(
                "secondary-address",
                leaf("address", (draft, value) -> draft.ip = value.text()),
                leaf("prefix-length", (draft, value) -> draft.prefixLength = value.prefixLength()));
    }

    private static Element address() {
        return Element.address(
                "address",
                leaf("address", (draft, value) -> draft.ip = value.text()),
                leaf("prefix-length", (draft, value) -> draft.prefixLength = value.prefixLength()));
    }

    private static Element linkLocal() {
        return container("link-local-address", extra("address", "link-local-address"));
    }

    private static void finishIpv4(InterfaceDraft draft) throws MalformedMessageException {
        addPrimary(draft);
        addVrf(draft);
    }

    private static void addPrimary(InterfaceDraft draft) throws MalformedMessageException {
        InterfaceDraft primary = draft.otherwise();
        draft.primaryAddress(primary.ip, primary.prefixLength);
    }

    private static void addVrf(InterfaceDraft draft) {
        draft.extra("vrf-name", draft.scope());
    }
}
