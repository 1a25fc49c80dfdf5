package net.coreserver.netconf.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;

/**
 * The YANG modules of a server, from wherever it tells them: older ones list them in their hello, newer ones in
 * {@code ietf-yang-library}, and some in both.
 *
 * <p>Source: RFC 7950 section 5.6.4; RFC 7895 ({@code modules-state}); RFC 8525 ({@code yang-library}).
 *
 * @param modules the modules, in the server's order
 */
public record YangLibrary(List<YangModule> modules) {

    static final String NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-yang-library";

    private static final String OWN_MODULE = "ietf-yang-library";

    /** Copies the list. */
    public YangLibrary {
        modules = List.copyOf(modules);
    }

    /**
     * Finds out what modules a server has: from its hello when that lists any, else by asking for its library.
     *
     * @param session an open session to the server
     * @param timeout for its reply, where it is asked
     * @return the modules; none when the server lists them nowhere
     * @throws net.coreserver.netconf.NetconfException when the server has a library and does not tell it
     * @throws InterruptedException when the calling thread is interrupted
     */
    public static YangLibrary of(NetconfSession session, Duration timeout) throws InterruptedException {
        Hello hello = session.serverHello();
        YangLibrary announced = announced(hello);
        if (!announced.modules.isEmpty()) {
            return announced;
        }
        Optional<Operation> request = request(hello);
        return request.isPresent() ? session.call(request.get(), reader(), timeout) : announced;
    }

    /**
     * How a server is asked for its library, in the form that it announces.
     *
     * @param hello that of the server
     * @return the request; empty when it announces none
     */
    public static Optional<Operation> request(Hello hello) {
        if (hello.supports(Capability.YANG_LIBRARY_1_1)) {
            return Optional.of(request("yang-library"));
        }
        if (hello.supports(Capability.YANG_LIBRARY_1_0)
                || hello.module(OWN_MODULE).isPresent()) {
            return Optional.of(request("modules-state"));
        }
        return Optional.empty();
    }

    /**
     * The modules that a hello lists.
     *
     * @param hello that of a server
     * @return the modules; none when it lists no other than that of the library itself
     */
    public static YangLibrary announced(Hello hello) {
        List<YangModule> modules = hello.capabilities().stream()
                .flatMap(capability -> announced(capability).stream())
                .toList();
        boolean onlyTheLibrary =
                modules.stream().allMatch(module -> module.name().equals(OWN_MODULE));
        return new YangLibrary(onlyTheLibrary ? List.of() : modules);
    }

    private static Optional<YangModule> announced(Capability capability) {
        return capability
                .module()
                .map(name -> new YangModule(
                        name,
                        capability.revision().orElse(null),
                        capability.base(),
                        true,
                        capability.features(),
                        capability.deviations()));
    }

    /**
     * Asks for the library.
     *
     * @param container {@code yang-library} of RFC 8525, or {@code modules-state} of RFC 7895
     * @return the request
     */
    public static Get request(String container) {
        return Get.of(SubtreeFilter.of(NAMESPACE, container));
    }

    /** {@return what reads the reply, whichever of the two it holds; both together are read once} */
    public static ReplyReader<YangLibrary> reader() {
        return ReplyReader.ofData(YangLibraryReader::read);
    }

    /**
     * Looks a module up.
     *
     * @param name its name
     * @return the module that the server implements; else one of which it has the definitions; else empty
     */
    public Optional<YangModule> module(String name) {
        List<YangModule> named =
                modules.stream().filter(module -> module.name().equals(name)).toList();
        return named.stream()
                .filter(YangModule::implemented)
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}
