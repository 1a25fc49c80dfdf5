package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.list;
import static net.coreserver.interfaces.yang.Element.supplement;

import java.util.Optional;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.discovery.YangLibrary;

/**
 * {@code interfaces-state} of {@code ietf-interfaces}, with what {@code interfaces} says of the same interfaces where the state does
 * not: {@link IetfInterfaces} has the mapping. An interface that is only configured is none.
 *
 * <p>The state is asked for whole: what augments it, such as the addresses of {@code ietf-ip}, differs from server to server, and a
 * filter that names a namespace which a server has not is an error to some. Source: RFC 7223 section 3 and RFC 7277.
 */
public final class IetfInterfacesState extends TreeModel {

    /** Makes the model; one instance serves all sessions. */
    public IetfInterfacesState() {
        super(
                "ietf-interfaces-state",
                Tree.of(
                        container("interfaces-state", list("interface", IetfInterfaces.state()))
                                .whole()
                                .in(IetfInterfaces.NAMESPACE),
                        container("interfaces", supplement("interface", IetfInterfaces.configuration()))
                                .in(IetfInterfaces.NAMESPACE)));
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return module(library, IetfInterfaces.MODULE);
    }
}
