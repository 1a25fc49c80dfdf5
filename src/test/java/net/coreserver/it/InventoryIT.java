package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Targets that come, change and go while the service runs, and what is left of them when it is killed. */
@RequiresNetconfd
@Timeout(300)
final class InventoryIT {

    private static final int KILLS = 3;

    private final Logs logs = Logs.of(InventoryIT.class);

    @TempDir
    private Path directory;

    @AutoClose
    private NetconfdRig rig;

    @AutoClose
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        rig = NetconfdRig.start(logs);
        service = startService();
    }

    /** With a targets file that is not there yet. */
    private RunningService startService() {
        return RunningService.start(
                logs,
                directory,
                Map.of(
                        "CORESERVER_AGENT_ENABLED",
                        "false",
                        "CORESERVER_TARGETS_FILE",
                        targetsFile().toString()));
    }

    private Path targetsFile() {
        return directory.resolve("targets.yaml");
    }

    private RequestSpecification json() {
        return service.request().contentType("application/json");
    }

    private String lab(String password) {
        return """
                {"name": "lab", "host": "%s", "port": %d, "username": "%s", "password": "%s", "hostKey": "%s",
                 "pollInterval": "1s"}""".formatted(
                        Sshd.HOST,
                        rig.sshd().port(),
                        NetconfdRig.USER,
                        password,
                        rig.sshd().hostKey().fingerprint());
    }

    private void restart() {
        service.kill();
        service = startService();
    }

    private long sessionId() {
        return service.status("lab").path("session").path("id").asLong();
    }

    @Test
    void aTargetOfTheApiIsTriedMadeChangedInPlaceAndOutlivesAKill() throws IOException {
        json().body(lab("wrong-test-password"))
                .post("/api/v1/connection-test")
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body("steps.find { it.outcome == 'failed' }.step", equalTo("authenticate"));
        json().body(lab(NetconfdRig.PASSWORD))
                .post("/api/v1/connection-test")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true));

        json().body(lab(NetconfdRig.PASSWORD))
                .post("/api/v1/targets")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/targets/lab"));
        service.awaitState("lab", "up");
        long session = sessionId();

        String tag = service.request()
                .contentType("application/merge-patch+json")
                .header(
                        "If-Match",
                        service.request().get("/api/v1/targets/lab/settings").header("ETag"))
                .body("{\"pollInterval\": \"2s\", \"labels\": {\"site\": \"lab\"}}")
                .patch("/api/v1/targets/lab/settings")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        service.awaitPolls("lab", 2);
        assertThat(sessionId()).isEqualTo(session);
        assertThat(service.read("/api/v1/targets/lab")
                        .path("labels")
                        .path("site")
                        .asText())
                .isEqualTo("lab");

        restart();
        service.awaitState("lab", "up");
        assertThat(service.request().get("/api/v1/targets/lab/settings").header("ETag"))
                .isEqualTo(tag);
        assertThat(service.read("/api/v1/targets/lab/interfaces")).isNotEmpty();
        assertThat(service.log()).doesNotContain(NetconfdRig.PASSWORD);
        assertNothingContains(service.dataDirectory(), NetconfdRig.PASSWORD);

        service.request().delete("/api/v1/targets/lab").then().statusCode(204);
        service.request().get("/api/v1/targets/lab").then().statusCode(404);
        assertThat(service.read("/api/v1/targets")).isEmpty();
    }

    @Test
    void statusAndExplainAreRememberedOverARestart() {
        json().body(lab(NetconfdRig.PASSWORD)).post("/api/v1/targets").then().statusCode(201);
        service.awaitState("lab", "up");
        long session = sessionId();
        service.terminate();
        rig.netconfd().kill();

        service = startService();
        service.awaitState("lab", "down");
        JsonNode explain = service.read("/api/v1/targets/lab/explain");
        assertThat(explain.path("remembered").asBoolean()).isTrue();
        assertThat(explain.toString()).contains("has the module ietf-interfaces, revision 2014-05-08");
        assertThat(explain.path("hello").path("sessionId").asLong()).isEqualTo(session);
        assertThat(service.status("lab").has("lastSuccess")).isTrue();
    }

    @Test
    void whatIsAcknowledgedOutlivesKillsAtAnyMoment() throws InterruptedException {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int round = kill;
            int enough = acknowledged.size() + 20;
            RunningService running = service;
            Thread client = Thread.ofVirtual().start(() -> makeUntilItDies(running, round, acknowledged));
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= enough);
            restart();
            client.join();
            for (String name : acknowledged) {
                service.request()
                        .get("/api/v1/targets/" + name + "/settings")
                        .then()
                        .statusCode(200)
                        .body("host", equalTo("192.0.2.1"))
                        .body("labels.name", equalTo(name));
            }
        }
    }

    private static void makeUntilItDies(RunningService running, int round, Queue<String> acknowledged) {
        for (int i = 0; ; i++) {
            String name = "t-" + round + "-" + i;
            try {
                Response response = running.request()
                        .contentType("application/json")
                        .body("""
                                {"name": "%1$s", "host": "192.0.2.1", "username": "test", "password": "test-password",
                                 "enabled": false, "labels": {"name": "%1$s"}}""".formatted(name))
                        .post("/api/v1/targets");
                if (response.statusCode() == 201) {
                    acknowledged.add(name);
                }
            } catch (Exception e) {
                // It was killed: what is not acknowledged may be there or not.
                return;
            }
        }
    }

    @Test
    void theTargetsFileIsFollowed() throws IOException {
        Path file = targetsFile();
        String target = """
                targets:
                  lab:
                    host: %s
                    port: %d
                    username: %s
                    password: %s
                    host-key: %s
                    poll-interval: 1s
                    labels: {site: %s}
                """.formatted(
                        Sshd.HOST,
                        rig.sshd().port(),
                        NetconfdRig.USER,
                        NetconfdRig.PASSWORD,
                        rig.sshd().hostKey().fingerprint(),
                        "%s");
        Files.writeString(file, target.formatted("north"));
        service.awaitState("lab", "up");
        long session = sessionId();

        Files.writeString(file, target.formatted("north") + "    prot: 22\n");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.request()
                                .get("/q/health/ready")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .contains("targets.lab.prot"));
        assertThat(service.status("lab").path("state").asText()).isEqualTo("up");
        json().body("{}").delete("/api/v1/targets/lab").then().statusCode(409);

        Files.writeString(file, target.formatted("south"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.read("/api/v1/targets/lab")
                                .path("labels")
                                .path("site")
                                .asText())
                        .isEqualTo("south"));
        assertThat(sessionId()).isEqualTo(session);

        Files.writeString(file, "targets: {}\n");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.read("/api/v1/targets")).isEmpty());
    }

    private static void assertNothingContains(Path folder, String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }
}
