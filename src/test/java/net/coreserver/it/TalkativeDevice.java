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

    /** What it makes of a subscription. */
    enum Manner {
        /** It takes rpcs over the same session. */
        INTERLEAVING,
        /** The session of a subscription takes no rpcs. */
        APART,
        /** It announces notifications, and sends none. */
        REFUSING
    }

    private final Manner manner;
    private final ScriptedServer server;
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean isQuiet;

    TalkativeDevice(Manner manner) throws IOException, GeneralSecurityException {
        this.manner = manner;
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
        conversation.sendMessage(ScriptedServer.hello("urn:ietf:params:netconf:base:1.0</capability><capability>"
                + "urn:ietf:params:netconf:capability:notification:1.0"
                + (manner == Manner.INTERLEAVING
                        ? "</capability><capability>urn:ietf:params:netconf:capability:interleave:1.0"
                        : "")));
        conversation.readUntil(END);
        Thread talking = Thread.ofVirtual().unstarted(() -> tell(conversation, writing));
        try {
            while (true) {
                String rpc = conversation.readUntil(END);
                Matcher id = MESSAGE_ID.matcher(rpc);
                String messageId = id.find() ? id.group(1) : "";
                send(conversation, writing, """
                        <rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" message-id="%s">%s</rpc-reply>""".formatted(messageId, reply(rpc)));
                if (isSubscription(rpc) && manner != Manner.REFUSING) {
                    talking.start();
                    if (manner == Manner.APART) {
                        conversation.stayUntilClientLeaves();
                        return;
                    }
                }
            }
        } finally {
            talking.interrupt();
        }
    }

    private static boolean isSubscription(String rpc) {
        return rpc.contains("create-subscription");
    }

    private String reply(String rpc) {
        if (!isSubscription(rpc)) {
            return "<data/>";
        }
        return manner == Manner.REFUSING
                ? "<rpc-error><error-type>application</error-type><error-tag>operation-not-supported</error-tag>"
                        + "<error-severity>error</error-severity></rpc-error>"
                : "<ok/>";
    }

    /** {@return how often somebody has logged in} */
    int logins() {
        return server.logins();
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
