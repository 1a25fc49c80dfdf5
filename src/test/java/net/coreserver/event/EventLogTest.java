package net.coreserver.event;

import static net.coreserver.event.Logs.backwards;
import static net.coreserver.event.Logs.forwards;
import static net.coreserver.event.Logs.occurrence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.coreserver.monitor.Registration;
import net.coreserver.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;

    EventLogTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static EventFilter only(Set<String> targets, Set<EventKind> kinds, Set<Severity> severities) {
        return new EventFilter(targets, Set.of(), kinds, severities, null, null);
    }

    private static void awaitNewest(EventLog log, long id) {
        await().atMost(PATIENCE).until(() -> log.newest() >= id);
    }

    private static List<Long> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void anEventIsReadAsItWasRecorded() {
        Occurrence full = new Occurrence(
                START,
                Instant.parse("2026-03-01T09:59:59.123456789Z"),
                "edge-1",
                "eth0/\u00e4",
                EventKind.LINK_DOWN,
                Severity.WARNING,
                "Interface eth0/\u00e4 went down",
                EventData.of(Map.of("operStatus", Map.of("from", "up", "to", "down"))));
        Occurrence bare = Occurrence.ofService(START, EventKind.SINK_FAILING, "It fails", EventData.NONE);
        try (Logs logs = Logs.in(directory)) {
            logs.log.record(new LogEntry(List.of(full, bare), List.of(), null));
            awaitNewest(logs.log, 2);

            assertThat(logs.log.after(0, EventFilter.ALL, 10).join())
                    .isEqualTo(new EventBatch(List.of(new Event(1, full), new Event(2, bare)), 2, 1));
        }
        try (Logs again = Logs.in(directory)) {
            assertThat(again.log.newest()).isEqualTo(2);
            assertThat(again.log.find(1).join()).contains(new Event(1, full));
            assertThat(again.log.find(2).join()).contains(new Event(2, bare));
            assertThat(again.log.find(3).join()).isEmpty();
        }
    }

    @Test
    void itIsOnTheDiskBeforeAnybodyHearsOfIt() throws SQLException {
        try (Logs logs = Logs.in(directory);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("coreserver.db"))) {
            List<Boolean> wasThere = Collections.synchronizedList(new ArrayList<>());
            Registration following = logs.log.follow(newest -> wasThere.add(isIn(other, newest)));
            for (int i = 1; i <= 50; i++) {
                logs.log.record(
                        occurrence(START, "edge-1", EventKind.TARGET_UP, "up").entry());
                awaitNewest(logs.log, i);
            }
            logs.log.close();
            following.close();

            assertThat(wasThere).isNotEmpty().containsOnly(true);
        }
    }

    private static boolean isIn(Connection other, long id) {
        try (Statement statement = other.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM event WHERE id = " + id)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void everyEventIsReadOnceInBothDirectionsFromDiskAndFromMemory(int limit) {
        int events = EventTail.SIZE + 500;
        try (Logs logs = Logs.in(directory)) {
            for (int i = 0; i < events; i++) {
                logs.log.record(occurrence(START.plusMillis(i), "edge-" + i % 3, EventKind.NOTIFICATION, "told")
                        .entry());
            }
            awaitNewest(logs.log, events);
            EventFilter third = only(Set.of("edge-1"), Set.of(), Set.of());
            List<Long> ofThird = LongStream.rangeClosed(1, events)
                    .filter(id -> (id - 1) % 3 == 1)
                    .boxed()
                    .toList();

            assertThat(ids(forwards(logs.log, limit == 1 ? events - 200L : 0, EventFilter.ALL, limit)))
                    .isEqualTo(limit == 1 ? upTo(events).subList(events - 200, events) : upTo(events));
            assertThat(ids(forwards(logs.log, 0, third, 100))).isEqualTo(ofThird);
            assertThat(ids(backwards(logs.log, third, 100))).isEqualTo(ofThird.reversed());
        }
    }

    @Test
    void aFilterSelectsTheSameOnTheDiskAsInMemory() {
        List<EventKind> kinds = List.of(EventKind.LINK_UP, EventKind.LINK_DOWN, EventKind.TARGET_DOWN);
        try (Logs logs = Logs.in(directory)) {
            for (int i = 0; i < 60; i++) {
                EventKind kind = kinds.get(i % 3);
                logs.log.record(new Occurrence(
                                START.plusNanos(500L * i),
                                null,
                                "edge-" + i % 4,
                                i % 5 == 0 ? null : "eth" + i % 5,
                                kind,
                                kind.severity(),
                                "it",
                                EventData.NONE)
                        .entry());
            }
            awaitNewest(logs.log, 60);
            List<EventFilter> filters = List.of(
                    EventFilter.ALL,
                    only(Set.of("edge-1", "edge-2"), Set.of(), Set.of()),
                    only(Set.of(), Set.of(EventKind.LINK_UP, EventKind.TARGET_DOWN), Set.of()),
                    only(Set.of(), Set.of(), Set.of(Severity.CRITICAL)),
                    only(Set.of("edge-3"), Set.of(EventKind.LINK_DOWN), Set.of(Severity.WARNING)),
                    only(Set.of("no-such"), Set.of(), Set.of()),
                    new EventFilter(Set.of(), Set.of("eth2"), Set.of(), Set.of(), null, null),
                    new EventFilter(Set.of(), Set.of(), Set.of(), Set.of(), START.plusNanos(5_500), null),
                    new EventFilter(
                            Set.of(), Set.of(), Set.of(), Set.of(), START.plusNanos(5_001), START.plusNanos(9_999)),
                    new EventFilter(Set.of(), Set.of(), Set.of(), Set.of(), Instant.MIN, Instant.MAX),
                    new EventFilter(Set.of(), Set.of(), Set.of(), Set.of(), Instant.MAX, null));
            for (EventFilter filter : filters) {
                List<Event> fromMemory = logs.log.after(0, filter, 100).join().events();
                List<Event> fromDisk =
                        logs.log.before(Long.MAX_VALUE, filter, 100).join().events();
                assertThat(fromDisk.reversed()).as(filter.toString()).isEqualTo(fromMemory);
            }
            assertThat(logs.log.after(0, filters.get(3), 100).join().events()).hasSize(20);
        }
    }

    @Test
    void manyThreadsRecordAndNothingIsLostOrChangesItsOrder() throws InterruptedException {
        try (Logs logs = Logs.in(directory)) {
            List<Thread> threads = IntStream.range(0, 8)
                    .mapToObj(thread -> Thread.ofVirtual().start(() -> {
                        for (int i = 0; i < 500; i++) {
                            logs.log.record(occurrence(START, "edge-" + thread, EventKind.NOTIFICATION, "" + i)
                                    .entry());
                        }
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            awaitNewest(logs.log, 4_000);

            for (int thread = 0; thread < 8; thread++) {
                EventFilter filter = only(Set.of("edge-" + thread), Set.of(), Set.of());
                assertThat(forwards(logs.log, 0, filter, 100))
                        .extracting(event -> event.what().message())
                        .containsExactlyElementsOf(IntStream.range(0, 500)
                                .mapToObj(Integer::toString)
                                .toList());
            }
        }
    }

    @Test
    void theOldestGoWhenThereAreTooManyOrTheyAreTooOldAndNoNumberComesTwice() {
        AtomicLong seconds = new AtomicLong();
        InstantSource clock = () -> START.plusSeconds(seconds.get());
        EventLogSettings small = new EventLogSettings(Duration.ofHours(1), 20_000, 100);
        try (Logs logs = Logs.in(directory, small, clock)) {
            for (int i = 0; i < 1_000; i++) {
                logs.log.record(occurrence(clock.instant(), "edge-1", EventKind.NOTIFICATION, "told")
                        .entry());
            }
            awaitNewest(logs.log, 1_000);
            seconds.addAndGet(60);
            await().atMost(PATIENCE)
                    .until(() ->
                            logs.log.after(1_000, EventFilter.ALL, 1).join().oldest() > 800);
            List<Event> left = forwards(logs.log, 0, EventFilter.ALL, 100);
            assertThat(left.getLast().id()).isEqualTo(1_000);
            assertThat(left).hasSizeBetween(80, 200);

            seconds.addAndGet(Duration.ofHours(2).toSeconds());
            await().atMost(PATIENCE)
                    .until(() ->
                            logs.log.after(1_000, EventFilter.ALL, 1).join().oldest() == 1_001);
            assertThat(backwards(logs.log, EventFilter.ALL, 10)).isEmpty();
        }
        try (Logs again = Logs.in(directory, small, clock)) {
            assertThat(again.log.newest()).isEqualTo(1_000);
            again.log.record(occurrence(clock.instant(), "edge-1", EventKind.TARGET_UP, "up")
                    .entry());
            awaitNewest(again.log, 1_001);
            assertThat(ids(backwards(again.log, EventFilter.ALL, 10))).containsExactly(1_001L);
        }
    }

    @Test
    void marksAndBaselineOutliveTheServiceAndOnlyTheLatestMarksStay() {
        try (Logs logs = Logs.in(directory)) {
            for (int i = 0; i < 1_000; i++) {
                NotificationMark mark = new NotificationMark("edge-1", "NETCONF", START.plusNanos(i), "digest-" + i);
                logs.log.record(new LogEntry(List.of(), List.of(mark), new Baseline("edge-1", "known " + i)));
            }
            NotificationMark mark = new NotificationMark("edge-2", "NETCONF", START, "digest");
            logs.log.record(new LogEntry(List.of(), List.of(mark), new Baseline("edge-2", "known")));
            logs.log.record(new LogEntry(List.of(), List.of(mark), new Baseline("edge-2", Baseline.NOTHING)));
        }
        try (Logs again = Logs.in(directory)) {
            List<NotificationMark> marks = again.log.marks("edge-1", "NETCONF").join();
            assertThat(marks).hasSize(MemoryTables.MAX_MARKS);
            assertThat(marks.getFirst())
                    .isEqualTo(new NotificationMark("edge-1", "NETCONF", START.plusNanos(999), "digest-999"));
            assertThat(again.log.marks("edge-1", "other").join()).isEmpty();
            assertThat(again.log.baseline("edge-1").join()).contains(new Baseline("edge-1", "known 999"));
            assertThat(again.log.baseline("edge-2").join()).isEmpty();
            assertThat(again.log.marks("edge-2", "NETCONF").join()).isEmpty();
        }
    }

    @Test
    void aFloodIsBoundedAndToldInOneEvent() {
        AtomicLong seconds = new AtomicLong();
        InstantSource clock = () -> START.plusSeconds(seconds.get());
        try (Logs logs = Logs.in(directory, new EventLogSettings(Duration.ofDays(1), 1L << 30, 100), clock)) {
            int flood = FloodGate.BURST + 2_000;
            for (int i = 0; i < flood; i++) {
                logs.log.record(occurrence(START, "noisy", EventKind.NOTIFICATION, "told")
                        .entry());
            }
            logs.log.record(
                    occurrence(START, "noisy", EventKind.TARGET_DOWN, "down").entry());
            logs.log.record(
                    occurrence(START, "quiet", EventKind.LINK_DOWN, "down").entry());
            awaitNewest(logs.log, FloodGate.BURST + 2);
            seconds.addAndGet(FloodGate.WINDOW.toSeconds());
            awaitNewest(logs.log, FloodGate.BURST + 3);

            assertThat(backwards(logs.log, only(Set.of(), Set.of(EventKind.EVENTS_DROPPED), Set.of()), 10))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.what().target()).isEqualTo("noisy");
                        assertThat(event.what().message())
                                .isEqualTo("2000 events of noisy were dropped: it told more than 100 a second");
                        assertThat(event.what().data().json())
                                .contains("\"reason\":\"flood\"", "\"count\":2000", "\"notification\":2000");
                    });
            assertThat(backwards(
                            logs.log, only(Set.of(), Set.of(EventKind.TARGET_DOWN, EventKind.LINK_DOWN), Set.of()), 10))
                    .hasSize(2);
        }
    }

    @Test
    void whatComesWhileTheStoreIsAwayWaitsAndWhatIsTooMuchIsTold() {
        int excess = 3_000;
        Logs logs = Logs.notYetStarted(directory, Logs.ROOMY, InstantSource.system());
        try (logs) {
            assertThatThrownBy(() -> logs.log.after(0, EventFilter.ALL, 1).join())
                    .hasCauseInstanceOf(StoreUnavailableException.class);
            for (int i = 0; i < EventLog.MAX_WAITING + excess; i++) {
                logs.log.record(occurrence(START, "edge-1", EventKind.NOTIFICATION, "told")
                        .entry());
            }
            logs.store.start(PATIENCE);
            awaitNewest(logs.log, EventLog.MAX_WAITING);
        }
        try (Logs again = Logs.in(directory)) {
            List<Event> dropped = backwards(again.log, only(Set.of(), Set.of(EventKind.EVENTS_DROPPED), Set.of()), 10);
            assertThat(dropped)
                    .singleElement()
                    .satisfies(
                            event -> assertThat(event.what().data().json()).contains("\"reason\":\"log-unavailable\""));
            long kept = again.log.newest() - 1;
            long lost = EventLog.MAX_WAITING + excess - kept;
            assertThat(dropped.getFirst().what().data().json()).contains("\"count\":" + lost);
        }
    }
}
