package net.coreserver.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the processes of one test class write. It is under {@code target}, so that it can still be read after a failure.
 *
 * @param directory the directory, which exists
 */
record Logs(Path directory) {

    static Logs of(Class<?> test) {
        Path directory = Path.of("target", "it-logs", test.getSimpleName()).toAbsolutePath();
        try {
            return new Logs(Files.createDirectories(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a new, empty file for the process of that name} */
    Path file(String name) {
        try {
            return Files.createTempFile(directory, name + "-", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
