package net.coreserver.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.coreserver.history.series.RawSample;
import net.coreserver.testing.DoomedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes history is killed: what it had written is there, whole, and goes on from there. */
class KilledHistoryTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int MOST_LINES = 3;
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final Path directory;

    KilledHistoryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void whatWasWrittenIsThereAndInOrder() throws IOException, SQLException {
        Random random = new Random(20_261_121);
        long samples = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long told = writeAndKill(samples / 2, 1 + random.nextInt(MOST_LINES), random.nextInt(3_000_000));
            samples = compare(samples, told);
        }
    }

    /** {@return how many samples it said it had kept} */
    private long writeAndKill(long pollsBefore, int lines, int nanos) throws IOException {
        long told = 0;
        String start =
                START.plus(SampleWriter.INTERVAL.multipliedBy(pollsBefore)).toString();
        try (DoomedJvm process = DoomedJvm.start(directory, SampleWriter.class, data().toString(), start);
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

    /** {@return how many samples there are} */
    private long compare(long before, long told) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("history.db"));
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.getString(1)).isEqualTo("ok");
        }
        try (Histories histories = Histories.in(data())) {
            histories.awaitAvailable();
            List<RawSample> eth0 = histories.samples("edge-1", "eth0");
            List<RawSample> eth1 = histories.samples("edge-1", "eth1");
            assertThat(eth0.size() + eth1.size()).isGreaterThanOrEqualTo((int) (before + told));
            assertThat(eth1)
                    .extracting(RawSample::at)
                    .isEqualTo(eth0.stream().map(RawSample::at).toList());
            assertThat(eth0)
                    .extracting(RawSample::at)
                    .containsExactlyElementsOf(LongStream.range(0, eth0.size())
                            .mapToObj(poll -> START.plus(SampleWriter.INTERVAL.multipliedBy(poll))
                                    .toEpochMilli())
                            .toList());
            return 2L * eth0.size();
        }
    }
}
