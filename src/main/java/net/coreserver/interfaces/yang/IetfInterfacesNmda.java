package net.coreserver.interfaces.yang;

import java.util.Optional;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.discovery.YangLibrary;
import net.coreserver.netconf.operation.GetData;

/**
 * The list of {@code ietf-interfaces} in the operational datastore, asked for with {@code get-data}: {@link IetfInterfaces} has the
 * mapping. It tells what is in use, and in one place. Source: RFC 8343 section 5, RFC 8344, RFC 8526 section 3.1.1.
 */
final class IetfInterfacesNmda extends TreeModel {

    IetfInterfacesNmda() {
        super("ietf-interfaces-nmda", IetfInterfacesGet.interfaces());
    }

    @Override
    public Operation request(InterfaceSelection selection) {
        return GetData.operational(tree().filter(selection));
    }

    @Override
    public Optional<String> announcement(Hello hello, YangLibrary library) {
        return IetfInterfaces.nmdaAnnouncement(library)
                .flatMap(interfaces -> module(library, GetData.MODULE)
                        .map(operations -> interfaces + ", and " + operations.substring("has ".length())));
    }
}
