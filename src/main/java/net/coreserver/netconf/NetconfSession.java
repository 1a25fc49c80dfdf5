package net.coreserver.netconf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.framing.Framing;
import org.jspecify.annotations.Nullable;

/**
 * One NETCONF session, client side: hellos exchanged, ready for rpcs. Source: RFC 6241.
 *
 * <p>Any number of threads may call at once; each rpc has its message-id, its deadline and its reply. Calls block the
 * calling thread, which should be a virtual one. No thread is held between messages: what arrives is decoded where the
 * transport hands it over, and parsed on a virtual thread that lives as long as there is something to parse.
 *
 * <p>A reply that comes after its deadline is read over; the session stays usable. What makes the stream unreadable
 * closes the session, and fails every rpc that waits.
 */
public final class NetconfSession implements AutoCloseable {

    /** What one message may hold, in octets. Replies are parsed as they arrive, so this much is never held in memory. */
    public static final long MAX_MESSAGE_OCTETS = 256L * 1024 * 1024;

    private static final List<Capability> CLIENT_CAPABILITIES =
            List.of(Capability.parse(Capability.BASE_1_0), Capability.parse(Capability.BASE_1_1));
    private static final Operation GET_NOTHING = new Get(List.of());
    private static final Duration FIRST_NUDGE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final String target;
    private final Transport transport;
    private final MessageDispatcher dispatcher;
    private final IncomingMessages incoming;
    private final AtomicLong lastMessageId = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();

    private Framing framing = Framing.END_OF_MESSAGE;
    private @Nullable Hello serverHello;

    private NetconfSession(String target, Transport transport) {
        this.target = target;
        this.transport = transport;
        this.dispatcher = new MessageDispatcher(target, transport);
        this.incoming = new IncomingMessages(MAX_MESSAGE_OCTETS, transport, dispatcher);
    }

    /**
     * Exchanges hellos over a transport, which belongs to the session from here on: when this fails, it is closed.
     *
     * @param target the name that errors use for the server
     * @param transport a connection on which nothing was sent yet
     * @param deadline for the server's hello
     * @return the session
     * @throws NetconfException when the server's hello does not come, or is none that can be worked with
     * @throws InterruptedException when the calling thread is interrupted
     */
    public static NetconfSession open(String target, Transport transport, Deadline deadline)
            throws InterruptedException {
        NetconfSession session = new NetconfSession(target, transport);
        boolean opened = false;
        try {
            session.exchangeHellos(deadline);
            opened = true;
            return session;
        } finally {
            if (!opened) {
                transport.close();
            }
        }
    }

    private void exchangeHellos(Deadline deadline) throws InterruptedException {
        transport.start(incoming);
        send("hello", new Hello(CLIENT_CAPABILITIES, null)::write);
        Hello hello = await(dispatcher.hello(), "hello", deadline.remaining(), deadline);
        if (hello.sessionId() == null) {
            throw new ProtocolException(target, "hello", "The server's hello has no session-id", null);
        }
        boolean chunked = hello.supports(Capability.BASE_1_1);
        if (!chunked && !hello.supports(Capability.BASE_1_0)) {
            throw new ProtocolException(
                    target, "hello", "The server's hello names neither base:1.0 nor base:1.1", null);
        }
        serverHello = hello;
        framing = chunked ? Framing.CHUNKED : Framing.END_OF_MESSAGE;
        incoming.continueWith(framing);
    }

    /** {@return what the server said of itself} */
    public Hello serverHello() {
        return opened(serverHello);
    }

    /** {@return the number that the server gave the session} */
    public long sessionId() {
        return opened(opened(serverHello).sessionId());
    }

