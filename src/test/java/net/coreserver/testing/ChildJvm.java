package net.coreserver.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with a small heap and this one's class path; it ends at once when its memory is full. */
public final class ChildJvm {

    private ChildJvm() {}

    /**
     * Runs a class to its end, and gives what it printed.
     *
     * @throws AssertionError when it does not end in time, or not well; its last lines say where
     */
    public static List<String> run(String heap, Duration limit, Class<?> main, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            List<String> lines = new ArrayList<>();
            Thread reader = Thread.ofVirtual()
                    .start(() ->
                            process.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(main.getSimpleName() + " did not end within " + limit);
            }
            reader.join();
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        main.getSimpleName() + " ended with status " + process.exitValue() + " after " + lines);
            }
            return List.copyOf(lines);
        } finally {
            process.destroyForcibly();
        }
    }
}
