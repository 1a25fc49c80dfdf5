package net.coreserver.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import net.coreserver.history.series.Points;
import net.coreserver.interfaces.Metric;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.Upkeep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrimmingTest {

    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int HOURS = 9;

    private final Path directory;

    TrimmingTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void whatIsNotRolledUpYetIsBeforeItGoes() {
        keepSamples();
        rollUpTheUsualAndDropAll();
        try (Histories histories = Histories.in(directory, Histories.ROOMY, InstantSource.fixed(START))) {
            histories.awaitAvailable();
            // That in which a step begins that is not complete.
            assertThat(histories.count("block")).isEqualTo(1);
            Points points = graph(histories);
            assertThat(IntStream.range(0, points.size()).filter(points::isGap)).isEmpty();
        }
    }

    @Test
    void whatTheDiskHasDamagedKeepsNothingFromBeingRolledUp() {
        keepSamples();
        try (Store store = store(START)) {
            store.start(Duration.ofSeconds(60));
            store.write(
                    connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.executeUpdate("UPDATE block SET content = x'ff00' WHERE id = 3");
                        }
                    },
                    updated -> assertThat(updated).isEqualTo(1));
        }
        rollUpTheUsualAndDropAll();
        try (Histories histories = Histories.in(directory, Histories.ROOMY, InstantSource.fixed(START))) {
            histories.awaitAvailable();
            Points points = graph(histories);
            // The counters before and after it still tell how much there was.
            assertThat(IntStream.range(0, points.size()).filter(points::isGap)).isEmpty();
            assertThat(histories.count("block")).isEqualTo(1);
        }
    }

    private void keepSamples() {
        try (Histories histories = Histories.in(directory, Histories.ROOMY, InstantSource.fixed(START))) {
            SeenTarget target = new SeenTarget("edge-1", INTERVAL, "eth0");
            int polls = HOURS * 120;
            for (int number = 0; number <= polls; number++) {
                target.port(0).octets += 1_000_000;
                histories.saw(target.polled(START.plus(INTERVAL.multipliedBy(number))));
            }
            histories.awaitKept(polls);
        }
    }

    private static Points graph(Histories histories) {
        return histories.points(
                "edge-1",
                "eth0",
                START,
                START.plus(Duration.ofHours(HOURS)),
                Duration.ofMinutes(5),
                Metric.IN_BITS_PER_SECOND);
    }

    private Store store(Instant now) {
        return new Store(
                directory.resolve("history.db"),
                Migrations.HISTORY,
                Upkeep.BULK,
                InstantSource.fixed(now),
                Duration.ofMillis(20));
    }

    private void rollUpTheUsualAndDropAll() {
        HistorySettings strict =
                new HistorySettings(true, 1L << 30, Duration.ofHours(6), Duration.ofDays(300), Duration.ofDays(300));
        Instant later = START.plus(Duration.ofDays(30));
        try (Store store = store(later)) {
            store.start(Duration.ofSeconds(60));
            store.write(
                    connection -> {
                        SeriesIndex index = new SeriesIndex();
                        Recording recording = new Recording(index, 1L << 20);
                        Restoring.restore(connection, index, recording);
                        Roller roller = new Roller(recording);
                        for (Series series : index.all()) {
                            assertThat(roller.roll(connection, series, Roller.Extent.USUAL)
                                            .fiveMinutes())
                                    .isEqualTo(START.plus(Duration.ofHours(8)).toEpochMilli());
                        }
                        return new Trimming(strict, index, roller).byAge(connection, later);
                    },
                    done -> assertThat(done).isEqualTo(Trimming.Done.ALL));
        }
    }
}
