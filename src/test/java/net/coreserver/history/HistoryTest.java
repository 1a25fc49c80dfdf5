package net.coreserver.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.coreserver.history.series.Line;
import net.coreserver.history.series.Points;
import net.coreserver.history.series.RawSample;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.OperStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Path directory;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    HistoryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Histories open() {
        return open(Histories.ROOMY);
    }

    private Histories open(HistorySettings settings) {
        return Histories.in(directory, settings, now::get);
    }

    private static SeenTarget edge(String... ports) {
        return new SeenTarget("edge-1", INTERVAL, ports);
    }

    private static Instant poll(int number) {
        return START.plus(INTERVAL.multipliedBy(number));
    }

    /** A megabit a second. */
    private static void count(SeenTarget target) {
        target.port(0).octets += INTERVAL.toSeconds() * 125_000;
    }

    private static void poll(Histories histories, SeenTarget target, int first, int last) {
        for (int number = first; number <= last; number++) {
            count(target);
            histories.saw(target.polled(poll(number)));
        }
    }

    @Test
    void everySampleIsKeptAsItWas() {
        int polls = 3 * Series.BLOCK_SIZE + 7;
        SeenTarget target = edge("eth0", "eth1");
        try (Histories histories = open()) {
            poll(histories, target, 1, polls);
            histories.awaitKept(2L * polls);
            assertThat(histories.samples("edge-1", "eth0"))
                    .extracting(RawSample::at)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, polls)
                            .mapToObj(number -> poll(number).toEpochMilli())
                            .toList());
            assertThat(histories.samples("edge-1", "eth0"))
                    .extracting(sample -> sample.counter(Metric.IN_OCTETS))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, polls)
                            .mapToObj(number -> number * 3_750_000L)
                            .toList());
            assertThat(histories.samples("edge-1", "eth1")).hasSize(polls);
            assertThat(histories.count("block")).isEqualTo(6);
        }
    }

    @Test
    void aGraphHasTheRateThatWasThereAndGapsWhereNothingWasSeen() {
        SeenTarget target = edge("eth0");
        try (Histories histories = open()) {
            poll(histories, target, 1, 100);
            // Nothing is heard for half an hour.
            poll(histories, target, 161, 200);
            histories.awaitKept(140);
            Points points = histories.points(
                    "edge-1", "eth0", poll(0), poll(200), Duration.ofMinutes(5), Metric.IN_BITS_PER_SECOND);
            assertThat(points.size()).isEqualTo(20);
            for (int step = 0; step < 20; step++) {
                if (step < 10 || step >= 16) {
                    assertThat(points.value(step)).as("step %d", step).isCloseTo(1e6, within(1.0));
                } else {
                    assertThat(points.isGap(step)).as("step %d", step).isTrue();
                }
            }
        }
    }

    @Test
    void countersAndStatesAreTheLastOfTheirStep() {
        SeenTarget target = edge("eth0");
        try (Histories histories = open()) {
            poll(histories, target, 0, 3);
            target.port(0).operStatus = OperStatus.Known.DOWN;
            poll(histories, target, 4, 9);
            histories.awaitKept(10);
            Points octets =
                    histories.points("edge-1", "eth0", poll(0), poll(10), Duration.ofMinutes(1), Metric.IN_OCTETS);
            assertThat(octets.isWhole()).isTrue();
            assertThat(IntStream.range(0, 5).mapToObj(octets::bits))
                    .containsExactly(2 * 3_750_000L, 4 * 3_750_000L, 6 * 3_750_000L, 8 * 3_750_000L, 10 * 3_750_000L);
            Points states =
                    histories.points("edge-1", "eth0", poll(0), poll(10), Duration.ofMinutes(1), Metric.OPER_STATUS);
            assertThat(IntStream.range(0, 5).mapToObj(states::bits)).containsExactly(1L, 1L, 2L, 2L, 2L);
        }
    }

    @Test
    void whatWasKeptIsThereAfterARestartAndGoesOn() {
        SeenTarget target = edge("eth0");
        try (Histories histories = open()) {
            poll(histories, target, 1, 150);
            histories.awaitKept(150);
        }
        try (Histories histories = open()) {
            poll(histories, target, 151, 160);
            histories.awaitKept(10);
            assertThat(histories.samples("edge-1", "eth0"))
                    .extracting(RawSample::at)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 160)
                            .mapToObj(number -> poll(number).toEpochMilli())
                            .toList());
            assertThat(histories.count("block")).isEqualTo(2);
        }
        try (Histories histories = open()) {
            histories.awaitAvailable();
            assertThat(histories.samples("edge-1", "eth0")).hasSize(160);
        }
    }

    @Test
    void aPollRightAfterAnotherIsLeftOut() {
        SeenTarget target = edge("eth0");
        try (Histories histories = open()) {
            poll(histories, target, 1, 1);
            histories.saw(target.polled(poll(1).plusSeconds(3)));
            histories.saw(target);
            poll(histories, target, 2, 2);
            histories.awaitKept(2);
            assertThat(histories.samples("edge-1", "eth0")).hasSize(2);
            assertThat(histories.history.report().samplesDropped()).isZero();
        }
    }

    @Test
    void whatComesBeforeWhatIsThereIsCountedAndLeftOut() {
        SeenTarget target = edge("eth0");
        try (Histories histories = open()) {
            poll(histories, target, 10, 12);
            histories.awaitKept(3);
            poll(histories, target, 2, 3);
            poll(histories, target, 13, 13);
            histories.awaitKept(4);
            assertThat(histories.samples("edge-1", "eth0")).hasSize(4);
            assertThat(histories.history.report().samplesDropped()).isEqualTo(2);
        }
    }

    @Test
    void theJournalIsAsLongAsWhatIsInNoBlock() {
        SeenTarget fast = edge("eth0");
        SeenTarget slow = new SeenTarget("slow", Duration.ofHours(1), "eth0");
        try (Histories histories = open()) {
            int kept = 0;
            for (int hour = 0; hour < 5; hour++) {
                now.set(START.plus(Duration.ofHours(hour)));
                histories.saw(slow.polled(now.get()));
                poll(histories, fast, 1 + hour * 120, 120 + hour * 120);
                kept += 121;
                histories.awaitKept(kept);
            }
            assertThat(histories.count("journal")).isLessThanOrEqualTo(4);
            assertThat(histories.samples("slow", "eth0")).hasSize(5);
            assertThat(histories.count("block")).isEqualTo(600 / Series.BLOCK_SIZE);
        }
        try (Histories histories = open()) {
            histories.awaitAvailable();
            assertThat(histories.samples("slow", "eth0")).hasSize(5);
            assertThat(histories.samples("edge-1", "eth0")).hasSize(600);
        }
    }

    @Test
    void whatIsRolledUpTellsTheSameAsTheSamples() {
        SeenTarget target = edge("eth0");
        SplittableRandom random = new SplittableRandom(20_261_121);
        int polls = 3 * 2_880;
        Duration step = Duration.ofHours(1);
        Points before;
        try (Histories histories = open()) {
            for (int number = 1; number <= polls; number++) {
                target.port(0).octets += random.nextLong(10_000_000);
                histories.saw(target.polled(poll(number)));
            }
            histories.awaitKept(polls);
            before = histories.points("edge-1", "eth0", START, poll(polls), step, Metric.IN_BITS_PER_SECOND);
        }
        now.set(poll(polls));
        HistorySettings short1 =
                new HistorySettings(true, 1L << 30, Duration.ofHours(6), Duration.ofHours(48), Duration.ofDays(30));
        try (Histories histories = open(short1)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> histories.count("block_1h") > 0
                            && histories.samples("edge-1", "eth0").size() < 1_000);
            assertThat(histories.samples("edge-1", "eth0")).hasSizeGreaterThan(720);
            Graph graph = histories.graph(
                    "edge-1", "eth0", START, poll(polls), Duration.ofMinutes(1), Metric.IN_BITS_PER_SECOND);
            assertThat(graph.grid().step()).isEqualTo(step.toMillis());
            Points after = graph.points().getFirst();
            assertThat(after.size()).isEqualTo(before.size());
            for (int i = 0; i < after.size(); i++) {
                assertThat(after.value(i)).as("hour %d", i).isCloseTo(before.value(i), within(before.value(i) * 1e-4));
            }
            double mean = IntStream.range(0, before.size())
                    .mapToDouble(before::value)
                    .average()
                    .orElseThrow();
            TopRequest top = new TopRequest(Line.of(Metric.IN_BITS_PER_SECOND), START, poll(polls), key -> true, 10);
            assertThat(histories.history.top(top).join())
                    .singleElement()
                    .satisfies(ranked -> assertThat(ranked.value()).isCloseTo(mean, within(mean * 1e-3)));
            Graph fine = histories.graph(
                    "edge-1", "eth0", poll(polls - 120), poll(polls), INTERVAL, Metric.IN_BITS_PER_SECOND);
            assertThat(fine.grid().step()).isEqualTo(INTERVAL.toMillis());
        }
    }

    @Test
    void thoseThatHadMostComeFirst() {
        SeenTarget target = edge("eth0", "eth1", "eth2");
        try (Histories histories = open()) {
            for (int number = 1; number <= 100; number++) {
                target.port(0).octets += 1_000_000;
                target.port(1).octets += 3_000_000;
                target.port(2).octets += number == 50 ? 50_000_000 : 1_500_000;
                histories.saw(target.polled(poll(number)));
            }
            histories.awaitKept(300);
            TopRequest byMean = new TopRequest(Line.of(Metric.IN_BITS_PER_SECOND), poll(1), poll(100), key -> true, 2);
            assertThat(histories.history.top(byMean).join())
                    .extracting(ranked -> ranked.series().interfaceName())
                    .containsExactly("eth1", "eth2");
            TopRequest elsewhere = new TopRequest(
                    Line.of(Metric.IN_BITS_PER_SECOND),
                    poll(1),
                    poll(100),
                    key -> key.target().equals("core"),
                    2);
            assertThat(histories.history.top(elsewhere).join()).isEmpty();
        }
    }

    @Test
    void nothingIsKnownOfAnInterfaceThatWasNeverSeen() {
        try (Histories histories = open()) {
            histories.awaitAvailable();
            assertThat(histories
                            .history
                            .graph(
                                    new SeriesKey("edge-1", "eth9"),
                                    new GraphRequest(List.of(Line.of(Metric.SPEED)), START, poll(1), null))
                            .join())
                    .isEmpty();
        }
    }

    @Test
    void whileTheFileIsLockedWhatComesWaitsAndThenItGoesOn() throws SQLException {
        SeenTarget target = edge("eth0");
        try (Histories histories = open();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("history.db"));
                Statement statement = other.createStatement()) {
            poll(histories, target, 1, 10);
            histories.awaitKept(10);
            statement.execute("BEGIN IMMEDIATE");
            poll(histories, target, 11, 20);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> histories.history.report().state() instanceof HistoryState.Stopped);
            assertThat(histories.told).singleElement().asString().contains("locked");
            statement.execute("ROLLBACK");
            histories.awaitKept(20);
            assertThat(histories.history.report().state()).isEqualTo(HistoryState.Kept.KEPT);
            assertThat(histories.told).hasSize(2).last().isEqualTo("resumed: 0");
            assertThat(histories.samples("edge-1", "eth0")).hasSize(20);
        }
    }

    @Test
    void moreThanCanWaitIsDroppedAndCounted() throws SQLException {
        int interfaces = 1_000;
        SeenTarget target = edge(IntStream.range(0, interfaces)
                .mapToObj(number -> "eth" + number)
                .toArray(String[]::new));
        try (Histories histories = open();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("history.db"));
                Statement statement = other.createStatement()) {
            poll(histories, target, 1, 1);
            histories.awaitKept(interfaces);
            statement.execute("BEGIN IMMEDIATE");
            int polls = 2 * HistoryWriter.MAX_WAITING / interfaces;
            poll(histories, target, 2, polls);
            long dropped = histories.history.report().samplesDropped();
            assertThat(dropped).isPositive();
            assertThat(histories.history.report().samplesWaiting()).isLessThanOrEqualTo(HistoryWriter.MAX_WAITING);
            await().atMost(Duration.ofSeconds(60)).until(() -> !histories.told.isEmpty());
            statement.execute("ROLLBACK");
            histories.awaitKept((long) polls * interfaces - dropped);
            poll(histories, target, polls + 1, polls + 1);
            histories.awaitKept((long) (polls + 1) * interfaces - dropped);
            assertThat(histories.samples("edge-1", "eth0")).hasSize((int) (polls + 1 - dropped / interfaces));
        }
    }

    @Test
    void aFullFileStopsTheHistoryUntilThereIsRoom() {
        SeenTarget target = edge("eth0");
        try (Histories histories = open()) {
            poll(histories, target, 1, 10);
            histories.awaitKept(10);
            histories.store.write(
                    connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.execute("PRAGMA max_page_count = 1");
                        }
                    },
                    ignored -> {});
            int number = 10;
            while (histories.told.isEmpty()) {
                poll(histories, target, number + 1, number + 500);
                number += 500;
                int seen = number;
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> histories.history.report().samplesKept() >= seen || !histories.told.isEmpty());
            }
            assertThat(histories.told.peek()).contains("full");
            // The file is opened anew, and then may grow again.
            histories.awaitKept(number);
            assertThat(histories.told).last().asString().startsWith("resumed");
            assertThat(histories.samples("edge-1", "eth0")).hasSize(number);
        }
    }

    @Test
    void theOldestGoesWhenThereIsTooMuchAndItsRollUpsStay() {
        int interfaces = 100;
        int polls = 4_000;
        long budget = 4L << 20;
        SplittableRandom random = new SplittableRandom(20_261_121);
        SeenTarget target = edge(IntStream.range(0, interfaces)
                .mapToObj(number -> "eth" + number)
                .toArray(String[]::new));
        HistorySettings small = new HistorySettings(
                true, budget, Duration.ofDays(3_000), Duration.ofDays(3_000), Duration.ofDays(3_000));
        try (Histories histories = open(small)) {
            for (int number = 1; number <= polls; number++) {
                for (int port = 0; port < interfaces; port++) {
                    target.port(port).octets += random.nextLong(1L << 32);
                }
                histories.saw(target.polled(poll(number)));
                if (number % 400 == 0) {
                    now.set(poll(number));
                    histories.awaitKept((long) number * interfaces);
                }
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> histories.usedOctets() <= budget * 3 / 4);
            List<RawSample> samples = histories.samples("edge-1", "eth0");
            assertThat(samples.getFirst().at()).isGreaterThan(poll(1).toEpochMilli());
            assertThat(samples.getLast().at()).isEqualTo(poll(polls).toEpochMilli());
            Points points = histories.points(
                    "edge-1", "eth0", poll(0), poll(polls), Duration.ofHours(1), Metric.IN_BITS_PER_SECOND);
            assertThat(IntStream.range(0, points.size()).filter(points::isGap)).isEmpty();
        }
        HistorySettings smaller = new HistorySettings(
                true, budget / 2, Duration.ofDays(3_000), Duration.ofDays(3_000), Duration.ofDays(3_000));
        try (Histories histories = open(smaller)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> histories.fileOctets() <= budget / 2);
            assertThat(histories.samples("edge-1", "eth0"))
                    .last()
                    .returns(poll(polls).toEpochMilli(), RawSample::at);
        }
    }
}
