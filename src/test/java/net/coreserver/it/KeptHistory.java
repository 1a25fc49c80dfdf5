package net.coreserver.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The history of the loopback interface of the host that a service monitors by itself. */
record KeptHistory(RunningService service) {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String HISTORY = "/api/v1/targets/localhost/interfaces/lo/history";

    /** The samples of the last hour, as rows of a table. */
    List<String> samples() {
        return service.request()
                .get(HISTORY + "/samples?from=-1h")
                .asString()
                .lines()
                .skip(1)
                .toList();
    }

    void awaitSamples(int count) {
        await().atMost(PATIENCE).until(() -> samples().size() >= count);
    }

    /** A graph of the last minutes. */
    JsonNode graph() {
        return service.read(HISTORY + "?from=-5m&step=10s");
    }

    /** What the readiness says of it. */
    JsonNode check() {
        return StreamSupport.stream(service.readiness().path("checks").spliterator(), false)
                .filter(check -> check.path("name").asText().equals("history"))
                .findFirst()
                .orElseThrow()
                .path("data");
    }
}
