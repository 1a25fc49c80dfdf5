package net.coreserver.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Peer;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.Transport;
import net.coreserver.netconf.TransportException;
import net.coreserver.target.Target;
import net.coreserver.testing.ScriptedServer;
import org.jspecify.annotations.Nullable;

/** Targets without a network, which answer on the thread that asks: as many as a test wants, in no time. */
final class SimulatedTargets implements SessionOpener {

    static final String DATA = "<data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>"
            + "<interface><name>eth0</name><oper-status>up</oper-status></interface></interfaces-state></data>";

    private static final String HELLO = ScriptedServer.hello("urn:ietf:params:netconf:base:1.0</capability><capability>"
            + "urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces&amp;revision=2014-05-08");

    /** How the targets answer a get. */
    @FunctionalInterface
    interface Answers {

        /** Answers, now or later, or never. */
        void answer(Reply reply);
    }

    /** The way of one answer to the client. */
    @FunctionalInterface
    interface Reply {
        void send(String content);
    }

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger gets = new AtomicInteger();
    private volatile Answers answers = reply -> reply.send(DATA);

    /** A target of which nothing but the name matters. */
    static Target target(String name, Duration interval) {
        return target(name, "192.0.2.1", "test-password", interval, true, Map.of());
    }

    static Target target(
            String name, String host, String password, Duration interval, boolean enabled, Map<String, String> labels) {
        Endpoint endpoint = new Endpoint(
                name,
                host,
                830,
                Credentials.ofPassword("test-user", Secret.of(password)),
                new HostKeyPolicy.Pinned("SHA256:" + "A".repeat(43)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20));
        return new Target(endpoint, interval, enabled, labels);
    }

    /** What it means that there is nobody. */
    static TransportException unreachable(Endpoint endpoint) {
        return new TransportException(
                endpoint.target(), "connect", "Cannot connect to " + endpoint.host() + ": as the test wants it", null);
    }

    /** From now on. */
    void answerWith(Answers next) {
        answers = next;
    }

    /** How many sessions are open. */
    int open() {
        return open.size();
    }

    /** How many sessions have been opened. */
    int opened() {
        return opened.get();
    }

    /** How often interfaces have been asked for. */
    int gets() {
        return gets.get();
    }

    /** All sessions break. */
    void breakAll() {
        open.forEach(Connection::close);
    }

    @Override
    public NetconfSession open(Endpoint endpoint) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        opened.incrementAndGet();
        Connection connection = new Connection();
        open.add(connection);
        return NetconfSession.open(endpoint.target(), connection, Deadline.in(endpoint.connectTimeout()));
    }

    private final class Connection implements Transport {

        private @Nullable Receiver receiver;

        @Override
        public void start(Receiver client) {
            receiver = client;
            receive(HELLO);
        }

        @Override
        public void send(byte[] bytes, Deadline deadline) {
            String request = new String(bytes, StandardCharsets.UTF_8);
            if (request.contains("<get>") || request.contains("<get ")) {
                gets.incrementAndGet();
                answers.answer(content -> reply(request, content));
            } else if (request.contains("close-session")) {
                reply(request, "<ok/>");
            }
        }

        private void reply(String request, String content) {
            int at = request.indexOf("message-id=\"") + "message-id=\"".length();
            String messageId = request.substring(at, request.indexOf('"', at));
            receive("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='" + messageId + "'>"
                    + content + "</rpc-reply>");
        }

        private void receive(String message) {
            byte[] bytes = (message + "]]>]]>").getBytes(StandardCharsets.UTF_8);
            Receiver client = receiver;
            if (client != null && open.contains(this)) {
                client.received(bytes, 0, bytes.length);
            }
        }

        @Override
        public void consumed(long octets) {
            // there is no window
        }

        @Override
        public Map<String, String> negotiated() {
            return Map.of("cipher", "none");
        }

        @Override
        public Optional<Peer> peer() {
            return Optional.of(new Peer("192.0.2.1", 830, "SHA256:" + "B".repeat(43), Duration.ofMillis(5)));
        }

        @Override
        public void close() {
            Receiver client = receiver;
            if (open.remove(this) && client != null) {
                client.closed(null);
            }
        }
    }
}
