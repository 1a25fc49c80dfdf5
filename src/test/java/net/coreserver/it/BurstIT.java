package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed while a device does not stop to tell. */
@Timeout(240)
final class BurstIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KILLS = 3;
    private static final int HEARD_BEFORE_A_KILL = 250;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Logs logs = Logs.of(BurstIT.class);

    @TempDir
    private Path directory;

    @AutoClose
    private TalkativeDevice device;

    @AutoClose
    private WebhookReceiver webhook;

    @AutoClose
    private RunningService service;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        device = new TalkativeDevice(TalkativeDevice.Manner.INTERLEAVING);
        webhook = new WebhookReceiver();
        service = startService();
    }

    private RunningService startService() {
        Map<String, String> environment = new HashMap<>(device.target("lab").environment());
        environment.put("CORESERVER_SINKS_HOOK_TYPE", "webhook");
        environment.put("CORESERVER_SINKS_HOOK_URL", webhook.url());
        environment.put("CORESERVER_SINKS_HOOK_SECRET", "test-secret");
        return RunningService.start(logs, directory, environment);
    }

    @Test
    void whatWasToldToAnybodyIsInTheLogOnceAndTheSinkGetsTheRest() throws IOException {
        List<JsonNode> heard = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (EventLines stream = EventLines.of(service, "kind=notification")) {
                await().atMost(PATIENCE).until(() -> stream.events().size() >= HEARD_BEFORE_A_KILL);
                service.kill();
                heard.addAll(stream.events());
            }
            service = startService();
        }
        service.awaitState("lab", "up");
        device.quieten();
        service.awaitPolls("lab", 2);

        Map<Long, String> log = new TreeMap<>();
        List<String> numbers = new ArrayList<>();
        for (JsonNode event : logged()) {
            log.put(event.path("id").asLong(), event.toString());
            numbers.add(event.at("/data/notification/body/number").asText());
        }
        assertThat(numbers).hasSizeGreaterThan(KILLS * HEARD_BEFORE_A_KILL).doesNotHaveDuplicates();
        assertThat(numbers).hasSameSizeAs(log.keySet());
        assertThat(heard)
                .allSatisfy(
                        event -> assertThat(log).containsEntry(event.path("id").asLong(), event.toString()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(byId(webhook.events())).containsAllEntriesOf(log));
        assertThat(webhook.events())
                .filteredOn(event -> event.path("kind").asText().equals("notification"))
                .allSatisfy(
                        event -> assertThat(log).containsEntry(event.path("id").asLong(), event.toString()));
        assertThat(service.read("/api/v1/events?kind=notifications-gap")).hasSize(KILLS);
    }

    private List<JsonNode> logged() {
        return service.request()
                .header("Accept", "application/x-ndjson")
                .get("/api/v1/events?kind=notification")
                .asString()
                .lines()
                .map(BurstIT::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static Map<Long, String> byId(List<JsonNode> events) {
        Map<Long, String> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.path("id").asLong(), event.toString()));
        return byId;
    }
}
