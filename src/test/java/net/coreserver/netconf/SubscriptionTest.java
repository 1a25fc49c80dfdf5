package net.coreserver.netconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.operation.CreateSubscription;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;
import net.coreserver.testing.InMemoryTransport;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    private static final CreateSubscription SUBSCRIBE = CreateSubscription.to("NETCONF");
    private static final Get GET = Get.of(SubtreeFilter.of("urn:test", "top"));
    private static final ReplyReader<String> TEXT = ReplyReader.ofData(Xml::text);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String NOTIFICATION_NAMESPACE = "urn:ietf:params:xml:ns:netconf:notification:1.0";

    private final InMemoryTransport server = new InMemoryTransport();
    private final Events events = new Events();

    /** Writes down what it hears, a line each. */
    private static class Events implements NotificationListener {

        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void notified(@Nullable Instant eventTime, XMLStreamReader2 content) throws XMLStreamException {
            lines.add(eventTime + " " + content.getLocalName() + " " + Xml.text(content));
        }

        @Override
        public void replayCompleted() {
            lines.add("replay completed");
        }

        @Override
        public void unreadable(NetconfException reason) {
            lines.add("unreadable: " + reason.kind().word());
        }

        @Override
        public void ended(@Nullable NetconfException reason) {
            lines.add("ended: " + (reason == null ? "stop time" : reason.kind().word()));
        }
    }

    private static String notification(String eventTime, String content) {
        return "<notification xmlns='" + NOTIFICATION_NAMESPACE + "'><eventTime>" + eventTime + "</eventTime>" + content
                + "</notification>";
    }

    private NetconfSession openSession(boolean interleave) throws InterruptedException {
        return interleave
                ? server.openWith(Capability.NOTIFICATION, Capability.INTERLEAVE)
                : server.openWith(Capability.NOTIFICATION);
    }

    /** Lets the server say something when it is asked next, and then ok. */
    private void whenAsked(Runnable before) {
        Thread.ofVirtual().start(() -> {
            String messageId = server.nextMessageId();
            before.run();
            server.ok(messageId);
        });
    }

    private void subscribe(NetconfSession session, NotificationListener listener) throws InterruptedException {
        whenAsked(() -> {});
        session.subscribe(SUBSCRIBE, listener, LONG);
    }

    private void awaitLines(String... lines) {
        await().untilAsserted(() -> assertThat(events.lines).containsExactly(lines));
    }

    @Test
    void notificationsComeInTheirOrderWithTheirTimes() throws Exception {
        subscribe(openSession(true), events);
        server.receiveMessage(notification("2026-11-20T22:36:23.716539516+00:00", "<up xmlns='urn:x'>a</up>"));
        server.receiveMessage(notification("2026-11-20T23:36:23+01:00", "<down xmlns='urn:x'>b</down>"));
        server.receiveMessage(notification("yesterday", "<up xmlns='urn:x'>c</up>"));
        awaitLines("2026-11-20T22:36:23.716539516Z up a", "2026-11-20T22:36:23Z down b", "null up c");
    }

    @Test
    void whatComesBeforeTheOkIsNotLost() throws Exception {
        NetconfSession session = openSession(true);
        whenAsked(() -> {
            server.receiveMessage(notification("2026-11-20T22:00:00Z", "<up>early</up>"));
            server.receiveMessage(notification(
                    "2026-11-20T22:00:01Z", "<replayComplete xmlns='urn:ietf:params:xml:ns:netmod:notification'/>"));
        });
        session.subscribe(SUBSCRIBE, events, LONG);
        awaitLines("2026-11-20T22:00:00Z up early", "replay completed");
    }

    @Test
    void rpcsAreAnsweredBetweenNotifications() throws Exception {
        NetconfSession session = openSession(true);
        subscribe(session, events);
        Thread.ofVirtual().start(() -> {
            String messageId = server.nextMessageId();
            server.receiveMessage(notification("2026-11-20T22:00:00Z", "<up>before</up>"));
            server.reply(messageId, "answer");
            server.receiveMessage(notification("2026-11-20T22:00:00Z", "<up>after</up>"));
        });
        assertThat(session.call(GET, TEXT, LONG)).isEqualTo("answer");
        awaitLines("2026-11-20T22:00:00Z up before", "2026-11-20T22:00:00Z up after");
        assertThat(session.traffic().notifications()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:ietf:params:xml:ns:netmod:notification", NOTIFICATION_NAMESPACE})
    void atTheStopTimeTheSubscriptionEndsAndTheSessionIsFree(String namespace) throws Exception {
        NetconfSession session = openSession(false);
        subscribe(session, events);
        assertThatThrownBy(() -> session.call(GET, TEXT, LONG))
                .isInstanceOf(MissingCapabilityException.class)
                .hasMessageContaining(":interleave");
        assertThat(server.hasSentNothingMore()).isTrue();
        server.receiveMessage(
                notification("2026-11-20T22:00:00Z", "<notificationComplete xmlns='" + namespace + "'/>"));
        awaitLines("ended: stop time");
        Thread.ofVirtual().start(() -> server.reply(server.nextMessageId(), "answer"));
        assertThat(session.call(GET, TEXT, LONG)).isEqualTo("answer");
    }

    @Test
    void theEndOfTheSessionIsTold() throws Exception {
        subscribe(openSession(true), events);
        server.receiveMessage(notification("2026-11-20T22:00:00Z", "<up>last</up>"));
        server.lose(new IOException("reset"));
        awaitLines("2026-11-20T22:00:00Z up last", "ended: transport");
    }

    @Test
    void aNotificationThatIsNotWellFormedIsToldAndTheNextOneComes() throws Exception {
        subscribe(openSession(true), events);
        server.receiveMessage("<notification><eventTime>2026-11-20T22:00:00Z</eventTime><up>broken</notification>");
        server.receiveMessage(notification("2026-11-20T22:00:01Z", "<up>next</up>"));
        awaitLines("unreadable: parse", "2026-11-20T22:00:01Z up next");
    }

    @Test
    void aListenerMayReadAsFarAsItLikesAndMayFail() throws Exception {
        List<String> names = new CopyOnWriteArrayList<>();
        NotificationListener careless = new Events() {
            @Override
            public void notified(@Nullable Instant eventTime, XMLStreamReader2 content) {
                names.add(content.getLocalName());
                if (names.size() == 2) {
                    throw new IllegalStateException("the listener's own mistake");
                }
            }
        };
        subscribe(openSession(true), careless);
        for (String name : List.of("one", "two", "three")) {
            server.receiveMessage(
                    notification("2026-11-20T22:00:00Z", "<" + name + "><deep><er/></deep></" + name + ">"));
        }
        await().untilAsserted(() -> assertThat(names).containsExactly("one", "two", "three"));
    }

    @Test
    void aServerThatRefusesSendsNothingToTheListener() throws Exception {
        NetconfSession session = openSession(true);
        Thread.ofVirtual()
                .start(() -> server.receiveMessage("<rpc-reply message-id='" + server.nextMessageId()
                        + "'><rpc-error><error-tag>invalid-value</error-tag></rpc-error></rpc-reply>"));
        assertThatThrownBy(() -> session.subscribe(SUBSCRIBE, events, LONG)).isInstanceOf(RpcErrorException.class);
        server.receiveMessage(notification("2026-11-20T22:00:00Z", "<up>unasked</up>"));
        await().until(() -> session.traffic().notifications() == 1);
        subscribe(session, events);
        assertThat(events.lines).isEmpty();
    }

    @Test
    void aServerWithoutNotificationsIsNotAsked() throws Exception {
        NetconfSession session = server.openWith();
        assertThatThrownBy(() -> session.subscribe(SUBSCRIBE, events, LONG))
                .isInstanceOf(MissingCapabilityException.class)
                .hasMessageContaining(":notification");
        assertThat(server.hasSentNothingMore()).isTrue();
    }

    @Test
    void aSessionHasOneSubscriptionAtMost() throws Exception {
        NetconfSession session = openSession(true);
        subscribe(session, events);
        assertThatThrownBy(() -> session.subscribe(SUBSCRIBE, events, LONG)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void aSubscriptionSharesTheSessionOnlyWithInterleave(boolean interleave, boolean shared) throws Exception {
        NetconfSession session = openSession(interleave);
        InMemoryTransport second = new InMemoryTransport();
        InMemoryTransport carrier = shared ? server : second;
        CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
            if (!shared) {
                second.nextSent();
                second.receiveMessage(net.coreserver.testing.ScriptedServer.hello(
                        "urn:ietf:params:netconf:base:1.0</capability><capability>" + Capability.NOTIFICATION));
            }
            carrier.ok(carrier.nextMessageId());
        });
        Subscription subscription = Subscription.open(
                session, () -> NetconfSession.open("second", second, Deadline.in(LONG)), SUBSCRIBE, events, LONG);
        answered.get(20, TimeUnit.SECONDS);
        assertThat(subscription.isShared()).isEqualTo(shared);
        assertThat(subscription.session() == session).isEqualTo(shared);
        carrier.receiveMessage(notification("2026-11-20T22:00:00Z", "<up>a</up>"));
        awaitLines("2026-11-20T22:00:00Z up a");
        Thread.ofVirtual().start(() -> {
            if (!shared) {
                second.ok(second.nextMessageId());
            }
        });
        subscription.close();
        assertThat(second.isClosed()).isEqualTo(!shared);
        assertThat(server.isClosed()).isFalse();
    }
}
