package net.coreserver.monitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Transport;
import net.coreserver.testing.ScriptedServer;
import org.jspecify.annotations.Nullable;

/** A server without a network that answers the requests of {@link FakeModel}s as a test says, and remembers what it was asked. */
final class ServerOfModels implements SessionOpener {

    static final String EMPTY = "<data/>";
    static final String SILENCE = "";
    static final String CONFIGURATION = data("<name>eth0</name><description>uplink</description>");
    static final String STATE = data("<name>eth0</name><oper-status>up</oper-status>");
    static final String UNSUPPORTED = error("operation-not-supported", "no such operation");

    /** What it calls the request for its YANG library. */
    static final String LIBRARY = "library";

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile Delay delay = subject -> {};
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CopyOnWriteArrayList<String> capabilities =
            new CopyOnWriteArrayList<>(List.of("urn:ietf:params:netconf:base:1.0"));

    /** What a test does before the server answers. */
    @FunctionalInterface
    interface Delay {
        void before(String subject) throws InterruptedException;
    }

    static String data(String entry) {
        return "<data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'><interface>" + entry
                + "</interface></interfaces-state></data>";
    }

    static String error(String tag, String message) {
        return "<rpc-error><error-type>protocol</error-type><error-tag>" + tag + "</error-tag>"
                + "<error-severity>error</error-severity><error-message>" + message + "</error-message></rpc-error>";
    }

    /** A capability that announces a module. */
    static String module(String name) {
        return "urn:test:" + name + "?module=" + name;
    }

    /** A library of these modules. */
    static String library(String... modules) {
        StringBuilder library =
                new StringBuilder("<data><modules-state xmlns='urn:ietf:params:xml:ns:yang:ietf-yang-library'>");
        for (String module : modules) {
            library.append("<module><name>").append(module).append("</name><revision/>");
            library.append("<conformance-type>implement</conformance-type></module>");
        }
        return library.append("</modules-state></data>").toString();
    }

    /** The value of an attribute in a request. */
    static String attribute(String request, String name) {
        int at = request.indexOf(name + "=\"") + name.length() + 2;
        return request.substring(at, request.indexOf('"', at));
    }

    /** It announces these, too, to whoever connects from now on. */
    ServerOfModels announcing(String... more) {
        capabilities.addAll(List.of(more));
        return this;
    }

    /** How it answers from now on; by a model of which nothing is said it cannot be asked. */
    ServerOfModels answering(String model, String content) {
        answers.put(model, content);
        return this;
    }

    /** What it was asked since this was looked at last. */
    List<String> asked() {
        List<String> seen = new ArrayList<>();
        for (String next = asked.poll(); next != null; next = asked.poll()) {
            seen.add(next);
        }
        return seen;
    }

    /** From now on it waits for this, each time before it answers. */
    void delaying(Delay next) {
        delay = next;
    }

    /** All sessions break. */
    void breakAll() {
        open.forEach(Connection::close);
    }

    /** How many sessions are open. */
    int open() {
        return open.size();
    }

    /** How many sessions have been opened. */
    int opened() {
        return opened.get();
    }

    @Override
    public NetconfSession open(Endpoint endpoint) throws InterruptedException {
        Connection connection = new Connection();
        open.add(connection);
        opened.incrementAndGet();
        return NetconfSession.open(endpoint.target(), connection, Deadline.in(endpoint.connectTimeout()));
    }

    private final class Connection implements Transport {

        private volatile @Nullable Receiver receiver;

        @Override
        public void start(Receiver client) {
            receiver = client;
            receive(ScriptedServer.hello(String.join("</capability><capability>", capabilities)));
        }

        @Override
        public void send(byte[] bytes, Deadline deadline) throws IOException, InterruptedException {
            if (!open.contains(this)) {
                throw new IOException("closed");
            }
            String request = new String(bytes, StandardCharsets.UTF_8);
            if (request.contains("close-session")) {
                reply(request, "<ok/>");
            } else if (request.contains("ietf-yang-library")) {
                answer(request, LIBRARY);
            } else if (request.contains(FakeModel.NAMESPACE)) {
                answer(request, attribute(request, "model"));
            }
        }

        private void answer(String request, String subject) throws InterruptedException {
            asked.add(subject);
            delay.before(subject);
            String content = answers.getOrDefault(subject, UNSUPPORTED);
            if (!content.equals(SILENCE)) {
                reply(request, content);
            }
        }

        private void reply(String request, String content) {
            receive("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='"
                    + attribute(request, "message-id") + "'>" + content + "</rpc-reply>");
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
            return Map.of();
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
