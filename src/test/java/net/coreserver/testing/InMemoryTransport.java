package net.coreserver.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Transport;
import org.jspecify.annotations.Nullable;

/** A transport without a network: a test is the server, sees each message that is sent, and says what comes back. */
public final class InMemoryTransport implements Transport {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String END_OF_MESSAGE = "]]>]]>";

    private final LinkedBlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong consumed = new AtomicLong();
    private volatile @Nullable Receiver receiver;
    private volatile boolean takesNothing;

    /** Opens a session with a server that says this hello. */
    public NetconfSession open(String hello) throws InterruptedException {
        Thread server = Thread.ofVirtual().start(() -> {
            nextSent();
            receive(hello + END_OF_MESSAGE);
        });
        try {
            return NetconfSession.open("in-memory", this, Deadline.in(PATIENCE));
        } finally {
            server.join();
        }
    }

    /** Opens a session of base:1.0 with a server that has these capabilities, too. */
    public NetconfSession openWith(String... capabilities) throws InterruptedException {
        return open(ScriptedServer.hello("urn:ietf:params:netconf:base:1.0</capability><capability>"
                + String.join("</capability><capability>", capabilities)));
    }

    /** What was sent next; waits for it. */
    public String nextSent() {
        try {
            String message = sent.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing was sent");
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** The message-id of the rpc that was sent next. */
    public String nextMessageId() {
        String message = nextSent();
        int at = message.indexOf("message-id=\"") + "message-id=\"".length();
        return message.substring(at, message.indexOf('"', at));
    }

    public boolean hasSentNothingMore() {
        return sent.isEmpty();
    }

    /** Lets these bytes come from the server. */
    public void receive(String text) {
        receive(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets these bytes come from the server, whatever they are. */
    public void receive(byte[] bytes) {
        receiver().received(bytes, 0, bytes.length);
    }

    /** Lets a whole message come from the server, in the framing of base:1.0. */
    public void receiveMessage(String message) {
        receive(message + END_OF_MESSAGE);
    }

    /** Lets a reply that carries data come from the server. */
    public void reply(String messageId, String data) {
        receiveMessage("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='" + messageId
                + "'><data>" + data + "</data></rpc-reply>");
    }

    /** Lets a reply that says ok come from the server. */
    public void ok(String messageId) {
        receiveMessage("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='" + messageId
                + "'><ok/></rpc-reply>");
    }

    /** Lets the connection end. */
    public void lose(@Nullable Throwable cause) {
        if (closed.compareAndSet(false, true)) {
            receiver().closed(cause);
        }
    }

    /** From now on nothing that is sent is taken. */
    public void takeNothing() {
        takesNothing = true;
    }

    public boolean isClosed() {
        return closed.get();
    }

    /** How many octets the client has used up. */
    public long consumedOctets() {
        return consumed.get();
    }

    private Receiver receiver() {
        Receiver target = receiver;
        if (target == null) {
            throw new AssertionError("the session has not started to receive");
        }
        return target;
    }

    @Override
    public void start(Receiver target) {
        receiver = target;
    }

    @Override
    public void send(byte[] bytes, Deadline deadline) throws IOException, TimeoutException {
        if (closed.get()) {
            throw new IOException("closed");
        }
        if (takesNothing) {
            throw new TimeoutException("the window stays closed");
        }
        sent.add(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void consumed(long octets) {
        consumed.addAndGet(octets);
    }

    @Override
    public Map<String, String> negotiated() {
        return Map.of();
    }

    @Override
    public void close() {
        lose(null);
    }
}
