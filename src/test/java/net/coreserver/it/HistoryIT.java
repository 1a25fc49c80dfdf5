package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service keeps what it sees of its own host, whatever becomes of the process. Needs nothing but Java. */
@Timeout(240)
final class HistoryIT {

    private final Path directory;

    HistoryIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void whatWasSeenIsThereAfterAKill() {
        List<String> before;
        try (RunningService service = RunningService.start(Logs.of(HistoryIT.class), directory)) {
            KeptHistory history = new KeptHistory(service);
            history.awaitSamples(2);
            assertThat(history.graph().path("series").path("inBitsPerSecond"))
                    .anySatisfy(point -> assertThat(point.path(1).asDouble()).isPositive())
                    .anySatisfy(point -> assertThat(point.path(1).isNull()).isTrue());
            assertThat(service.read("/api/v1/interfaces/top?by=inBitsPerSecond&window=5m"))
                    .anySatisfy(
                            each -> assertThat(each.path("interface").asText()).isEqualTo("lo"));
            before = history.samples();
            service.kill();
        }
        try (RunningService service = RunningService.start(Logs.of(HistoryIT.class), directory)) {
            KeptHistory history = new KeptHistory(service);
            history.awaitSamples(before.size() + 1);
            assertThat(history.samples()).startsWith(before.toArray(String[]::new));
            // Nobody knows what was between the two runs.
            assertThat(history.samples().get(before.size())).endsWith("false,false");
        }
    }
}
