package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Devices that announce notifications and cannot send them beside rpcs, or do not send them at all. */
@Timeout(180)
final class MannersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Logs logs = Logs.of(MannersIT.class);

    @TempDir
    private Path directory;

    private RunningService monitor(TalkativeDevice device) {
        RunningService service = RunningService.start(logs, directory, device.target("lab"));
        service.awaitState("lab", "up");
        return service;
    }

    @Test
    void whereNoRpcPassesBesideThemTheyComeOverASecondSession() throws Exception {
        try (TalkativeDevice device = new TalkativeDevice(TalkativeDevice.Manner.APART);
                RunningService service = monitor(device)) {
            await().atMost(PATIENCE)
                    .until(() -> service.read("/api/v1/events?kind=notification&limit=50")
                                    .size()
                            == 50);
            service.awaitPolls("lab", 3);
            assertThat(device.logins()).isEqualTo(2);
        }
    }

    @Test
    void whereTheyAreRefusedThatIsToldOnceAndPollsGoOn() throws Exception {
        try (TalkativeDevice device = new TalkativeDevice(TalkativeDevice.Manner.REFUSING);
                RunningService service = monitor(device)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(service.read("/api/v1/events?kind=subscription-refused"))
                            .hasSize(1));
            service.awaitPolls("lab", 3);
            JsonNode refused = service.read("/api/v1/events?kind=subscription-refused");
            assertThat(refused).hasSize(1);
            assertThat(refused.get(0).path("message").asText()).contains("NETCONF", "operation-not-supported");
            assertThat(device.logins()).isEqualTo(2);
            assertThat(service.status("lab").path("state").asText()).isEqualTo("up");
        }
    }
}
