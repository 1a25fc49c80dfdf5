package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.list;

import java.util.Optional;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.discovery.YangLibrary;

/**
 * The one list of {@code ietf-interfaces} in which both state and configuration stand, asked for with {@code get}:
 * {@link IetfInterfaces} has the mapping. For servers that have the module without the operations of the NMDA.
 *
 * <p>It is asked for whole, for the reason that {@link IetfInterfacesState} has. Source: RFC 8343 section 5 and RFC 8344.
 */
final class IetfInterfacesGet extends TreeModel {

    IetfInterfacesGet() {
        super("ietf-interfaces", interfaces());
    }

    static Tree interfaces() {
        return Tree.of(container("interfaces", list("interface", IetfInterfaces.state()))
                .whole()
                .in(IetfInterfaces.NAMESPACE));
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return IetfInterfaces.nmdaAnnouncement(library);
    }
}
