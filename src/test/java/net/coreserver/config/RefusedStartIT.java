package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, started with a configuration that has problems. */
class RefusedStartIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private static final long DEADLINE_SECONDS = 60;

    private final Path directory;

    RefusedStartIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void printsEveryProblemAndNothingElseAndExitsWithStatusOne() throws IOException, InterruptedException {
        Map<String, String> variables =
                Map.of("CORESERVER_TARGETS_EDGE_1_HOTS", "192.0.2.1", "CORESERVER_LISTEN", "localhost:8080");

        Ended ended = start(variables, "-Dcoreserver.data.dir=/none");

        assertThat(ended.printed())
                .containsExactly(
                        "CoreServer does not start, its configuration has 3 problems:",
                        "  - `coreserver.data.dir` is not a key of this service;"
                                + " the nearest one is `coreserver.data-dir`.",
                        "  - `CORESERVER_TARGETS_EDGE_1_HOTS` is not a variable of this service;"
                                + " the nearest one is `CORESERVER_TARGETS_EDGE_1_HOST`.",
                        "  - `CORESERVER_LISTEN` is `localhost:8080`:"
                                + " a host is a host name or an IP address, with nothing before or after it.");
        assertThat(ended.status()).isEqualTo(1);
    }

    /** How the process ended, and all lines that it printed. */
    private record Ended(int status, List<String> printed) {}

    private Ended start(Map<String, String> variables, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-Dquarkus.http.port=0", "-jar", JAR.toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Path output = directory.resolve("output");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith(Key.VARIABLE_PREFIX));
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .as("it ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readAllLines(output));
    }
}
