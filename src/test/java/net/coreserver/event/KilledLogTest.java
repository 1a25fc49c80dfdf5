package net.coreserver.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.coreserver.testing.DoomedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes the log is killed: what was told is there once, and what belongs together is there together. */
class KilledLogTest {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int MOST_LINES = 40;

    private final Path directory;

    KilledLogTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void whatWasToldIsInTheLogOnce() throws IOException {
        Random random = new Random(20_261_121);
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long told = recordAndKill("run" + kill, 1 + random.nextInt(MOST_LINES), random.nextInt(3_000_000));
            before = compare("run" + kill, before, told);
        }
    }

    /** {@return the number of the newest event that was told} */
    private long recordAndKill(String prefix, int lines, int nanos) throws IOException {
        long told = 0;
        try (DoomedJvm process = DoomedJvm.start(directory, LogWriter.class, data().toString(), prefix);
                BufferedReader printed = process.lines()) {
            int read = 0;
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                told = Long.parseLong(line);
                read++;
                if (read == lines) {
                    process.killIn(nanos);
                }
            }
            assertThat(read).as("lines before the kill").isGreaterThanOrEqualTo(lines);
        }
        return told;
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** {@return the number of the newest event that there is} */
    private long compare(String prefix, long before, long told) {
        try (Logs logs = Logs.in(data())) {
            List<Event> found = Logs.forwards(logs.log, before, EventFilter.ALL, 1_000);
            long newest = logs.log.newest();
            assertThat(newest).isGreaterThanOrEqualTo(told);
            assertThat(found)
                    .extracting(Event::id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(before + 1, newest).boxed().toList());
            assertThat(found)
                    .extracting(event -> event.what().message())
                    .containsExactlyElementsOf(IntStream.range(0, found.size())
                            .mapToObj(number -> prefix + "-" + number)
                            .toList());
            String last = found.getLast().what().message();
            assertThat(logs.log.baseline("edge-1").join()).contains(new Baseline("edge-1", last));
            assertThat(logs.log.marks("edge-1", "NETCONF").join())
                    .extracting(NotificationMark::digest)
                    .contains(last);
            return newest;
        }
    }
}
