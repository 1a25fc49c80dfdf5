package net.coreserver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A directory for what one run needs, with the key that all clients log in with. It goes when the run ends. */
final class Workspace implements AutoCloseable {

    private final Path directory;

    Workspace() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("coreserver-bench-");
        newKey("client-key");
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    Path clientKey() {
        return file("client-key");
    }

    Path newKey(String name) throws IOException, InterruptedException {
        Path key = file(name);
        ChildProcess.run(
                file("ssh-keygen.log"),
                List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "bench", "-f", key.toString()));
        return key;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
