package net.coreserver.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Those to whom events are told: a client of the stream, and a server that a webhook calls. Each notes when it hears of what. */
final class EventWatch implements AutoCloseable {

    private final Arrivals stream = new Arrivals();
    private final Arrivals webhook = new Arrivals();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    EventWatch() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String webhookUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            webhook.note(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), now);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** Follows the stream from now on. */
    void follow(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                .header("Accept", "text/event-stream")
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("the stream of events answers " + answer.statusCode());
        }
        threads.execute(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data:")) {
                        stream.note(line, System.nanoTime());
                    }
                }
            } catch (IOException e) {
                if (!threads.isShutdown()) {
                    throw new UncheckedIOException("the stream of events broke off", e);
                }
            }
        });
    }

    Arrivals stream() {
        return stream;
    }

    Arrivals webhook() {
        return webhook;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
        client.shutdownNow();
    }
}
