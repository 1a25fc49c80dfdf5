package net.coreserver.event.sink;

import static net.coreserver.event.sink.SinkFixture.scripted;
import static net.coreserver.event.sink.SinkFixture.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import net.coreserver.event.Event;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventKind;
import net.coreserver.store.StoreState;
import net.coreserver.store.StoreUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When what is sent, and what becomes of it then; the sinks are scripted, and time passes when the test says so. */
class CourierTest {

    private static final Outcome.Failed DOWN = Outcome.Failed.passing("HTTP 500");

    @TempDir
    private Path directory;

    private SinkFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SinkFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static List<Long> ids(int from, int to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private List<Long> taken(String sink) {
        return fixture.outlets.attempts(sink).stream().flatMap(List::stream).toList();
    }

    private List<EventKind> told() {
        return fixture.log.all().stream()
                .map(event -> event.what().kind())
                .filter(kind -> kind != EventKind.LINK_DOWN)
                .toList();
    }

    private void awaitCursor(Sinks sinks, String name, long cursor) {
        await().untilAsserted(() -> assertThat(state(sinks, name).cursor()).isEqualTo(cursor));
    }

    @Test
    void aNewSinkBeginsWithWhatHappensFromNowOn() {
        fixture.happen(3);
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(2);
            awaitCursor(sinks, "a", 5);

            assertThat(taken("a")).containsExactly(4L, 5L);
            assertThat(state(sinks, "a"))
                    .returns(DeliveryState.IDLE, SinkState::state)
                    .returns(2L, SinkState::delivered)
                    .returns(0L, SinkState::backlog)
                    .returns(HeldClock.START, SinkState::lastSuccess)
                    .returns(null, SinkState::failure)
                    .returns(null, SinkState::notice);
        }
    }

