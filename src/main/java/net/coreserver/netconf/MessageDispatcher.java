package net.coreserver.netconf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.xml.stream.XMLStreamConstants;
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
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Map<String, PendingRpc<?>> pending = new ConcurrentHashMap<>();
    private final CompletableFuture<Hello> hello = new CompletableFuture<>();
    private final CompletableFuture<NetconfException> ended = new CompletableFuture<>();
    private final String target;
    private final Transport transport;
    private boolean running;

    MessageDispatcher(String target, Transport transport) {
        this.target = target;
        this.transport = transport;
    }

    CompletableFuture<Hello> hello() {
        return hello;
    }

    /** Completed, with the reason, when the session has ended. */
    CompletableFuture<NetconfException> ended() {
        return ended;
    }

    /** Waits for a reply; when the session has ended, the rpc fails at once. */
    void expect(String messageId, PendingRpc<?> rpc) {
        pending.put(messageId, rpc);
        if (ended.isDone()) {
            failPending(ended.join());
        }
    }

    void noLongerExpect(String messageId) {
        pending.remove(messageId);
    }

    @Override
    public void message(IncomingMessage message) {
        enqueue(() -> parse(message));
    }

    @Override
    public void misframed(FramingException cause) {
        String reason = "The server broke the framing: " + cause.getMessage();
        enqueue(() -> end(new ProtocolException(target, "receive", reason, cause)));
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
            failPending(reason);
            transport.close();
        }
    }

    private void failPending(NetconfException reason) {
        for (String messageId : List.copyOf(pending.keySet())) {
            PendingRpc<?> rpc = pending.remove(messageId);
            if (rpc != null) {
                rpc.result().completeExceptionally(reason);
            }
        }
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
                end(new ParseException(target, "receive", notWellFormed("A message", e), e));
            }
        } catch (MalformedMessageException e) {
            end(new ProtocolException(target, "receive", "The server sent " + e.getMessage(), e));
        } finally {
            message.drain();
        }
    }

    private void dispatch(IncomingMessage message) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 xml = Xml.reader(message);
        Xml.nextRoot(xml);
        if (!hello.isDone()) {
            hello.complete(Hello.read(xml));
            return;
        }
        switch (xml.getLocalName()) {
            case "rpc-reply" -> reply(message, xml);
            case "notification" ->
                LOG.log(System.Logger.Level.DEBUG, "{0}: a notification that nobody asked for", target);
            default -> throw new MalformedMessageException("<" + xml.getLocalName() + "> where a reply was expected");
        }
    }

    private void reply(IncomingMessage message, XMLStreamReader2 xml) {
        String messageId = xml.getAttributeValue(null, "message-id");
        PendingRpc<?> rpc = messageId == null ? onlyPending() : pending.remove(messageId);
        if (rpc == null) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0}: a reply to message-id {1}, which nobody waits for",
                    target,
                    messageId);
            return;
        }
        rpc.replyBegins(message);
        read(rpc, message, xml);
    }

    /** A reply without message-id can be told whose it is when only one rpc is in flight. */
    private @Nullable PendingRpc<?> onlyPending() {
        List<String> messageIds = List.copyOf(pending.keySet());
        return messageIds.size() == 1 ? pending.remove(messageIds.getFirst()) : null;
    }

    private <T> void read(PendingRpc<T> rpc, IncomingMessage message, XMLStreamReader2 xml) {
        try {
            List<RpcError> errors = new ArrayList<>();
            boolean content = nextContent(xml, errors);
            if (!content && !errors.isEmpty()) {
                refuse(rpc, errors);
                return;
            }
            T value = rpc.reader().read(xml);
            // The rest of the document is checked, too: half a reply is no reply. Errors may come after data.
            while (xml.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("rpc-error") && xml.getDepth() == 2) {
                        addUnlessWarning(RpcErrorReader.read(xml), errors);
                    }
                }
            }
            if (errors.isEmpty()) {
                rpc.result().complete(value);
            } else {
                refuse(rpc, errors);
            }
        } catch (XMLStreamException e) {
            NetconfException failure = message.isBrokenOff()
                    ? new TransportException(
                            target, rpc.operation(), "The connection was lost in the middle of the reply", e)
                    : new ParseException(target, rpc.operation(), notWellFormed("The reply", e), e);
            rpc.result().completeExceptionally(failure);
        } catch (MalformedMessageException e) {
            rpc.result()
                    .completeExceptionally(new ProtocolException(
                            target, rpc.operation(), "The server's reply is wrong: " + e.getMessage(), e));
        } catch (RuntimeException | Error e) {
            // A mistake of our own: whoever asked must learn of it, and the session goes on.
            rpc.result().completeExceptionally(e);
        }
    }

    /** Goes to the first child of rpc-reply that is no rpc-error; what warnings there are does not count. */
    private static boolean nextContent(XMLStreamReader2 xml, List<RpcError> errors) throws XMLStreamException {
        while (Xml.nextChild(xml)) {
            if (!xml.getLocalName().equals("rpc-error")) {
                return true;
            }
            addUnlessWarning(RpcErrorReader.read(xml), errors);
        }
        return false;
    }

    private static void addUnlessWarning(RpcError error, List<RpcError> errors) {
        if (!error.isWarning()) {
            errors.add(error);
        }
    }

    private void refuse(PendingRpc<?> rpc, List<RpcError> errors) {
        rpc.result().completeExceptionally(new RpcErrorException(target, rpc.operation(), errors));
    }

    private static String notWellFormed(String what, XMLStreamException cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        var location = cause.getLocation();
        String where = location == null
                ? ""
                : " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
        return what + " is not well-formed XML" + where + ": " + message;
    }
}
