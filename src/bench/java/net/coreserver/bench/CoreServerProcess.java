package net.coreserver.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, which is stopped by its handle. */
final class CoreServerProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path dataDirectory;
    private final boolean keepsData;
    private final int port;
    private final long startedNanos;

    /** Starts the service with a data directory that goes when it stops. */
    CoreServerProcess(Path jar, List<String> jvmOptions, Map<String, String> environment) throws IOException {
        this(jar, jvmOptions, environment, Files.createTempDirectory("coreserver-bench-"), false);
    }

    /** Starts the service with a data directory that is there when it is started again. */
    static CoreServerProcess withData(
            Path jar, List<String> jvmOptions, Map<String, String> environment, Path dataDirectory) throws IOException {
        return new CoreServerProcess(jar, jvmOptions, environment, Files.createDirectories(dataDirectory), true);
    }

    private CoreServerProcess(
            Path jar, List<String> jvmOptions, Map<String, String> environment, Path dataDirectory, boolean keepsData)
            throws IOException {
        this.dataDirectory = dataDirectory;
        this.keepsData = keepsData;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(jvmOptions);
        builder.command().addAll(List.of("-jar", jar.toString()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("CORESERVER_DATA_DIR", dataDirectory.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(dataDirectory.resolve("log").toFile());
        startedNanos = System.nanoTime();
        process = builder.start();
        // A benchmark that is interrupted leaves nothing behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    int port() {
        return port;
    }

    /** The time from the start of the process to the first 200 of a path. */
    Duration awaitOk(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
        while (System.nanoTime() - startedNanos < START_TIMEOUT.toNanos()) {
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - startedNanos);
                }
            } catch (IOException e) {
                // not listening yet
            }
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IOException("CoreServer did not start:\n" + Files.readString(dataDirectory.resolve("log")));
    }

    int bodyLength(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    String text(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ":\n" + answer.body());
        }
        return answer.body();
    }

    /** How long the process runs. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** The CPU time of the whole process, in steps of 10 ms. */
    Duration cpuTime() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the system does not tell the CPU time of a process"));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** The memory that the process holds, in MiB; where the system does not tell, -1. */
    long residentMebibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) / 1024)
                    .findFirst()
                    .orElse(-1);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
        if (keepsData) {
            return;
        }
        try (var files = Files.walk(dataDirectory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
