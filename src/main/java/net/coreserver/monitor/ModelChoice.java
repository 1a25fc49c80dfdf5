package net.coreserver.monitor;

import java.util.Optional;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;

/**
 * By which data model a target is asked for its interfaces, and why.
 *
 * @param model the YANG module with its revision, such as {@code ietf-interfaces@2014-05-08}
 * @param reason one sentence for a person
 */
public record ModelChoice(String model, String reason) {

    static ModelChoice of(InterfaceModel model, Hello server) {
        String module = "ietf-interfaces";
        Optional<Capability> announced = server.module(module);
        String reason = announced
                .map(capability -> "The server's hello announces " + module
                        + capability
                                .revision()
                                .map(revision -> ", revision " + revision)
                                .orElse(""))
                .orElseGet(() -> "The server's hello does not announce " + module
                        + (hasYangLibrary(server)
                                ? ", but leaves it to its YANG library to name modules"
                                : "; it is asked for it all the same, as many a server leaves modules out"));
        return new ModelChoice(model.name(), reason);
    }

    private static boolean hasYangLibrary(Hello server) {
        return server.supports(Capability.YANG_LIBRARY_1_0) || server.supports(Capability.YANG_LIBRARY_1_1);
    }
}
