package net.coreserver.event.derivation;

import static net.coreserver.event.derivation.Seen.oper;
import static net.coreserver.netconf.FailureKind.TRANSPORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.coreserver.event.Baseline;
import net.coreserver.event.Event;
import net.coreserver.event.EventKind;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.LogEntry;
import net.coreserver.event.NotificationMark;
import net.coreserver.event.Occurrence;
import net.coreserver.event.notification.Notification;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.monitor.Observation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polls, hints and states, put together. */
class DerivationTest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final VirtualTime time = new VirtualTime();
    private final InMemoryEvents log = new InMemoryEvents();
    private Derivation derivation = new Derivation(log, time, time);
    private final SimulatedTarget target =
            new SimulatedTarget(time, (monitored, latest) -> derivation.observed(monitored, latest));
    private int read;

    @AfterEach
    void close() {
        derivation.close();
    }

    /** The kinds of what was told since this was last asked. */
    private List<EventKind> told() {
        List<Event> all = log.all();
        List<EventKind> kinds = all.subList(read, all.size()).stream()
                .map(event -> event.what().kind())
                .toList();
        read = all.size();
        return kinds;
    }

    private Occurrence last() {
        return log.all().getLast().what();
    }

    private static JsonNode data(Occurrence occurrence) throws IOException {
        return JSON.readTree(occurrence.data().json());
    }

    private void isUpWith(Seen... seen) {
        target.has(seen);
        target.isPolledNow();
        var _ = told();
    }

    private Notification hear(String name, String interfaceName) {
        Notification notification =
                Told.link(name, interfaceName, time.instant().minusSeconds(1));
        derivation.notified(target, notification);
        return notification;
    }

    private static NotificationMark mark(Notification notification) {
        return notification.mark().orElseThrow();
    }

    private void restart() {
        derivation.close();
        derivation = new Derivation(log, time, time);
    }

    @Test
    void whatASnapshotShowsIsTold() throws IOException {
        isUpWith(oper("eth0", "up"));
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(last().at()).isEqualTo(time.instant());
        assertThat(last().eventTime()).isNull();
        assertThat(last().target()).isEqualTo("edge-1");
        assertThat(last().interfaceName()).isEqualTo("eth0");
        assertThat(data(last())).isEqualTo(JSON.readTree("{\"operStatus\": {\"from\": \"up\", \"to\": \"down\"}}"));
    }

    @Test
    void aHintAsksForAPollAndIsOneEventWithWhatItFinds() throws IOException {
        isUpWith(oper("eth0", "up"));
        time.advance(3);
        target.has(oper("eth0", "down"));
        Notification hint = hear("link-down", "eth0");
        assertThat(told()).isEmpty();
        time.advance(0.1);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(last().eventTime()).isEqualTo(hint.eventTime());
        assertThat(data(last()).at("/operStatus/from").asText()).isEqualTo("up");
        assertThat(data(last()).at("/notification/name").asText()).isEqualTo("link-down");
        assertThat(data(last()).at("/notification/body/if-name").asText()).isEqualTo("eth0");
        assertThat(log.allMarks()).containsExactly(mark(hint));
        time.advance(60);
        assertThat(told()).isEmpty();
    }

    @Test
    void theStateDecidesNotTheHint() {
        isUpWith(oper("eth0", "up"));
        target.has(oper("eth0", "lower-layer-down"));
        var _ = hear("link-up", "eth0");
        time.advance(0.1);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(last().eventTime()).isNotNull();
    }

    @Test
    void aHintThatComesAfterThePollThatSawTheChangeIsNotToldAgain() {
        isUpWith(oper("eth0", "up"));
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        time.advance(1.5);
        Notification hint = hear("link-down", "eth0");
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(log.allMarks()).containsExactly(mark(hint));
    }

    @Test
    void aHintThatComesWhileAPollIsUnderWayIsConfirmedByIt() {
        isUpWith(oper("eth0", "up"));
        target.answersAfter(Duration.ofMillis(500));
        target.has(oper("eth0", "down"));
        target.isPolled();
        time.advance(0.2);
        Notification hint = hear("link-down", "eth0");
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(last().eventTime()).isEqualTo(hint.eventTime());
        assertThat(log.allMarks()).containsExactly(mark(hint));
    }

    @Test
    void aHintOfWhatWasToldLongAgoIsTold() throws IOException {
        isUpWith(oper("eth0", "down"), oper("eth1", "up"), oper("eth2", "dormant"));
        time.advance(60);
        Notification hint = hear("link-down", "eth0");
        time.advance(0.1);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(last().eventTime()).isEqualTo(hint.eventTime());
        assertThat(data(last()).at("/operStatus")).isEqualTo(JSON.readTree("{\"to\": \"down\"}"));
        time.advance(60);
        var _ = hear("link-up", "eth1");
        var _ = hear("link-up", "eth2");
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.LINK_UP, EventKind.OPER_STATUS_CHANGED);
        assertThat(log.allMarks()).hasSize(3);
    }

    @Test
    void aStateThatContradictsAHintIsLookedAtAgain() {
        target.answersFromCacheFor(Duration.ofSeconds(1));
        isUpWith(oper("eth0", "up"));
        target.has(oper("eth0", "down"));
        var _ = hear("link-down", "eth0");
        time.advance(0.1);
        assertThat(told()).isEmpty();
        time.advance(2);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(last().eventTime()).isNotNull();
        assertThat(target.polls()).isEqualTo(3);
    }

    @Test
    void anInterfaceThatIsStillWhatItWasFlapped() throws IOException {
        isUpWith(oper("eth0", "up"));
        time.advance(3);
        Notification hint = hear("link-down", "eth0");
        time.advance(0.1);
        assertThat(told()).isEmpty();
        time.advance(2);
        assertThat(told()).containsExactly(EventKind.LINK_FLAPPED);
        assertThat(last().message()).isEqualTo("Interface eth0 flapped, and is up");
        assertThat(log.allMarks()).containsExactly(mark(hint));
        // The other half of it.
        Notification up = hear("link-up", "eth0");
        time.advance(5);
        assertThat(told()).isEmpty();
        assertThat(log.allMarks()).containsExactly(mark(hint), mark(up));
    }

    @Test
    void downAndUpAgainBetweenTwoPollsIsOneEvent() throws IOException {
        isUpWith(oper("eth0", "up"));
        time.advance(3);
        target.answersAfter(Duration.ofMillis(800));
        Notification down = hear("link-down", "eth0");
        Notification up = hear("link-up", "eth0");
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.LINK_FLAPPED);
        assertThat(data(last()).at("/notifications")).hasSize(2);
        assertThat(log.allMarks()).containsExactly(mark(down), mark(up));
    }

    @Test
    void downAndUpThatPollsSawAreNotAFlapWhenTheHintsComeTogether() {
        isUpWith(oper("eth0", "up"));
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        time.advance(1);
        target.has(oper("eth0", "up"));
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.LINK_DOWN, EventKind.LINK_UP);
        var _ = hear("link-down", "eth0");
        var _ = hear("link-up", "eth0");
        time.advance(5);
        assertThat(told()).isEmpty();
        assertThat(log.allMarks()).hasSize(2);
    }

    @Test
    void aFlapShortlyAfterChangesThatWereToldIsTold() {
        isUpWith(oper("eth0", "up"));
        time.advance(3);
        target.has(oper("eth0", "down"));
        var _ = hear("link-down", "eth0");
        time.advance(2);
        target.has(oper("eth0", "up"));
        var _ = hear("link-up", "eth0");
        time.advance(2);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN, EventKind.LINK_UP);
        var _ = hear("link-down", "eth0");
        var _ = hear("link-up", "eth0");
        time.advance(2);
        assertThat(told()).containsExactly(EventKind.LINK_FLAPPED);
        assertThat(log.allMarks()).hasSize(4);
    }

    @Test
    void aPollThatMayStillBeAnsweredFromACacheRefutesNothing() {
        target.answersFromCacheFor(Duration.ofSeconds(1));
        isUpWith(oper("eth0", "up"));
        target.has(oper("eth0", "down"));
        var _ = hear("link-down", "eth0");
        time.advance(0.1);
        target.isPolledNow();
        target.isPolledNow();
        assertThat(told()).isEmpty();
        time.advance(3);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
    }

    @Test
    void whatIsReplayedIsJudgedInTheSameWay() {
        isUpWith(oper("eth0", "up"));
        target.becomes(Statuses.down(TRANSPORT));
        time.advance(300);
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_DOWN, EventKind.TARGET_UP, EventKind.LINK_DOWN);
        time.advance(30);
        Instant during = time.instant().minusSeconds(200);
        derivation.notified(target, Told.replayed(Told.link("link-down", "eth0", during)));
        time.advance(5);
        assertThat(told()).isEmpty();
        derivation.notified(target, Told.replayed(Told.link("link-up", "eth0", during.plusSeconds(1))));
        derivation.notified(target, Told.replayed(Told.link("link-down", "eth0", during.plusSeconds(2))));
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.LINK_FLAPPED);
        assertThat(last().eventTime()).isEqualTo(during.plusSeconds(2));
        assertThat(log.allMarks()).hasSize(3);
    }

    @Test
    void aHintOfAnInterfaceThatNobodyHasSeenIsKept() throws IOException {
        isUpWith(oper("eth0", "up"));
        Notification hint = hear("link-down", "eth9");
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(last().interfaceName()).isEqualTo("eth9");
        assertThat(data(last()).at("/confirmed").asBoolean(true)).isFalse();
        assertThat(log.allMarks()).containsExactly(mark(hint));
    }

    @Test
    void anInterfaceThatAppearsOrVanishesWithAHintIsOneEvent() {
        isUpWith(oper("eth0", "up"));
        time.advance(1);
        target.has(oper("eth1", "up"));
        var _ = hear("link-up", "eth1");
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.INTERFACE_APPEARED);
        target.loses("eth1");
        var _ = hear("link-down", "eth1");
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.INTERFACE_VANISHED);
        assertThat(log.allMarks()).hasSize(2);
    }

    @Test
    void aHintOfADisabledInterfaceGoesWithThat() {
        isUpWith(oper("eth0", "down").withAdmin("up"));
        time.advance(60);
        target.has(oper("eth0", "down").withAdmin("down"));
        Notification hint = hear("link-down", "eth0");
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.ADMIN_STATUS_CHANGED);
        assertThat(last().eventTime()).isEqualTo(hint.eventTime());
        assertThat(log.allMarks()).hasSize(1);
    }

    @Test
    void hintsThatWaitWhenTheTargetGoesDownWaitForThePollAfterTheOutage() {
        isUpWith(oper("eth0", "up"));
        target.answersAfter(Duration.ofSeconds(1));
        var _ = hear("link-down", "eth0");
        target.has(oper("eth0", "down"));
        target.becomes(Statuses.down(TRANSPORT));
        time.advance(120);
        assertThat(told()).containsExactly(EventKind.TARGET_DOWN);
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_UP, EventKind.LINK_DOWN);
        assertThat(last().eventTime()).isNotNull();
        assertThat(log.allMarks()).hasSize(1);
    }

    @Test
    void hintsThatWaitForTooLongAreToldAsTheyAre() throws IOException {
        isUpWith(oper("eth0", "up"));
        target.becomes(Statuses.down(TRANSPORT));
        var _ = hear("link-down", "eth0");
        time.advance(599);
        assertThat(told()).containsExactly(EventKind.TARGET_DOWN);
        time.advance(2);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
        assertThat(data(last()).at("/confirmed").asBoolean(true)).isFalse();
        assertThat(log.allMarks()).hasSize(1);
    }

    @Test
    void howeverManyHintsComeATargetIsAskedForOnePollASecond() {
        isUpWith(oper("eth0", "up"));
        int before = target.polls();
        for (int i = 0; i < 1_000; i++) {
            var _ = hear(i % 2 == 0 ? "link-down" : "link-up", "eth" + i % 7);
            time.advance(0.01);
        }
        assertThat(target.polls() - before).isBetween(5, 11);
        time.advance(60);
        assertThat(log.allMarks()).doesNotHaveDuplicates().hasSize(1_000);
    }

    @Test
    void tooManyHintsAreCounted() throws IOException {
        isUpWith(oper("eth0", "up"));
        target.becomes(Statuses.down(TRANSPORT));
        for (int i = 0; i < 20; i++) {
            var _ = hear(i % 2 == 0 ? "link-down" : "link-up", "eth0");
        }
        target.isPolledNow();
        assertThat(last().kind()).isEqualTo(EventKind.LINK_FLAPPED);
        assertThat(data(last()).at("/notifications")).hasSize(16);
        assertThat(data(last()).at("/notificationsLeftOut").asInt()).isEqualTo(4);
        assertThat(log.allMarks()).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void ofTooManyInterfacesTheHintsAreToldAsTheyAre() {
        isUpWith(oper("eth0", "up"));
        target.becomes(Statuses.down(TRANSPORT));
        var _ = told();
        for (int i = 0; i < 1_003; i++) {
            var _ = hear("link-down", "eth" + i);
        }
        assertThat(told()).hasSize(3).containsOnly(EventKind.LINK_DOWN);
    }

    @Test
    void anyOtherNotificationIsKept() throws IOException {
        isUpWith(oper("eth0", "up"));
        Notification alarm = Told.of("urn:example:alarms", "fan-failed", null, Map.of("fan", "2"));
        derivation.notified(target, alarm);
        assertThat(told()).containsExactly(EventKind.NOTIFICATION);
        assertThat(last().message()).isEqualTo("edge-1 told: fan-failed");
        assertThat(data(last()).at("/notification"))
                .isEqualTo(JSON.readTree("{\"namespace\": \"urn:example:alarms\", \"name\": \"fan-failed\", "
                        + "\"stream\": \"NETCONF\", \"body\": {\"fan\": \"2\"}, \"replayed\": false}"));
        assertThat(log.allMarks()).isEmpty();
    }

    @Test
    void afterARestartWhatChangedMeanwhileIsTold() {
        isUpWith(oper("eth0", "up").withSpeed(1_000_000L), oper("eth1", "up"), oper("eth2", "up"));
        restart();
        target.becomes(Statuses.remembered());
        target.has(oper("eth0", "down").withSpeed(1_000_000L), oper("eth3", "up"));
        target.loses("eth2");
        target.isPolledNow();
        assertThat(told())
                .containsExactly(EventKind.LINK_DOWN, EventKind.INTERFACE_APPEARED, EventKind.INTERFACE_VANISHED);
    }

    @Test
    void afterARestartNothingIsToldTwice() {
        isUpWith(oper("eth0", "up"));
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        target.becomes(Statuses.down(TRANSPORT));
        assertThat(told()).containsExactly(EventKind.LINK_DOWN, EventKind.TARGET_DOWN);
        restart();
        target.becomes(Statuses.remembered());
        target.becomes(Statuses.down(TRANSPORT));
        assertThat(told()).isEmpty();
        restart();
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_UP);
    }

    @Test
    void theBaselineOfAnotherServerIsNotFollowed() {
        isUpWith(oper("eth0", "up"));
        restart();
        target.movesTo("192.0.2.11");
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_UP);
    }

    @Test
    void aTargetThatBecomesAnotherServerIsBegunAnew() {
        isUpWith(oper("eth0", "up"));
        target.movesTo("192.0.2.11");
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_UP);
    }

    @Test
    void aTargetThatIsDisabledIsForgotten() {
        isUpWith(oper("eth0", "up"));
        target.becomes(Statuses.disabled());
        target.becomes(Statuses.connecting());
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_UP);
    }

    @Test
    void aTargetThatIsRemovedIsForgottenAndWhatWaitsIsTold() {
        isUpWith(oper("eth0", "up"));
        target.becomes(Statuses.down(TRANSPORT));
        var _ = hear("link-down", "eth0");
        derivation.removed(target);
        assertThat(told()).containsExactly(EventKind.TARGET_DOWN, EventKind.LINK_DOWN);
        var _ = hear("link-down", "eth0");
        assertThat(told()).containsExactly(EventKind.NOTIFICATION);
        SimulatedTarget again =
                new SimulatedTarget(time, (monitored, latest) -> derivation.observed(monitored, latest));
        again.has(oper("eth0", "down"));
        again.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_UP);
    }

    @Test
    void interfacesThatAreNoLongerAskedForDoNotVanish() {
        isUpWith(oper("eth0", "up"), oper("eth1", "up"));
        target.isAskedFor(new InterfaceSelection(Set.of("eth0"), Set.of()));
        // This poll began before.
        target.isPolledNow();
        target.loses("eth1");
        target.isPolledNow();
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
    }

    @Test
    void countersThatMoveAreNoReasonToWrite() {
        CountingRecorder counting = new CountingRecorder(log);
        derivation.close();
        derivation = new Derivation(counting, time, time);
        for (long octets = 0; octets < 1_000; octets += 100) {
            target.has(oper("eth0", "up").withCounter(Seen.START, octets));
            target.isPolledNow();
        }
        assertThat(counting.entries).hasSize(1);
        assertThat(counting.entries.getFirst().baseline()).isNotNull();
    }

    @Test
    void whatHappensBeforeTheBaselineIsThereWaitsForIt() {
        isUpWith(oper("eth0", "up"));
        CompletableFuture<Optional<Baseline>> slow = new CompletableFuture<>();
        Optional<Baseline> kept = log.baseline("edge-1").join();
        derivation.close();
        derivation = new Derivation(new SlowRecorder(log, slow), time, time);
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        target.has(oper("eth0", "up"));
        target.isPolledNow();
        var _ = hear("link-down", "eth0");
        var _ = hear("link-up", "eth0");
        for (int i = 0; i < 20; i++) {
            target.isPolledNow();
        }
        assertThat(told()).isEmpty();
        slow.complete(kept);
        time.advance(5);
        assertThat(told()).containsExactly(EventKind.LINK_DOWN, EventKind.LINK_UP);
        assertThat(log.allMarks()).hasSize(2);
    }

    @Test
    void withoutAStoreTheFirstSnapshotIsTheBaseline() {
        derivation.close();
        derivation = new Derivation(
                new SlowRecorder(log, CompletableFuture.failedFuture(new IllegalStateException("no store"))),
                time,
                time);
        target.has(oper("eth0", "up"));
        target.isPolledNow();
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_UP, EventKind.LINK_DOWN);
    }

    @Test
    void aBaselineThatCannotBeReadIsNone() {
        log.record(new LogEntry(List.of(), List.of(), new Baseline("edge-1", "{\"host\": 7")));
        target.has(oper("eth0", "up"));
        target.isPolledNow();
        assertThat(told()).containsExactly(EventKind.TARGET_UP);
    }

    @Test
    void theSameObservationTwiceIsOne() {
        isUpWith(oper("eth0", "up"));
        target.has(oper("eth0", "down"));
        target.isPolledNow();
        Observation latest = target.latest();
        derivation.observed(target, latest);
        derivation.observed(target, new Observation(Statuses.up(), latest.snapshot()));
        assertThat(told()).containsExactly(EventKind.LINK_DOWN);
    }

    @Test
    void aCapabilityChangeThatTheTargetTellsIsNotToldAgainByItsNextHello() {
        target.becomes(Statuses.up(Statuses.session(1, "urn:a")));
        derivation.notified(
                target,
                Told.of(
                        Told.RFC_6470,
                        "netconf-capability-change",
                        Seen.START,
                        Map.of("added-capability", List.of("urn:b", "urn:c"))));
        target.becomes(Statuses.up(Statuses.session(2, "urn:a", "urn:b", "urn:c")));
        target.becomes(Statuses.up(Statuses.session(3, "urn:a", "urn:b")));
        assertThat(told())
                .containsExactly(EventKind.TARGET_UP, EventKind.CAPABILITIES_CHANGED, EventKind.CAPABILITIES_CHANGED);
        assertThat(last().message()).isEqualTo("edge-1 has changed its capabilities: 0 added, 1 removed");
    }

    /** Counts what it hands on. */
    private static final class CountingRecorder implements EventRecorder {

        private final EventRecorder recorder;
        private final List<LogEntry> entries = new ArrayList<>();

        CountingRecorder(EventRecorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public void record(LogEntry entry) {
            entries.add(entry);
            recorder.record(entry);
        }

        @Override
        public CompletableFuture<List<NotificationMark>> marks(String targetName, String stream) {
            return recorder.marks(targetName, stream);
        }

        @Override
        public CompletableFuture<Optional<Baseline>> baseline(String targetName) {
            return recorder.baseline(targetName);
        }
    }

    /** Takes its time with the baseline. */
    private record SlowRecorder(EventRecorder recorder, CompletableFuture<Optional<Baseline>> slow)
            implements EventRecorder {

        @Override
        public void record(LogEntry entry) {
            recorder.record(entry);
        }

        @Override
        public CompletableFuture<List<NotificationMark>> marks(String targetName, String stream) {
            return recorder.marks(targetName, stream);
        }

        @Override
        public CompletableFuture<Optional<Baseline>> baseline(String targetName) {
            return slow;
        }
    }
}
