package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.address;
import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.leaf;
import static net.coreserver.interfaces.yang.Element.list;
import static net.coreserver.interfaces.yang.Element.scope;

import java.util.Map;
import java.util.stream.Stream;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.netconf.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of the interfaces of Nokia SR OS, without which {@link NokiaState} knows no descriptions, administrative states and
 * prefix lengths. Whatever is configured has a state, too, so that an entry makes an interface wherever it stands.
 */
final class NokiaConfigure {

    private static final String NAMESPACE = "urn:nokia.com:sros:ns:yang:sr:conf";

    private static final String BASE_ROUTER = "Base";

    private static final Words<AdminStatus> ADMIN_STATUS =
            Words.ofAdminStatus(Map.of("enable", AdminStatus.Known.UP, "disable", AdminStatus.Known.DOWN));

    private NokiaConfigure() {}

    static Element configure() {
        return container(
                        "configure",
                        list(
                                "port",
                                leaf("port-id", (draft, value) -> draft.name = value.text()),
                                adminState(),
                                description(),
                                container("ethernet", leaf("mtu", (draft, value) -> draft.mtu = value.uint32()))),
                        list(
                                "lag",
                                leaf("lag-name", (draft, value) -> draft.name = value.text())
                                        .unasked(),
                                leaf("lag-index", (draft, value) -> draft.name = lag(value.text()))
                                        .unasked(),
                                adminState(),
                                description()),
                        container(
                                "router",
                                scope("router-name"),
                                list("interface", with(leaf("port", NokiaConfigure::standOn)))
                                        .finish(NokiaConfigure::inRouter)),
                        container(
                                "service",
                                container(
                                        "vprn",
                                        scope("service-name"),
                                        serviceInterface().finish(NokiaConfigure::inVprn)),
                                container(
                                        "ies",
                                        scope("service-name"),
                                        serviceInterface().finish(NokiaConfigure::inIes))))
                .in(NAMESPACE);
    }

    private static ListElement serviceInterface() {
        return list("interface", with(container("sap", leaf("sap-id", NokiaConfigure::standOn))));
    }

    private static Element[] with(Element below) {
        Element[] common = {
            leaf("interface-name", (draft, value) -> draft.name = value.text()),
            adminState(),
            description(),
            leaf("ip-mtu", (draft, value) -> draft.otherwise().mtu = value.uint32()),
            leaf("mac", (draft, value) -> draft.physAddress = value.physAddress()),
            leaf("loopback", NokiaConfigure::readLoopback),
            container("ipv4", ipv4("primary"), ipv4("secondary")),
            container(
                    "ipv6",
                    address(
                            "address",
                            leaf("ipv6-address", (draft, value) -> draft.ip = value.text()),
                            leaf("prefix-length", (draft, value) -> draft.prefixLength = value.prefixLength())))
        };
        return Stream.concat(Stream.of(common), Stream.of(below)).toArray(Element[]::new);
    }

    private static Element ipv4(String list) {
        return address(
                list,
                leaf("address", (draft, value) -> draft.ip = value.text()),
                leaf("prefix-length", (draft, value) -> draft.prefixLength = value.prefixLength()));
    }

    private static Element adminState() {
        return leaf("admin-state", (draft, value) -> draft.adminStatus = ADMIN_STATUS.of(value));
    }

    private static Element description() {
        return leaf("description", (draft, value) -> draft.description = value.text());
    }

    /** Its being there is enough in a router; in a service it is a boolean. */
    private static void readLoopback(InterfaceDraft draft, Leaf value) {
        if (!Boolean.FALSE.equals(value.bool())) {
            draft.type = InterfaceType.of("softwareLoopback");
        }
    }

    /** A port or LAG with the encapsulation on it: {@code 1/1/1:100}. */
    private static void standOn(InterfaceDraft draft, Leaf value) throws MalformedMessageException {
        String text = value.text();
        if (text != null) {
            int encapsulation = text.indexOf(':');
            draft.lowerLayerIf(encapsulation < 0 ? text : text.substring(0, encapsulation));
        }
    }

    /** The name of a LAG that is known by its number. */
    static @Nullable String lag(@Nullable String index) {
        return index == null || index.startsWith("lag-") ? index : "lag-" + index;
    }

    static void inRouter(InterfaceDraft draft) {
        String router = draft.scope();
        draft.extra("router-name", router);
        if (!BASE_ROUTER.equals(router)) {
            qualify(draft);
        }
    }

    static void inVprn(InterfaceDraft draft) {
        draft.extra("service-name", draft.scope());
        qualify(draft);
    }

    /** An IES is in the router Base. */
    static void inIes(InterfaceDraft draft) {
        draft.extra("service-name", draft.scope());
    }

    private static void qualify(InterfaceDraft draft) {
        if (draft.name != null && draft.scope() != null) {
            draft.name = draft.scope() + "/" + draft.name;
        }
    }
}
