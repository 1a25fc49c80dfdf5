package net.coreserver.it;

import static net.coreserver.it.KeptHistory.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service on a disk that is full for a while. The disk needs namespaces, as a netconfd in a sandbox does. */
@RequiresNetconfd
@Timeout(400)
final class FullDiskIT {

    private static final int MEBIBYTES = 8;

    private final Path directory;

    FullDiskIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theHistoryStopsAndNothingElseUntilThereIsRoom() throws IOException {
        try (RunningService service =
                RunningService.startOnSmallDisk(Logs.of(FullDiskIT.class), directory, MEBIBYTES)) {
            KeptHistory history = new KeptHistory(service);
            history.awaitSamples(1);
            Path filler = service.ownDataDirectory().resolve("filler");
            fill(filler);
            awaitState(history, "stopped");
            assertThat(history.check().path("reason").asText()).contains("disk is full");
            int kept = history.samples().size();
            service.awaitPolls("localhost", 1);
            service.awaitState("localhost", "up");

            Files.delete(filler);
            history.awaitSamples(kept + 1);
            awaitState(history, "kept");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(events(service, "history-resumed")).hasSize(1));
            assertThat(events(service, "history-stopped"))
                    .singleElement()
                    .satisfies(
                            event -> assertThat(event.path("message").asText()).contains("disk is full"));
        }
    }

    private static void awaitState(KeptHistory history, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(history.check().path("state").asText()).isEqualTo(state));
    }

    private static JsonNode events(RunningService service, String kind) {
        return service.read("/api/v1/events?kind=" + kind);
    }

    private static void fill(Path filler) throws IOException {
        byte[] octets = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(octets);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space");
        }
    }
}
