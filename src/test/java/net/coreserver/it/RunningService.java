package net.coreserver.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, configured by nothing but what the test says, and its REST interface. */
final class RunningService implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Daemon daemon;
    private final URI address;
    private final Path dataDirectory;

    private RunningService(Daemon daemon, URI address, Path dataDirectory) {
        this.daemon = daemon;
        this.address = address;
        this.dataDirectory = dataDirectory;
    }

    /**
     * Starts the service, which answers when this returns.
     *
     * @param logs where it writes
     * @param directory the working and home directory; its {@code data} keeps what the service keeps
     * @param targets what it monitors
     */
    static RunningService start(Logs logs, Path directory, TargetSettings... targets) {
        Map<String, String> environment = new HashMap<>();
        for (TargetSettings target : targets) {
            environment.putAll(target.environment());
        }
        return start(logs, directory, environment);
    }

    /**
     * Starts the service, which answers when this returns.
     *
     * @param logs where it writes
     * @param directory the working and home directory; its {@code data} keeps what the service keeps
     * @param configuration environment variables
     */
    static RunningService start(Logs logs, Path directory, Map<String, String> configuration) {
        return start(logs, directory, configuration, List.of());
    }

    /**
     * Starts the service, which answers when this returns, on a disk of its own that is soon full.
     *
     * @param logs where it writes
     * @param directory the working and home directory; its {@code data} is that disk, which nobody else sees and which goes with the
     *     process
     * @param mebibytes how much fits on the disk
     */
    static RunningService startOnSmallDisk(Logs logs, Path directory, int mebibytes) {
        return start(
                logs,
                directory,
                Map.of(),
                List.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-euc",
                        "mount -t tmpfs -o size=" + mebibytes + "m tmpfs \"$0\"; exec \"$@\"",
                        directory.resolve("data").toString()));
    }

    private static RunningService start(
            Logs logs, Path directory, Map<String, String> configuration, List<String> launcher) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: ./mvnw package makes it");
        }
        try {
            Files.createDirectories(launcher.isEmpty() ? directory : directory.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path dataDirectory = directory.resolve("data");
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It starts often and runs for seconds.
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + directory,
                "-jar",
                JAR.toAbsolutePath().toString()));
        ProcessBuilder java = new ProcessBuilder(command);
        java.directory(directory.toFile());
        Map<String, String> environment = java.environment();
        environment.clear();
        environment.put("PATH", Sandbox.PATH);
        // Any free port: the service says which one it got.
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("CORESERVER_DATA_DIR", dataDirectory.toString());
        environment.put("CORESERVER_KNOWN_HOSTS_FILE", knownHostsFile(directory).toString());
        environment.putAll(configuration);
        Daemon daemon = Daemon.start("CoreServer", java, logs.file("coreserver"));
        try {
            daemon.awaitReady(() -> LISTENING.matcher(daemon.log()).find());
        } catch (RuntimeException e) {
            daemon.close();
            throw e;
        }
        Matcher listening = LISTENING.matcher(daemon.log());
        assertThat(listening.find()).isTrue();
        return new RunningService(daemon, URI.create(listening.group(1)), dataDirectory);
    }

    /** {@return the {@code known_hosts} file of a service that is started in the directory} */
    static Path knownHostsFile(Path directory) {
        return directory.resolve("known_hosts");
    }

    /** {@return where it keeps what outlives it} */
    Path dataDirectory() {
        return dataDirectory;
    }

    /** {@return where it keeps that, as it sees it itself, also when that is a disk of its own} */
    Path ownDataDirectory() {
        return Path.of("/proc", Long.toString(daemon.pid()), "root")
                .resolve(dataDirectory.getRoot().relativize(dataDirectory));
    }

    /** {@return where something of it is} */
    URI uri(String path) {
        return URI.create(address + path);
    }

    /** {@return a request to it; paths are sent as they are given} */
    RequestSpecification request() {
        return given().baseUri(address.toString()).urlEncodingEnabled(false);
    }

    /** {@return what it answers to a plain GET, which has to succeed} */
    JsonNode read(String path) {
        return json(request().get(path));
    }

    /** {@return what it answers after a poll that starts after this request} */
    JsonNode readFresh(String path) {
        return json(request().header("Cache-Control", "no-cache").get(path));
    }

    /**
     * Waits until fresh reads are as expected. The first one need not be: netconfd answers from what it has seen up to a
     * second before.
     */
    void awaitFresh(String path, Consumer<JsonNode> expectation) {
        await().atMost(PATIENCE).untilAsserted(() -> expectation.accept(readFresh(path)));
    }

    /** {@return what it says of its readiness, ready or not} */
    JsonNode readiness() {
        return parsed(request().get("/q/health/ready").asString());
    }

    private static JsonNode json(Response response) {
        String body = response.asString();
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        return parsed(body);
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    /** {@return the present {@code status} of a target} */
    JsonNode status(String target) {
        return read("/api/v1/targets/" + target).path("status");
    }

    /** {@return the kind of the target's last failure; empty when there was none} */
    String failureKind(String target) {
        return status(target).path("failure").path("kind").asText();
    }

    /** Waits until a target is in a state. */
    void awaitState(String target, String state) {
        await(target + " is " + state).atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status = status(target);
            assertThat(status.path("state").asText()).as(status.toString()).isEqualTo(state);
        });
    }

    /** Waits until a target has failed in some way. */
    void awaitFailure(String target, String kind) {
        await(target + " fails by " + kind)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(failureKind(target)).isEqualTo(kind));
    }

    /** Waits until a target was polled with success at least so many times from now on. */
    void awaitPolls(String target, int polls) {
        for (int i = 0; i < polls; i++) {
            Instant before = lastSuccess(target);
            await(target + " is polled")
                    .atMost(PATIENCE)
                    .until(() -> lastSuccess(target).isAfter(before));
        }
    }

    private Instant lastSuccess(String target) {
        return Instant.parse(status(target).path("lastSuccess").asText());
    }

    /** {@return all that it has written so far} */
    String log() {
        return daemon.log();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        daemon.kill();
    }

    /** Asks it to stop, as {@code kill} or a container engine does, and waits until it has. */
    void terminate() {
        daemon.terminate();
    }

    @Override
    public void close() {
        daemon.close();
    }
}