    private static <T> T opened(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a session is handed out only after the hellos");
        }
        return value;
    }

    /** {@return how messages are framed since the hellos} */
    public Framing framing() {
        return framing;
    }

    /** {@return what the transport negotiated, by name} */
    public Map<String, String> negotiated() {
        return transport.negotiated();
    }

    /**
     * {@return completed when the session has ended, for whatever reason; a stage that depends on it must not block}
     *
     * <p>Its value says why, and is a {@link TransportException} also when the server closed in an orderly way.
     */
    public CompletableFuture<NetconfException> ended() {
        return dispatcher.ended().copy();
    }

    /**
     * Performs one rpc and waits for its reply.
     *
     * @param <T> what the reply is turned into
     * @param operation what to ask
     * @param reader turns the reply into a value
     * @param timeout from now to the end of the reply
     * @return the value
     * @throws NetconfException when there is none: an {@link RpcErrorException} when the server said so itself
     * @throws InterruptedException when the calling thread is interrupted; the reply is then read over when it comes
     */
    public <T> T call(Operation operation, ReplyReader<T> reader, Duration timeout) throws InterruptedException {
        long number = lastMessageId.incrementAndGet();
        String messageId = Long.toString(number);
        PendingRpc<T> rpc = new PendingRpc<>(operation.name(), reader);
        dispatcher.expect(messageId, rpc);
        boolean answered = false;
        try {
            Deadline deadline = Deadline.in(timeout);
            sendRpc(messageId, operation);
            if (number == 1) {
                nudgeUnlessAnswered(rpc, deadline);
            }
            T value = await(rpc.result(), operation.name(), timeout, deadline);
            answered = true;
            return value;
        } finally {
            if (!answered) {
                rpc.abandon();
                dispatcher.noLongerExpect(messageId);
            }
        }
    }

    /**
     * Sends something more when the first rpc of a session stays without an answer: netconfd, when it is busy, reads that
     * rpc together with our hello, and then looks at it only when more comes. As that may be read together with them, too,
     * it is sent again, each time after twice the wait. The answers to it are read over.
     */
    private void nudgeUnlessAnswered(PendingRpc<?> rpc, Deadline deadline) throws InterruptedException {
        Duration wait = FIRST_NUDGE;
        while (deadline.remaining().compareTo(wait) > 0) {
            try {
                var _ = rpc.result().get(wait.toNanos(), TimeUnit.NANOSECONDS);
                return;
            } catch (ExecutionException e) {
                return; // whoever waits for the answer learns of it
            } catch (TimeoutException e) {
                if (rpc.hasReplyBegun()) {
                    return;
                }
                sendRpc(Long.toString(lastMessageId.incrementAndGet()), GET_NOTHING);
                wait = wait.multipliedBy(2);
            }
        }
    }

    private void sendRpc(String messageId, Operation operation) {
        send(operation.name(), writer -> {
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("", "rpc", Xml.NETCONF_NAMESPACE);
            writer.writeAttribute("message-id", messageId);
            operation.write(writer);
            writer.writeEndElement();
            writer.writeEndDocument();
        });
    }

    private <T> T await(CompletableFuture<T> result, String operation, Duration timeout, Deadline deadline)
            throws InterruptedException {
        try {
            return result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DeadlineException(
                    target, operation, "No " + operation + " answer within " + Deadline.describe(timeout), null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NetconfException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading the reply to " + operation + " failed", e.getCause());
        }
    }

    private interface Document {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private void send(String operation, Document document) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = Xml.writer(message);
            document.write(writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing " + operation + " failed", e);
        }
        try {
            transport.send(framing.frame(message.toByteArray()));
        } catch (IOException e) {
            NetconfException reason = dispatcher.ended().getNow(null);
            throw reason != null
                    ? reason
                    : new TransportException(target, operation, "The connection was lost while sending", e);
        }
    }

    /**
     * Ends the session: asks the server to close it, for at most two seconds, and then closes the connection. Does
     * nothing when the session has ended.
     */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        try {
            if (!dispatcher.ended().isDone()) {
                var _ = call(new CloseSession(), ReplyReader.OK, CLOSE_TIMEOUT);
            }
        } catch (NetconfException e) {
            // It ends either way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            transport.close();
        }
    }

    /** Ends the session at once, without a word to a server that does not answer. */
    public void abort() {
        closing.set(true);
        transport.close();
    }
}
