package net.coreserver.event.notification;

import static net.coreserver.event.notification.NotifyingServer.OK;
import static net.coreserver.event.notification.NotifyingServer.REFUSED;
import static net.coreserver.event.notification.NotifyingServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.event.Baseline;
import net.coreserver.event.Event;
import net.coreserver.event.EventKind;
import net.coreserver.event.EventRecorder;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.LogEntry;
import net.coreserver.event.NotificationMark;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Subscription;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;
import net.coreserver.target.EventSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions over sessions with a server that a test controls. */
class SubscriptionsTest {

    private static final Pace HASTY = new Pace(
            new Pace.Range(Duration.ofMillis(1), Duration.ofMillis(20)),
            new Pace.Range(Duration.ofMillis(1), Duration.ofMillis(20)),
            new Pace.Range(Duration.ofMillis(1), Duration.ofMillis(20)),
            Duration.ofHours(1));
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Get GET = Get.of(SubtreeFilter.of("urn:test", "top"));
    private static final ReplyReader<String> TEXT = ReplyReader.ofData(Xml::text);

    private final NotifyingServer server = new NotifyingServer(Capability.NOTIFICATION, Capability.INTERLEAVE);
    private final LabTarget target = LabTarget.ofStreams("NETCONF");
    private final InMemoryEvents log = new InMemoryEvents();
    private final HeardNotifications heard = new HeardNotifications(log);
    private Subscriptions subscriptions = subscriptions(log);

    private Subscriptions subscriptions(EventRecorder recorder) {
        return new Subscriptions(recorder, heard, InstantSource.fixed(NOW), HASTY);
    }

    @AfterEach
    void close() {
        subscriptions.close();
        server.sessions().forEach(NotifyingServer.Session::close);
    }

    private static String event(String name, int number) {
        return "<" + name + " xmlns='urn:y'><n>" + number + "</n></" + name + ">";
    }

    /** The session over which the target is polled is open. */
    private NotifyingServer.Session connect(NotifyingServer to, LabTarget of) throws InterruptedException {
        NetconfSession session = to.open();
        NotifyingServer.Session opened = to.last();
        subscriptions.opened(of, session, to::open);
        return opened;
    }

    private NotifyingServer.Session connect() throws InterruptedException {
        return connect(server, target);
    }

    /** And the subscription stands. */
    private NotifyingServer.Session connectAndSubscribe() throws InterruptedException {
        NotifyingServer.Session session = connect();
        session.awaitSubscription();
        return session;
    }

    private void awaitHeard(String... lines) {
        await().untilAsserted(() -> assertThat(heard.lines()).containsExactly(lines));
    }

    private List<EventKind> kinds() {
        return log.all().stream().map(event -> event.what().kind()).toList();
    }

    private void awaitEvents(EventKind... kinds) {
        await().untilAsserted(() -> assertThat(kinds()).containsExactly(kinds));
    }

