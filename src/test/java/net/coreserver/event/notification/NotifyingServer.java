package net.coreserver.event.notification;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Transport;
import net.coreserver.testing.ScriptedServer;
import org.jspecify.annotations.Nullable;

/** A server without a network that answers on the thread that asks, and notifies when a test wants it. */
final class NotifyingServer {

    static final String OK = "<ok/>";
    static final String REFUSED =
            "<rpc-error><error-type>protocol</error-type><error-tag>operation-not-supported</error-tag>"
                    + "<error-severity>error</error-severity></rpc-error>";

    private static final String NAMESPACE = "urn:ietf:params:xml:ns:netconf:notification:1.0";

    /** What is answered to a request; null for nothing. */
    @FunctionalInterface
    interface Answers {
        @Nullable String answer(Session session, String request);
    }

    private final String hello;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private volatile Answers onSubscribe = (_, _) -> OK;
    private volatile String streams = stream("NETCONF", true, "2026-11-20T00:00:00Z");

    NotifyingServer(String... capabilities) {
        hello = ScriptedServer.hello("urn:ietf:params:netconf:base:1.0</capability><capability>"
                + String.join("</capability><capability>", capabilities));
    }

    static String stream(String name, boolean replays, String created) {
        return "<stream><name>" + name + "</name><replaySupport>" + replays + "</replaySupport><replayLogCreationTime>"
                + created + "</replayLogCreationTime></stream>";
    }

    void onSubscribe(Answers answers) {
        onSubscribe = answers;
    }

    void streams(String... next) {
        streams = String.join("", next);
    }

    NetconfSession open() throws InterruptedException {
        Session session = new Session();
        sessions.add(session);
        return NetconfSession.open("lab", session, Deadline.in(Duration.ofSeconds(20)));
    }

    List<Session> sessions() {
        return sessions;
    }

    /** The session that was opened last. */
    Session last() {
        return sessions.getLast();
    }

    /** The server's end of one session. */
    final class Session implements Transport {

        private final List<String> subscriptions = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile @Nullable Receiver receiver;

        /** Waits for the next request for a subscription, and gives the first. */
        String awaitSubscription() {
            await().until(() -> !subscriptions.isEmpty());
            return subscriptions.getFirst();
        }

        /** All requests for subscriptions. */
        List<String> subscriptions() {
            return subscriptions;
        }

        /** All requests. */
        List<String> requests() {
            return requests;
        }

        boolean isClosed() {
            return closed.get();
        }

        void tell(String eventTime, String content) {
            receive("<notification xmlns='" + NAMESPACE + "'><eventTime>" + eventTime + "</eventTime>" + content
                    + "</notification>");
        }

        void tellReplayComplete() {
            tell("2026-11-20T23:00:00Z", "<replayComplete xmlns='urn:ietf:params:xml:ns:netmod:notification'/>");
        }

        void lose() {
            close();
        }

        @Override
        public void start(Receiver client) {
            receiver = client;
            receive(hello);
        }

        @Override
        public void send(byte[] bytes, Deadline deadline) {
            String request = new String(bytes, StandardCharsets.UTF_8);
            if (request.contains("<hello")) {
                return;
            }
            requests.add(request);
            if (request.contains("<create-subscription")) {
                subscriptions.add(request);
                reply(request, onSubscribe.answer(this, request));
            } else if (request.contains("<streams")) {
                reply(
                        request,
                        "<data><netconf xmlns='urn:ietf:params:xml:ns:netmod:notification'><streams>" + streams
                                + "</streams></netconf></data>");
            } else if (request.contains("<get")) {
                reply(request, "<data>polled</data>");
            } else {
                reply(request, OK);
            }
        }

        private void reply(String request, @Nullable String content) {
            if (content != null) {
                int at = request.indexOf("message-id=\"") + "message-id=\"".length();
                String messageId = request.substring(at, request.indexOf('"', at));
                receive("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='" + messageId + "'>"
                        + content + "</rpc-reply>");
            }
        }

        private void receive(String message) {
            byte[] bytes = (message + "]]>]]>").getBytes(StandardCharsets.UTF_8);
            Receiver client = receiver;
            if (client != null && !closed.get()) {
                client.received(bytes, 0, bytes.length);
            }
        }

        @Override
        public void consumed(long octets) {
            // there is no window
        }

        @Override
        public Map<String, String> negotiated() {
            return Map.of();
        }

        @Override
        public void close() {
            Receiver client = receiver;
            if (closed.compareAndSet(false, true) && client != null) {
                client.closed(null);
            }
        }
    }
}
