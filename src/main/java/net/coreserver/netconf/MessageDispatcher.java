package net.coreserver.netconf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.framing.FramingException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Parses the messages of one session, in their order, and gives each to whoever waits for it.
 *
 * <p>A virtual thread runs while there are messages, and none between them.
 */
final class MessageDispatcher implements IncomingMessages.Listener {

    private static final System.Logger LOG = System.getLogger(MessageDispatcher.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> work = new ArrayDeque<>(2);
    private final CompletableFuture<Hello> hello = new CompletableFuture<>();
    private final CompletableFuture<NetconfException> ended = new CompletableFuture<>();
    private final OutstandingRpcs outstanding = new OutstandingRpcs();
    private final NotificationDelivery notifications;
    private final RpcReplyReader replyReader;
    private final TrafficCounter traffic;
    private final String target;
    private final Transport transport;
    private boolean running;

    MessageDispatcher(String target, Transport transport, TrafficCounter traffic) {
        this.target = target;
        this.transport = transport;
        this.traffic = traffic;
        this.notifications = new NotificationDelivery(target);
        this.replyReader = new RpcReplyReader(target, traffic);
    }

    CompletableFuture<Hello> hello() {
        return hello;
    }

    /** Completed, with the reason, when the session has ended. */
    CompletableFuture<NetconfException> ended() {
        return ended;
    }

    OutstandingRpcs outstanding() {
        return outstanding;
    }

    NotificationDelivery notifications() {
        return notifications;
    }

    /** Waits for a reply; when the session has ended, the rpc fails at once. */
    void expect(PendingRpc<?> rpc) {
        outstanding.await(rpc.messageId(), rpc);
        if (ended.isDone()) {
            failAll(ended.join());
        }
    }

    @Override
    public void message(IncomingMessage message) {
        enqueue(() -> parse(message));
    }

    @Override
    public void misframed(FramingException cause) {
        enqueue(() -> end(misframed(target, "receive", cause)));
    }

    static ProtocolException misframed(String target, String operation, FramingException cause) {
        return new ProtocolException(target, operation, "The server broke the framing: " + cause.getMessage(), cause);
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        String reason =
                cause == null ? "The server closed the session" : "The connection was lost: " + cause.getMessage();
        enqueue(() -> end(new TransportException(target, "receive", reason, cause)));
    }

    /** Everything in the order in which it came: a server may answer and leave at once. */
    private void enqueue(Runnable task) {
        lock.lock();
        try {
            work.addLast(task);
            if (running) {
                return;
            }
            running = true;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("netconf-" + target).start(this::run);
    }

    private void end(NetconfException reason) {
        if (ended.complete(reason)) {
            hello.completeExceptionally(reason);
            failAll(reason);
            notifications.end(reason);
            transport.close();
        }
    }

    private void failAll(NetconfException reason) {
        outstanding.takeAll().forEach(rpc -> rpc.result().completeExceptionally(reason));
    }

    private void run() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            Runnable task = work.pollFirst();
            running = task != null;
            return task;
        } finally {
            lock.unlock();
        }
    }

    private void parse(IncomingMessage message) {
        try {
            dispatch(message);
        } catch (XMLStreamException e) {
            if (!message.isBrokenOff()) { // else the end of the session says it all
                end(new ParseException(target, "receive", Xml.describe("A message", e), e));
            }
        } catch (MalformedMessageException e) {
            end(new ProtocolException(target, "receive", "The server sent " + e.getMessage(), e));
        } finally {
            message.drain();
        }
    }

    private void dispatch(IncomingMessage message) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 xml = Xml.reader(message, traffic.replacedCharacters::addAndGet);
        Xml.nextRoot(xml);
        if (!hello.isDone()) {
            hello.complete(Hello.read(xml));
            return;
        }
        switch (xml.getLocalName()) {
            case "rpc-reply" -> reply(message, xml);
            case "notification" -> {
                traffic.notifications.incrementAndGet();
                notifications.deliver(message, xml);
            }
            default -> throw new MalformedMessageException("<" + xml.getLocalName() + "> where a reply was expected");
        }
    }

    private void reply(IncomingMessage message, XMLStreamReader2 xml) throws MalformedMessageException {
        String messageId = xml.getAttributeValue(null, "message-id");
        PendingRpc<?> rpc = outstanding.claim(messageId);
        if (rpc == null) {
            traffic.unclaimedReplies.incrementAndGet();
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0}: a reply to message-id {1}, which nobody waits for",
                    target,
                    messageId);
            return;
        }
        rpc.replyBegins(message);
        replyReader.read(rpc, message, xml);
    }
}