    @Test
    void aKnownSinkGoesOnWhereItWas() {
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(2);
            awaitCursor(sinks, "a", 2);
        }
        fixture.happen(3);
        fixture.reopenStore();
        try (Sinks sinks = fixture.start(scripted("a"), scripted("b"))) {
            awaitCursor(sinks, "a", 5);
            assertThat(state(sinks, "a").delivered()).isEqualTo(5);
        }
        assertThat(taken("a")).isEqualTo(ids(1, 5));
        assertThat(taken("b")).isEmpty();
    }

    @Test
    void afterACrashNothingIsMissingAndOnlyTheLastMomentsComeTwice() {
        Sinks killed = fixture.start(scripted("a"));
        try {
            fixture.awaitBegun(1);
            fixture.happen(10);
            await().until(() -> fixture.keptCursor("a") == 10);
            fixture.closeStore(); // what is taken from now on is kept nowhere
            fixture.happen(5);
            awaitCursor(killed, "a", 15);
        } finally {
            killed.close();
        }
        fixture.reopenStore();
        fixture.happen(1);
        try (Sinks sinks = fixture.start(scripted("a"))) {
            awaitCursor(sinks, "a", 16);
        }
        List<Long> expected = new ArrayList<>(ids(1, 15));
        expected.addAll(ids(11, 16));
        assertThat(taken("a")).isEqualTo(expected);
    }

    @Test
    void theCursorIsKeptWhenTheStoreIsBack() throws SQLException {
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + fixture.database());
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                fixture.happen(1);
                awaitCursor(sinks, "a", 1);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> fixture.store().state() instanceof StoreState.Unavailable);
                statement.execute("ROLLBACK");
            }
            await().atMost(Duration.ofSeconds(30))
                    .ignoreException(StoreUnavailableException.class)
                    .until(() -> fixture.keptCursor("a") == 1);
        }
    }

    @Test
    void whatTheFilterDoesNotSelectIsPassedOver() {
        SinkSettings settings = new SinkSettings(
                "a",
                true,
                new EventFilter(Set.of("edge-2"), Set.of(), Set.of(), Set.of(), null, null),
                Duration.ofDays(1),
                new Destination.JsonLines(Path.of("a")));
        try (Sinks sinks = fixture.start(settings)) {
            fixture.awaitBegun(1);
            fixture.happen(2);
            fixture.log.record(SinkFixture.occurrence(HeldClock.START, EventKind.LINK_UP, "edge-2")
                    .entry());
            fixture.happen(2);
            awaitCursor(sinks, "a", 5);

            assertThat(taken("a")).containsExactly(3L);
        }
    }

    @Test
    void aDisabledSinkGetsNothingAndKeepsItsPlace() {
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(1);
            awaitCursor(sinks, "a", 1);
        }
        SinkSettings disabled = new SinkSettings(
                "a", false, EventFilter.ALL, Duration.ofDays(1), new Destination.JsonLines(Path.of("a")));
        try (Sinks sinks = fixture.start(disabled)) {
            fixture.happen(2);
            await().untilAsserted(() -> assertThat(state(sinks, "a"))
                    .returns(DeliveryState.DISABLED, SinkState::state)
                    .returns(1L, SinkState::cursor)
                    .returns(2L, SinkState::backlog));
        }
        try (Sinks sinks = fixture.start(scripted("a"))) {
            awaitCursor(sinks, "a", 3);
        }
        assertThat(taken("a")).isEqualTo(ids(1, 3));
    }

    @Test
    void whatTheLogHasDroppedIsCountedAndSaid() {
        try (Sinks _ = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.outlets.answer("a", events -> DOWN);
            fixture.happen(1);
            await().until(() -> fixture.outlets.count("a") == 1);
        }
        fixture.happen(9);
        fixture.log.removeUpTo(7);
        fixture.outlets.answer("a", events -> Outcome.Taken.TAKEN);
        try (Sinks sinks = fixture.start(scripted("a"))) {
            awaitCursor(sinks, "a", 10);

            assertThat(taken("a")).containsExactly(1L, 8L, 9L, 10L);
            assertThat(state(sinks, "a").lost()).isEqualTo(7);
            assertThat(state(sinks, "a").notice())
                    .isEqualTo("Up to 7 events were dropped from the log before it could have them.");
        }
    }

    @Test
    void theWaitAfterFailuresGrowsUpToFiveMinutesAndIsForgottenAfterASuccess() throws InterruptedException {
        AtomicBoolean isDown = new AtomicBoolean(true);
        fixture.outlets.answer("a", events -> isDown.get() ? DOWN : Outcome.Taken.TAKEN);
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(1);
            List<Long> waits = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                waits.add(fixture.clock.advanceToNext().toSeconds());
            }
            assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
            assertThat(state(sinks, "a").failure())
                    .isNotNull()
                    .returns("HTTP 500", SinkFailure::message)
                    .satisfies(failure -> assertThat(failure.attempts()).isGreaterThanOrEqualTo(11));

            isDown.set(false);
            sinks.test("a").join(); // it works, so the wait is over
            await().until(() -> state(sinks, "a").failure() == null);
            isDown.set(true);
            fixture.happen(1);
            assertThat(fixture.clock.advanceToNext()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void aSinkThatAsksForTimeGetsItUpToAnHour() throws InterruptedException {
        Duration[] wish = {Duration.ofSeconds(90)};
        fixture.outlets.answer("a", events -> new Outcome.Failed("HTTP 429", false, wish[0]));
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(1);
            await().until(() -> state(sinks, "a").failure() != null);
            assertThat(state(sinks, "a").nextAttempt()).isEqualTo(HeldClock.START.plusSeconds(90));
            wish[0] = Duration.ofDays(3);
            assertThat(fixture.clock.advanceToNext()).isEqualTo(Duration.ofSeconds(90));
            await().until(() -> fixture.outlets.count("a") == 2);
            assertThat(fixture.clock.advanceToNext()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void aSinkThatIsDownForAnHourGetsEverythingInOrderAndTwoEventsTellOfIt() throws InterruptedException {
        AtomicBoolean isDown = new AtomicBoolean(true);
        List<Long> arrived = new ArrayList<>();
        fixture.outlets.answer("a", events -> {
            if (isDown.get()) {
                return DOWN;
            }
            events.forEach(event -> arrived.add(event.id()));
            return Outcome.Taken.TAKEN;
        });
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(1);
            for (Duration passed = Duration.ZERO;
                    passed.compareTo(Duration.ofHours(1)) < 0;
                    passed = passed.plus(fixture.clock.advanceToNext())) {
                fixture.happen(1);
            }
            assertThat(told()).containsExactly(EventKind.SINK_FAILING);
            assertThat(state(sinks, "a").state()).isEqualTo(DeliveryState.FAILING);
            isDown.set(false);
            long newestBefore = fixture.log.newest();
            await().until(() -> {
                fixture.clock.advance(Duration.ofMinutes(5));
                return state(sinks, "a").failure() == null;
            });

            awaitCursor(sinks, "a", newestBefore + 1);
            assertThat(told()).containsExactly(EventKind.SINK_FAILING, EventKind.SINK_RECOVERED);
            assertThat(state(sinks, "a"))
                    .returns(DeliveryState.IDLE, SinkState::state)
                    .returns(0L, SinkState::deadLetters);
        }
        assertThat(arrived).isEqualTo(ids(1, arrived.size()));
        assertThat(fixture.log.all())
                .filteredOn(event -> event.what().kind() == EventKind.SINK_FAILING)
                .map(event -> event.what().data().json())
                .containsExactly("{\"sink\":\"a\",\"reason\":\"HTTP 500\"}");
    }

    @Test
    void aSinkThatCannotMakeUpItsMindIsNotTalkedOfAllTheTime() throws InterruptedException {
        int[] attempts = {0};
        fixture.outlets.answer("a", events -> ++attempts[0] % 4 == 0 ? Outcome.Taken.TAKEN : DOWN);
        try (Sinks _ = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(60);
            Duration passed = Duration.ZERO;
            while (passed.compareTo(Duration.ofMinutes(4)) < 0) {
                passed = passed.plus(fixture.clock.advanceToNext());
            }
        }
        assertThat(told()).containsExactly(EventKind.SINK_FAILING, EventKind.SINK_RECOVERED);
    }

    @Test
    void whatIsNotTakenForTooLongIsADeadLetterWithItsEvent() throws InterruptedException {
        AtomicBoolean isDown = new AtomicBoolean(true);
        fixture.outlets.answer("a", events -> isDown.get() ? DOWN : Outcome.Taken.TAKEN);
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(400);
            while (state(sinks, "a").deadLetters() == 0) {
                fixture.clock.advanceToNext();
            }
            // With the one that told of the failing.
            awaitCursor(sinks, "a", 401);
            assertThat(state(sinks, "a").deadLetters()).isEqualTo(401);
            assertThat(fixture.clock.instant())
                    .isBetween(
                            HeldClock.START.plus(Duration.ofDays(1)),
                            HeldClock.START.plus(Duration.ofDays(1)).plusSeconds(900));

            List<DeadLetter> page = sinks.deadLetters("a", 11, 3).join();
            assertThat(page).map(DeadLetter::id).containsExactly(10L, 9L, 8L);
            assertThat(page.getFirst())
                    .returns("HTTP 500", DeadLetter::reason)
                    .returns(HeldClock.START, DeadLetter::since)
                    .satisfies(letter -> assertThat(letter.attempts()).isGreaterThan(10))
                    .satisfies(letter -> assertThat(letter.event())
                            .isEqualTo(fixture.log.find(10).join().orElseThrow()));

            isDown.set(false);
            assertThat(sinks.redeliver("a", 10).join())
                    .hasValueSatisfying(
                            report -> assertThat(report.isDelivered()).isTrue());
            assertThat(sinks.redeliver("a", 10).join()).isEmpty();
            assertThat(sinks.deadLetters("a", 11, 3).join()).map(DeadLetter::id).containsExactly(9L, 8L, 7L);
            assertThat(state(sinks, "a").deadLetters()).isEqualTo(400);
        }
    }

    @Test
    void anEventThatIsRefusedIsADeadLetterAtOnceAndFoundAmongMany() {
        fixture.outlets.batches(10);
        List<Long> arrived = new ArrayList<>();
        fixture.outlets.answer("a", events -> {
            if (events.stream().anyMatch(event -> event.id() == 8)) {
                return new Outcome.Refused("HTTP 413");
            }
            events.stream().map(Event::id).forEach(arrived::add);
            return Outcome.Taken.TAKEN;
        });
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(30);
            awaitCursor(sinks, "a", 30);

            List<Long> expected = new ArrayList<>(ids(1, 30));
            expected.remove(8L);
            assertThat(arrived).isEqualTo(expected);
            assertThat(sinks.deadLetters("a", Long.MAX_VALUE, 10).join())
                    .singleElement()
                    .returns(8L, DeadLetter::id)
                    .returns("HTTP 413", DeadLetter::reason);
            assertThat(told()).isEmpty();
            assertThat(state(sinks, "a").failure()).isNull();
        }
    }

    @Test
    void aSinkThatRefusesEverythingSaysSo() {
        fixture.outlets.answer("a", events -> new Outcome.Refused("HTTP 400: no"));
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(3);
            awaitCursor(sinks, "a", 3);
            assertThat(state(sinks, "a").notice()).isEqualTo("It has refused the last 3 events: HTTP 400: no.");
            assertThat(state(sinks, "a").deadLetters()).isEqualTo(3);
        }
    }

    @Test
    void theCursorIsNeverKeptAheadOfADeadLetterThatIsNot() {
        int events = 5_000;
        fixture.outlets.answer("a", refused -> new Outcome.Refused("HTTP 400"));
        try (Sinks _ = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(events);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        SinkTables.Kept kept = Objects.requireNonNull(fixture.store()
                                .write(SinkTables::load, ignored -> {})
                                .get("a"));
                        assertThat(kept.letters())
                                .isGreaterThanOrEqualTo(kept.standing().cursor());
                        return kept.standing().cursor() == events;
                    });
        }
    }

    @Test
    void ofTooManyDeadLettersTheOldestGo() {
        fixture.outlets.answer("a", events -> new Outcome.Refused("HTTP 400"));
        try (Sinks sinks = fixture.start(scripted("a"))) {
            fixture.awaitBegun(1);
            fixture.happen(DeadLetterBox.CAPACITY + 25);
            awaitCursor(sinks, "a", DeadLetterBox.CAPACITY + 25);
            await().untilAsserted(() -> assertThat(state(sinks, "a"))
                    .returns((long) DeadLetterBox.CAPACITY, SinkState::deadLetters)
                    .returns(25L, SinkState::discarded));
        }
        for (int restart = 0; restart < 2; restart++) {
            try (Sinks sinks = fixture.start(scripted("a"))) {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(state(sinks, "a"))
                                .returns((long) DeadLetterBox.CAPACITY, SinkState::deadLetters)
                                .returns(25L, SinkState::discarded));
                assertThat(sinks.deadLetters("a", 27, 10).join())
                        .map(DeadLetter::id)
                        .containsExactly(26L);
            }
        }
    }

    @Test
    void aSinkThatHangsDelaysNoOther() {
        CountDownLatch never = new CountDownLatch(1);
        fixture.outlets.script("hanging", events -> {
            never.await();
            return Outcome.Taken.TAKEN;
        });
        try (Sinks sinks = fixture.start(scripted("hanging"), scripted("good"))) {
            await().until(() ->
                    fixture.store().write(SinkTables::load, ignored -> {}).size() == 2);
            fixture.happen(100);
            awaitCursor(sinks, "good", 100);
            assertThat(state(sinks, "hanging"))
                    .returns(DeliveryState.DELIVERING, SinkState::state)
                    .returns(100L, SinkState::backlog);
            assertThat(sinks.all()).map(SinkState::name).containsExactly("hanging", "good");
        }
        assertThat(fixture.outlets.attempts("hanging")).containsExactly(List.of(1L));
    }

    @Test
    void aTestGoesPastTheQueueAndToDisabledSinks() {
        SinkSettings disabled = new SinkSettings(
                "off", false, EventFilter.ALL, Duration.ofDays(1), new Destination.JsonLines(Path.of("off")));
        fixture.outlets.answer("down", events -> DOWN);
        try (Sinks sinks = fixture.start(disabled, scripted("down"))) {
            assertThat(sinks.test("off").join().isDelivered()).isTrue();
            assertThat(sinks.test("down").join())
                    .returns(false, DeliveryReport::isDelivered)
                    .returns("HTTP 500", DeliveryReport::failure);
            assertThat(taken("off")).containsExactly(0L);
            assertThat(fixture.log.all()).isEmpty();
        }
    }
}
