package net.coreserver.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Prometheus on a port of loopback, with a configuration and a directory of its own. */
final class Prometheus implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
    private static final Path TOOL = Path.of("/usr/bin/promtool");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final int port;
    private final Daemon daemon;

    /**
     * Starts one.
     *
     * @param directory where everything of it is
     * @param log what it writes about itself
     * @param configuration in YAML
     */
    Prometheus(Path directory, Path log, String configuration) throws IOException {
        port = freePort();
        Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
        daemon = Daemon.start(
                "Prometheus",
                new ProcessBuilder(
                                PROGRAM.toString(),
                                "--config.file=" + file,
                                "--storage.tsdb.path=" + directory.resolve("prometheus"),
                                "--web.listen-address=127.0.0.1:" + port,
                                "--log.level=warn")
                        .directory(directory.toFile()),
                log);
        try {
            daemon.awaitReady(this::isReady);
        } catch (RuntimeException e) {
            daemon.close();
            throw e;
        }
    }

    /** What keeps this machine from running it; empty when nothing does. */
    static Optional<String> unavailableBecause() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(TOOL)
                ? Optional.empty()
                : Optional.of("there is no prometheus, or no promtool");
    }

    /**
     * What its linter says of metrics.
     *
     * @param metrics in the classic format
     * @return its complaints; empty when it has none
     */
    static String complaintsAbout(Path directory, String metrics) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("metrics.txt"), metrics);
        Path said = directory.resolve("promtool.txt");
        Process tool = new ProcessBuilder(TOOL.toString(), "check", "metrics")
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!tool.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("promtool does not end");
            }
        } finally {
            tool.destroyForcibly();
        }
        String complaints = Files.readString(said);
        return tool.exitValue() == 0 || !complaints.isEmpty() ? complaints : "it ended with " + tool.exitValue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Asks.
     *
     * @param query in its language
     * @return the samples of the vector that it answers with
     */
    JsonNode query(String query) throws IOException, InterruptedException {
        HttpResponse<String> response = get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        return JSON.readTree(response.body()).at("/data/result");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        daemon.close();
        client.close();
    }
}
