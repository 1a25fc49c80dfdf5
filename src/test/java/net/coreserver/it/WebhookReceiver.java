package net.coreserver.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server to which events are sent, one a request. */
final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger unsigned = new AtomicInteger();
    private volatile int status = 204;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode event = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (!exchange.getRequestHeaders().containsKey("X-CoreServer-Signature")) {
                unsigned.incrementAndGet();
            }
            if (status < 300) {
                events.add(event.path("data"));
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** From now on nothing is taken. */
    void refuse() {
        status = 500;
    }

    /** From now on everything is taken. */
    void accept() {
        status = 204;
    }

    /** {@return the events that were taken} */
    List<JsonNode> events() {
        return List.copyOf(events);
    }

    /** {@return those of an interface} */
    List<String> words(String interfaceName) {
        return events.stream()
                .filter(event -> event.path("interface").asText().equals(interfaceName))
                .map(EventsIT::word)
                .toList();
    }

    /** {@return how many requests came without a signature} */
    int unsigned() {
        return unsigned.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
