package net.coreserver.it;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.testing.ScriptedServer;

/** A device that does not stop to tell, once it is subscribed to: numbers that it never gives twice. It replays nothing. */
final class TalkativeDevice implements AutoCloseable {

    private static final String END = "]]>]]>";
    private static final Pattern MESSAGE_ID = Pattern.compile("message-id=\"([^\"]*)\"");
    private static final long PAUSE_NANOS = 500_000;

    private static final String HELLO = ScriptedServer.hello("""
            urn:ietf:params:netconf:base:1.0</capability>\
            <capability>urn:ietf:params:netconf:capability:notification:1.0</capability>\
            <capability>urn:ietf:params:netconf:capability:interleave:1.0""");

    private final ScriptedServer server;
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean isQuiet;

    TalkativeDevice() throws IOException, GeneralSecurityException {
        server = new ScriptedServer(this::talk);
    }

    /** {@return how the service is told to monitor it} */
    TargetSettings target(String name) {
        return new TargetSettings(
                name,
                Map.of(
                        "HOST", "127.0.0.1",
                        "PORT", Integer.toString(server.port()),
                        "USERNAME", "test-user",
                        "PASSWORD", "test-password",
                        "HOST_KEY", server.fingerprint(),
                        "POLL_INTERVAL", "1s"));
    }

    /** From now on it tells nothing more. */
    void quieten() {
        isQuiet = true;
    }

    private void talk(ScriptedServer.Conversation conversation) throws IOException {
        ReentrantLock writing = new ReentrantLock();
        conversation.sendMessage(HELLO);
        conversation.readUntil(END);
        Thread talking = Thread.ofVirtual().unstarted(() -> tell(conversation, writing));
        try {
            while (true) {
                String rpc = conversation.readUntil(END);
                Matcher id = MESSAGE_ID.matcher(rpc);
                String messageId = id.find() ? id.group(1) : "";
                send(conversation, writing, """
                        <rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" message-id="%s">%s</rpc-reply>""".formatted(
                                messageId, rpc.contains("create-subscription") ? "<ok/>" : "<data/>"));
                if (rpc.contains("create-subscription")) {
                    talking.start();
                }
            }
        } finally {
            talking.interrupt();
        }
    }

    private void tell(ScriptedServer.Conversation conversation, ReentrantLock writing) {
        try {
            while (!isQuiet && !Thread.currentThread().isInterrupted()) {
                send(conversation, writing, """
                        <notification xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0"><eventTime>%s</eventTime>\
                        <counted xmlns="urn:example:counting"><number>%d</number></counted></notification>""".formatted(Instant.now(), numbers.incrementAndGet()));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            // The client has left.
        }
    }

    private static void send(ScriptedServer.Conversation conversation, ReentrantLock writing, String message)
            throws IOException {
        writing.lock();
        try {
            conversation.sendMessage(message);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
