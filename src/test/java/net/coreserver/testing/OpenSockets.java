package net.coreserver.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sockets that the kernel knows, from {@code /proc/net}. To look at those towards one port, and not at the number of
 * all descriptors, keeps a test apart from whatever else runs in the same process.
 *
 * <p>Where there is no {@code /proc}, nothing is seen.
 */
public final class OpenSockets {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int REMOTE_ADDRESS = 2;
    private static final int INODE = 9;

    private OpenSockets() {}

    /** How many descriptors are open on connections to a port of this machine, on the side that connected. */
    public static long to(int port) {
        String suffix = ":%04X".formatted(port);
        return TABLES.stream()
                .filter(Files::isReadable)
                .flatMap(OpenSockets::entries)
                .filter(entry -> entry[REMOTE_ADDRESS].endsWith(suffix) && !entry[INODE].equals("0"))
                .count();
    }

    private static Stream<String[]> entries(Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
