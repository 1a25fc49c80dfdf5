package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** netconfd is killed in the middle of everything; the SSH server in front of it stays. */
@RequiresNetconfd
@Timeout(180)
final class OutageIT {

    private static final String INTERFACES = "/api/v1/targets/lab/interfaces";

    @TempDir
    private static Path directory;

    @AutoClose
    private static NetconfdRig rig;

    @AutoClose
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        Logs logs = Logs.of(OutageIT.class);
        rig = NetconfdRig.start(logs);
        rig.links().addCable("lan0", "lan1");
        service = RunningService.start(logs, directory, rig.target("lab"));
    }

    @BeforeEach
    void up() {
        rig.netconfd().ensureRunning();
        service.awaitState("lab", "up");
    }

    @Test
    void aKilledNetconfdIsSeenAsALostConnection() {
        rig.netconfd().kill();

        service.awaitState("lab", "down");
        assertThat(service.failureKind("lab")).isEqualTo("transport");
        assertThat(service.status("lab").has("session")).isFalse();
        assertThat(service.status("lab").has("nextAttempt")).isTrue();
    }

    @Test
    void theLastSnapshotIsServedOnAndSaysThatItIsStale() {
        JsonNode before = service.read(INTERFACES + "/lan0");
        assertThat(before.has("stale")).isFalse();

        rig.netconfd().kill();
        service.awaitState("lab", "down");

        JsonNode after = service.read(INTERFACES + "/lan0");
        assertThat(after.path("stale").asBoolean()).isTrue();
        assertThat(after.path("statistics")).isEqualTo(before.path("statistics"));
        assertThat(service.read(INTERFACES))
                .allSatisfy(each -> assertThat(each.path("stale").asBoolean()).isTrue());
    }

    @Test
    void aFreshReadDuringTheOutageIsAProblem() {
        rig.netconfd().kill();
        service.awaitState("lab", "down");

        service.request()
                .header("Cache-Control", "no-cache")
                .get(INTERFACES)
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }

    @Test
    void aRestartedNetconfdIsSeenUpAgainByItself() {
        rig.netconfd().kill();
        service.awaitState("lab", "down");

        rig.netconfd().ensureRunning();

        service.awaitState("lab", "up");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(service.read(INTERFACES + "/lan0").has("stale"))
                                .isFalse());
        // What went wrong stays visible after recovery.
        assertThat(service.failureKind("lab")).isEqualTo("transport");
    }
}
