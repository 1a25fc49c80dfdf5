package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Started with no target, the service monitors the host that it runs on. Needs nothing but Java. */
@Timeout(120)
final class EmbeddedAgentIT {

    private static final String LOOPBACK = "/api/v1/targets/localhost/interfaces/lo";

    @TempDir
    private static Path directory;

    @AutoClose
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(Logs.of(EmbeddedAgentIT.class), directory);
    }

    @BeforeEach
    void up() {
        service.awaitState("localhost", "up");
    }

    @Test
    void thisHostIsTheOnlyTarget() {
        assertThat(service.read("/api/v1/targets"))
                .hasSize(1)
                .allSatisfy(target -> assertThat(target.path("name").asText()).isEqualTo("localhost"));
    }

    @Test
    void theOctetsOfTheLoopbackInterfaceGrow() {
        long before = inOctets();

        // The agent itself is asked through it.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(inOctets()).isGreaterThan(before));
    }

    @Test
    void theLogSaysWhereToLook() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(service.log()).contains("/q/swagger-ui"));
    }

    private static long inOctets() {
        return service.readFresh(LOOPBACK).path("statistics").path("inOctets").asLong(-1);
    }
}
