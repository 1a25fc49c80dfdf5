package net.coreserver.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Follows the stream of events of a service. */
final class EventLines implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private EventLines() {}

    /** Follows from now on. */
    static EventLines of(RunningService service, String query) throws IOException {
        EventLines lines = new EventLines();
        HttpRequest request = HttpRequest.newBuilder(service.uri("/api/v1/events?" + query))
                .header("Accept", "text/event-stream")
                .build();
        try {
            Stream<String> body =
                    lines.client.send(request, BodyHandlers.ofLines()).body();
            Thread.ofVirtual().start(() -> {
                try (body) {
                    body.filter(line -> line.startsWith(DATA)).forEach(lines::note);
                } catch (RuntimeException e) {
                    // It was closed.
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lines;
    }

    private void note(String line) {
        try {
            events.add(JSON.readTree(line.substring(DATA.length())));
        } catch (JsonProcessingException e) {
            events.add(TextNode.valueOf("not JSON: " + line));
        }
    }

    /** {@return what was heard} */
    List<JsonNode> events() {
        return List.copyOf(events);
    }

    /** {@return the same in short: the kind and, where there is one, the interface} */
    List<String> words() {
        return events.stream().map(EventsIT::word).toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