    @Test
    void theFirstStreamRidesOnTheSessionOfThePolls() throws Exception {
        NetconfSession session = server.open();
        subscriptions.opened(target, session, server::open);
        assertThat(server.last().awaitSubscription())
                .contains("<stream>NETCONF</stream>")
                .doesNotContain("<startTime>")
                .doesNotContain("<filter");
        server.last().tell("2026-11-20T11:00:00Z", event("up", 1));
        server.last().tell("yesterday", event("up", 2));
        awaitHeard("NETCONF up {\"n\":\"1\"}", "NETCONF up {\"n\":\"2\"}");
        assertThat(heard.all().getFirst()).satisfies(first -> {
            assertThat(first.target()).isEqualTo("lab");
            assertThat(first.namespace()).isEqualTo("urn:y");
            assertThat(first.eventTime()).isEqualTo("2026-11-20T11:00:00Z");
        });
        assertThat(heard.all().getLast().mark()).isEmpty();
        assertThat(session.call(GET, TEXT, LONG)).isEqualTo("polled");
        assertThat(server.sessions()).hasSize(1);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void withoutInterleaveASecondSessionIsOpenedAgainWhenItEndsAndClosedWithTheFirst() throws Exception {
        NotifyingServer plain = new NotifyingServer(Capability.NOTIFICATION);
        NotifyingServer.Session polled = connect(plain, target);
        await().until(() -> plain.sessions().size() == 2);
        NotifyingServer.Session second = plain.last();
        second.awaitSubscription();
        second.tell("2026-11-20T11:00:00Z", event("up", 1));
        awaitHeard("NETCONF up {\"n\":\"1\"}");

        second.lose();
        await().until(() -> plain.sessions().size() == 3);
        assertThat(plain.last().awaitSubscription()).contains("<startTime>2026-11-20T10:59:55Z</startTime>");
        plain.last().tell("2026-11-20T11:00:00Z", event("up", 1));
        plain.last().tell("2026-11-20T11:00:00Z", event("up", 2));
        awaitHeard("NETCONF up {\"n\":\"1\"}", "NETCONF up {\"n\":\"2\"} replayed");
        assertThat(polled.isClosed()).isFalse();
        assertThat(polled.subscriptions()).isEmpty();

        polled.lose();
        await().until(() -> plain.last().isClosed());
        assertThat(plain.last().requests().getLast()).contains("<close-session");
        assertThat(plain.sessions()).hasSize(3);
    }

    @Test
    void everyFurtherStreamHasASessionOfItsOwn() throws Exception {
        connect(server, LabTarget.ofStreams("NETCONF", "alarms", "audit"));
        await().until(() -> server.sessions().size() == 3);
        assertThat(server.sessions())
                .extracting(NotifyingServer.Session::awaitSubscription)
                .satisfiesExactly(
                        first -> assertThat(first).contains("<stream>NETCONF</stream>"),
                        second -> assertThat(second).contains("<stream>alarms</stream>"),
                        third -> assertThat(third).contains("<stream>audit</stream>"));
        server.sessions().get(1).tell("2026-11-20T11:00:00Z", event("alarm", 1));
        awaitHeard("alarms alarm {\"n\":\"1\"}");
        assertThat(heard.all().getFirst().mark()).contains(log.allMarks().getFirst());
    }

    @Test
    void theFilterIsTakenToTheServer() throws Exception {
        NotifyingServer.Session session =
                connect(server, new LabTarget(new EventSelection(List.of("NETCONF"), "<up xmlns='urn:y'/>")));
        assertThat(session.awaitSubscription()).contains("<filter type=\"subtree\"><up xmlns=\"urn:y\"");
    }

    @Test
    void whoIsNotAskedOrCannotBeIsLeftAlone() throws Exception {
        NotifyingServer.Session unasked = connect(server, LabTarget.ofStreams());
        NotifyingServer mute = new NotifyingServer(Capability.INTERLEAVE);
        connect(mute, LabTarget.ofStreams("NETCONF"));
        // Whoever was going to ask them has had the time to.
        for (int i = 0; i < 10; i++) {
            connectAndSubscribe().lose();
        }
        assertThat(unasked.requests()).isEmpty();
        assertThat(mute.last().requests()).isEmpty();
        assertThat(log.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void overASeamEachNotificationIsToldOnceAlsoAfterARestart(boolean restarted) throws Exception {
        NotifyingServer.Session first = connectAndSubscribe();
        first.tell("2026-11-20T11:00:00Z", event("up", 1));
        first.tell("2026-11-20T11:00:03Z", event("down", 2));
        first.tell("2026-11-20T11:00:03Z", event("down", 2));
        await().until(() -> heard.all().size() == 3);
        first.lose();
        if (restarted) {
            subscriptions.close();
            subscriptions = subscriptions(log);
        }

        NotifyingServer.Session second = connect();
        assertThat(second.awaitSubscription()).contains("<startTime>2026-11-20T10:59:58Z</startTime>");
        second.tell("2026-11-20T11:00:00Z", event("up", 1));
        second.tell("2026-11-20T11:00:03Z", event("down", 2));
        second.tell("2026-11-20T11:00:03Z", event("down", 2));
        second.tell("2026-11-20T11:00:10Z", event("up", 3));
        second.tellReplayComplete();
        second.tell("2026-11-20T11:00:20Z", event("up", 4));
        awaitHeard(
                "NETCONF up {\"n\":\"1\"}",
                "NETCONF down {\"n\":\"2\"}",
                "NETCONF down {\"n\":\"2\"}",
                "NETCONF up {\"n\":\"3\"} replayed",
                "NETCONF up {\"n\":\"4\"}");
        assertThat(log.all()).isEmpty();
    }

    @Test
    void aReplayMayBeOverBeforeTheOkComes() throws Exception {
        NotifyingServer.Session first = connectAndSubscribe();
        first.tell("2026-11-20T11:00:00Z", event("up", 1));
        await().until(() -> heard.all().size() == 1);
        first.lose();
        server.onSubscribe((session, _) -> {
            session.tell("2026-11-20T11:00:00Z", event("up", 1));
            session.tell("2026-11-20T11:00:01Z", event("up", 2));
            session.tellReplayComplete();
            return OK;
        });
        connectAndSubscribe().tell("2026-11-20T11:00:02Z", event("up", 3));
        awaitHeard("NETCONF up {\"n\":\"1\"}", "NETCONF up {\"n\":\"2\"} replayed", "NETCONF up {\"n\":\"3\"}");
    }

    @Test
    void aServerThatDoesNotReplayLeavesAGap() throws Exception {
        server.streams(stream("NETCONF", false, ""));
        NotifyingServer.Session first = connectAndSubscribe();
        first.tell("2026-11-20T11:00:00Z", event("up", 1));
        await().until(() -> heard.all().size() == 1);
        first.lose();
        assertThat(connectAndSubscribe().subscriptions())
                .singleElement()
                .satisfies(request -> assertThat(request).doesNotContain("<startTime>"));
        awaitEvents(EventKind.NOTIFICATIONS_GAP);
        assertThat(log.all()).singleElement().extracting(Event::what).satisfies(gap -> {
            assertThat(gap.target()).isEqualTo("lab");
            assertThat(gap.data().json())
                    .contains(
                            "\"stream\":\"NETCONF\"",
                            "\"from\":\"2026-11-20T11:00:00Z\"",
                            "\"to\":\"2026-11-20T12:00:00Z\"",
                            "does not replay");
        });
    }

    @Test
    void aServerWhoseLogBeginsLaterIsReplayedAndLeavesOneGap() throws Exception {
        NotifyingServer.Session first = connectAndSubscribe();
        first.tell("2026-11-20T11:00:00Z", event("up", 1));
        await().until(() -> heard.all().size() == 1);
        first.lose();
        server.streams(stream("NETCONF", true, "2026-11-20T11:30:00Z"));
        NotifyingServer.Session second = connectAndSubscribe();
        assertThat(second.awaitSubscription()).contains("<startTime>");
        awaitEvents(EventKind.NOTIFICATIONS_GAP);
        assertThat(log.all().getFirst().what().data().json()).contains("\"to\":\"2026-11-20T11:30:00Z\"");

        second.lose();
        assertThat(connectAndSubscribe().awaitSubscription()).contains("<startTime>2026-11-20T11:29:55Z</startTime>");
        assertThat(kinds()).as("the gap is told once").containsExactly(EventKind.NOTIFICATIONS_GAP);
    }

    @Test
    void aServerThatDoesNotRepeatWhatWasHeardLastLeavesAGap() throws Exception {
        NotifyingServer.Session first = connectAndSubscribe();
        first.tell("2026-11-20T11:00:00Z", event("up", 1));
        await().until(() -> heard.all().size() == 1);
        first.lose();
        server.streams(stream("NETCONF", true, "2026-11-20T11:00:00Z"));
        NotifyingServer.Session second = connectAndSubscribe();
        second.tell("2026-11-20T11:00:00Z", event("started", 1));
        second.tellReplayComplete();
        awaitEvents(EventKind.NOTIFICATIONS_GAP);
        second.lose();

        NotifyingServer.Session third = connectAndSubscribe();
        third.tell("2026-11-20T11:00:00Z", event("started", 1));
        third.tellReplayComplete();
        third.tell("2026-11-20T11:00:01Z", event("up", 2));
        awaitHeard("NETCONF up {\"n\":\"1\"}", "NETCONF started {\"n\":\"1\"} replayed", "NETCONF up {\"n\":\"2\"}");
        assertThat(kinds()).containsExactly(EventKind.NOTIFICATIONS_GAP);
    }

    @Test
    void aReplayThatIsRefusedIsDoneWithoutAndLeavesAGap() throws Exception {
        NotifyingServer.Session first = connectAndSubscribe();
        first.tell("2027-01-01T00:00:00Z", event("up", 1));
        await().until(() -> heard.all().size() == 1);
        first.lose();
        server.onSubscribe((_, request) -> request.contains("<startTime>") ? REFUSED : OK);
        NotifyingServer.Session second = connectAndSubscribe();
        awaitEvents(EventKind.NOTIFICATIONS_GAP);
        assertThat(second.subscriptions()).hasSize(2);
        assertThat(log.all().getFirst().what().data().json()).contains("operation-not-supported");

        second.lose();
        server.onSubscribe((_, _) -> OK);
        assertThat(connectAndSubscribe().awaitSubscription())
                .as("a time that is in the future is no longer gone on with")
                .contains("<startTime>2026-11-20T11:59:55Z</startTime>");
    }

    @Test
    void aServerThatRefusesIsAskedOnceInASessionAndItIsToldOnce() throws Exception {
        server.onSubscribe((_, _) -> REFUSED);
        for (int i = 0; i < 3; i++) {
            NetconfSession session = server.open();
            subscriptions.opened(target, session, server::open);
            server.last().awaitSubscription();
            awaitEvents(EventKind.SUBSCRIPTION_REFUSED);
            assertThat(session.call(GET, TEXT, LONG)).isEqualTo("polled");
            assertThat(server.last().subscriptions()).hasSize(1);
            server.last().lose();
        }
        assertThat(log.all().getFirst().what().message()).contains("NETCONF", "operation-not-supported");

        server.onSubscribe((_, _) -> REFUSED.replace("operation-not-supported", "access-denied"));
        connectAndSubscribe().lose();
        awaitEvents(EventKind.SUBSCRIPTION_REFUSED, EventKind.SUBSCRIPTION_REFUSED);
        server.onSubscribe((_, _) -> OK);
        NotifyingServer.Session well = connectAndSubscribe();
        well.tell("2026-11-20T11:00:00Z", event("up", 1));
        awaitHeard("NETCONF up {\"n\":\"1\"}");
        assertThat(kinds()).doesNotContain(EventKind.NOTIFICATIONS_GAP);
    }

    @Test
    void aSessionThatCannotBeHadIsTriedAgainAndToldOnce() throws Exception {
        NotifyingServer plain = new NotifyingServer(Capability.NOTIFICATION);
        AtomicInteger attempts = new AtomicInteger();
        Subscription.SessionSource locked = () -> {
            if (attempts.incrementAndGet() < 5) {
                throw new AuthenticationException("lab", "connect", "too many sessions", null);
            }
            return plain.open();
        };
        subscriptions.opened(target, plain.open(), locked);
        await().until(() -> plain.sessions().size() == 2);
        plain.last().awaitSubscription();
        assertThat(attempts).hasValue(5);
        assertThat(kinds()).containsExactly(EventKind.SUBSCRIPTION_REFUSED);
    }

    @Test
    void aNotificationThatCannotBeReadIsToldAndTheNextIsHeard() throws Exception {
        NotifyingServer.Session session = connectAndSubscribe();
        session.tell("2026-11-20T11:00:00Z", "<up>broken</down>");
        session.tell("2026-11-20T11:00:01Z", "<up>broken</down>");
        session.tell("2026-11-20T11:00:02Z", event("up", 3));
        awaitHeard("NETCONF up {\"n\":\"3\"}");
        assertThat(kinds()).containsExactly(EventKind.NOTIFICATIONS_GAP);
        assertThat(log.all().getFirst().what().message()).contains("could not be read");
    }

    @Test
    void aServerThatEndsTheSubscriptionIsAskedAgain() throws Exception {
        NotifyingServer.Session session = connectAndSubscribe();
        session.tell(
                "2026-11-20T11:00:00Z", "<notificationComplete xmlns='urn:ietf:params:xml:ns:netmod:notification'/>");
        await().until(() -> session.subscriptions().size() == 2);
        assertThat(session.isClosed()).isFalse();
        assertThat(server.sessions()).hasSize(1);
    }

    @Test
    void nothingIsSubscribedBeforeItIsKnownWhatWasHeardBefore() throws Exception {
        AtomicBoolean isAvailable = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        subscriptions.close();
        subscriptions = subscriptions(new EventRecorder() {
            @Override
            public void record(LogEntry entry) {
                log.record(entry);
            }

            @Override
            public CompletableFuture<List<NotificationMark>> marks(String name, String stream) {
                asked.incrementAndGet();
                return isAvailable.get()
                        ? CompletableFuture.completedFuture(
                                List.of(new NotificationMark(name, stream, NOW.minusSeconds(60), "digest")))
                        : CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
            }

            @Override
            public CompletableFuture<java.util.Optional<Baseline>> baseline(String name) {
                return log.baseline(name);
            }
        });
        NotifyingServer.Session session = connect();
        await().until(() -> asked.get() > 3);
        assertThat(session.requests()).isEmpty();
        isAvailable.set(true);
        assertThat(session.awaitSubscription()).contains("<startTime>2026-11-20T11:58:55Z</startTime>");
    }

    @Test
    void whatWasHeardOfOneServerIsNotAskedOfAnother() throws Exception {
        NotifyingServer.Session first = connectAndSubscribe();
        first.tell("2026-11-20T11:00:00Z", event("up", 1));
        await().until(() -> heard.all().size() == 1);
        first.lose();
        target.move("192.0.2.2");
        assertThat(connectAndSubscribe().awaitSubscription()).doesNotContain("<startTime>");
        assertThat(log.all()).isEmpty();
    }

    @Test
    void aSessionThatWasLostSoonIsFollowedByAPause() {
        TargetMemory memory = new TargetMemory(target.target().endpoint(), true, Pace.STANDARD);
        assertThat(memory.pause()).isZero();
        memory.ended(Duration.ofSeconds(1));
        Duration once = memory.pause();
        memory.ended(Duration.ofSeconds(1));
        assertThat(once).isPositive();
        assertThat(memory.pause()).isGreaterThanOrEqualTo(once);
        memory.ended(Duration.ofHours(1));
        assertThat(memory.pause()).isZero();
    }

    @Test
    void closingEndsTheSessionsThatAreOursAndHearsNoMore() throws Exception {
        NotifyingServer.Session polled = connect(server, LabTarget.ofStreams("NETCONF", "alarms"));
        await().until(() -> server.sessions().size() == 2);
        server.last().awaitSubscription();
        subscriptions.close();
        assertThat(server.last().isClosed()).isTrue();
        assertThat(polled.isClosed()).isFalse();
        polled.tell("2026-11-20T11:00:00Z", event("up", 1));
        assertThat(polled.requests()).isNotEmpty();
        connect();
        assertThat(server.last().requests()).isEmpty();
        assertThat(heard.all()).isEmpty();
    }
}
