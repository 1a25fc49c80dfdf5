package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One target, one session: kept while the service runs, ended as RFC 6241 wants it. */
@RequiresNetconfd
@Timeout(180)
final class SessionIT {

    private final Logs logs = Logs.of(SessionIT.class);

    @TempDir
    private Path directory;

    @AutoClose
    private NetconfdRig rig;

    @AutoClose
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        rig = NetconfdRig.start(logs);
        service = RunningService.start(logs, directory, rig.target("lab"));
        service.awaitState("lab", "up");
    }

    @Test
    void aThousandRequestsShareOneSession() {
        List<String> paths = List.of(
                "/api/v1/targets",
                "/api/v1/targets/lab",
                "/api/v1/targets/lab/interfaces",
                "/api/v1/targets/lab/interfaces/lo");
        for (int i = 0; i < 1_000; i++) {
            String path = paths.get(i % paths.size());
            if (i % 10 == 0) {
                service.readFresh(path);
            } else {
                service.read(path);
            }
        }

        assertThat(rig.sshd().acceptedLogins()).isEqualTo(1);
        assertThat(rig.netconfd().sessionsOpened()).isEqualTo(1);
        assertThat(rig.netconfd().sessionsEnded()).isZero();
    }

    @Test
    void theSessionIsClosedPolitelyAtShutdown() {
        service.terminate();

        Netconfd netconfd = rig.netconfd();
        await().untilAsserted(() -> assertThat(netconfd.sessionsEnded()).isEqualTo(1));
        assertThat(netconfd.closeRequests()).isEqualTo(1);
        assertThat(netconfd.sessionsLost()).isZero();
    }

    /**
     * netconfd does not look at an rpc that it reads together with the client's hello until something else comes. A busy
     * one reads late, and thus both at once.
     */
    @Test
    void sessionsThatOpenAtTheSameTimeAllGetTheirFirstAnswer() {
        List<TargetSettings> targets =
                IntStream.range(0, 12).mapToObj(i -> rig.target("lab-" + i)).toList();
        Path another = directory.resolve("another");
        try (RunningService many = RunningService.start(logs, another, targets.toArray(TargetSettings[]::new))) {
            for (TargetSettings target : targets) {
                many.awaitState(target.name(), "up");
                assertThat(many.failureKind(target.name())).as(target.name()).isEmpty();
            }
        }
    }

    @Test
    void theStatusTellsOfTheSession() {
        assertThat(service.status("lab").path("session").path("framing").asText())
                .isEqualTo("chunked");
        assertThat(service.status("lab").path("session").path("id").asLong()).isPositive();
        assertThat(service.status("lab").path("session").path("capabilities"))
                .anySatisfy(capability -> assertThat(capability.asText()).contains("module=ietf-interfaces"));
    }
}
