package net.coreserver.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import net.coreserver.interfaces.InterfaceSample;

/** Where the agent's interfaces come from. Read anew for every request, by several sessions at once. */
@FunctionalInterface
public interface InterfaceSource {

    /**
     * Reads all interfaces as they are now. One that appears or vanishes meanwhile is there or is not; it does not make
     * the others fail.
     *
     * @return the interfaces, in any order, no name twice
     * @throws IOException when none can be read
     */
    List<InterfaceSample> read() throws IOException;

    /**
     * The interfaces of this host: on Linux all that the kernel tells, elsewhere what {@link java.net.NetworkInterface}
     * gives, which is no counters.
     *
     * @return the source
     */
    static InterfaceSource ofThisHost() {
        Path root = Path.of("/");
        return Files.isDirectory(LinuxInterfaceSource.interfaces(root))
                ? new LinuxInterfaceSource(root, NetworkInterfaces::addresses, InstantSource.system())
                : new PortableInterfaceSource(InstantSource.system());
    }
}
