package net.coreserver.netconf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import net.coreserver.netconf.framing.Framing;
import org.jspecify.annotations.Nullable;

/**
 * One NETCONF session, client side: hellos exchanged, ready for rpcs. Source: RFC 6241, RFC 5277.
 *
 * <p>Any number of threads may call at once, so that several rpcs are in flight; each has its message-id, its deadline
 * and its reply, in whatever order replies come. Calls block the calling thread, which should be a virtual one; to
 * interrupt it is to cancel its rpc. No thread is held between messages: what arrives is decoded where the transport
 * hands it over, and parsed on a virtual thread that lives as long as there is something to parse.
 *
 * <p>A reply that comes after its deadline, or twice, is read over, and so is one to an rpc that was never sent; the
 * session stays usable. What makes the stream unreadable, and a reply that could be anybody's, closes the session and
 * fails every rpc that waits.
 */
public final class NetconfSession implements AutoCloseable {

    /** What one message may hold, in octets. Replies are parsed as they arrive, so this much is never held in memory. */
    public static final long MAX_MESSAGE_OCTETS = 256L * 1024 * 1024;

    private static final Hello CLIENT_HELLO =
            new Hello(List.of(Capability.parse(Capability.BASE_1_0), Capability.parse(Capability.BASE_1_1)), null);
    private static final Operation NUDGE = new Nudge();
    private static final Duration FIRST_NUDGE = Duration.ofSeconds(1);
    private static final Duration END_TOLD_WITHIN = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final String target;
    private final Transport transport;
    private final MessageDispatcher dispatcher;

    /** One copy for all: each further one would hang on the session until that ends, and some ask at every poll. */
    private final CompletableFuture<NetconfException> ended;

    private final IncomingMessages incoming;
    private final OutgoingMessages outgoing;
    private final TrafficCounter traffic = new TrafficCounter();
    private final AtomicLong lastMessageId = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();

    private @Nullable Hello serverHello;
    private Duration helloDuration = Duration.ZERO;

    private NetconfSession(String target, Transport transport) {
        this.target = target;
        this.transport = transport;
        this.dispatcher = new MessageDispatcher(target, transport, traffic);
        this.ended = dispatcher.ended().copy();
        this.incoming = new IncomingMessages(MAX_MESSAGE_OCTETS, transport, dispatcher, traffic);
        this.outgoing = new OutgoingMessages(target, transport, traffic);
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
        long started = System.nanoTime();
        transport.start(incoming);
        try {
            outgoing.sendHello(CLIENT_HELLO, deadline);
        } catch (TransportException e) {
            throw whyEnded(e);
        }
        Hello hello = await(dispatcher.hello(), "hello", deadline, () -> "The server sent no hello in time");
        if (hello.sessionId() == null) {
            throw new ProtocolException(target, "hello", "The server's hello has no session-id", null);
        }
        boolean chunked = hello.supports(Capability.BASE_1_1);
        if (!chunked && !hello.supports(Capability.BASE_1_0)) {
            throw new ProtocolException(
                    target, "hello", "The server's hello names neither base:1.0 nor base:1.1", null);
        }
        serverHello = hello;
        Framing framing = chunked ? Framing.CHUNKED : Framing.END_OF_MESSAGE;
        outgoing.continueWith(framing);
        incoming.continueWith(framing);
        helloDuration = Duration.ofNanos(System.nanoTime() - started);
    }

    /** {@return what this client says of itself} */
    public static Hello clientHello() {
        return CLIENT_HELLO;
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
        return outgoing.framing();
    }

    /** {@return how long it took to open the channel and to exchange hellos} */
    public Duration helloDuration() {
        return helloDuration;
    }

    /** {@return who is at the other end; empty where the transport knows nobody} */
    public Optional<Peer> peer() {
        return transport.peer();
    }

    /** {@return what the transport negotiated, by name} */
    public Map<String, String> negotiated() {
        return transport.negotiated();
    }

    /**
     * {@return completed when the session has ended, for whatever reason; a stage that depends on it must not block}
     *
     * <p>It is the same for all who ask. Its value says why, and is a {@link TransportException} also when the server closed in an orderly way.
     */
    public CompletableFuture<NetconfException> ended() {
        return ended;
    }

    /** {@return what has gone over the session so far} */
    public SessionTraffic traffic() {
        return traffic.soFar();
    }

    /**
     * Performs one rpc and waits for its reply.
     *
     * @param <T> what the reply is turned into
     * @param operation what to ask
     * @param reader turns the reply into a value, while it arrives
     * @param timeout from now to the end of the reply
     * @return the value
     * @throws NetconfException when there is none: an {@link RpcErrorException} when the server said so itself, a
     *     {@link MissingCapabilityException} when it announced that it cannot be asked this
     * @throws InterruptedException when the calling thread is interrupted; the reply is then read over when it comes
     */
    public <T> T call(Operation operation, ReplyReader<T> reader, Duration timeout) throws InterruptedException {
        throwIfNotToBeAsked(operation);
        return perform(operation, reader, timeout);
    }

    private <T> T perform(Operation operation, ReplyReader<T> reader, Duration timeout) throws InterruptedException {
        long number = lastMessageId.incrementAndGet();
        PendingRpc<T> rpc = new PendingRpc<>(Long.toString(number), operation.name(), reader);
        Deadline deadline = Deadline.in(timeout);
        dispatcher.expect(rpc);
        boolean sent = false;
        boolean answered = false;
        try {
            sendRpc(rpc.messageId(), operation, deadline);
            sent = true;
            if (number == 1) {
                nudgeUnlessAnswered(rpc, deadline);
            }
            T value = await(rpc.result(), operation.name(), deadline, () -> unanswered(operation, timeout));
            answered = true;
            return value;
        } finally {
            if (!answered) {
                giveUp(rpc, sent);
            }
        }
    }

    private void throwIfNotToBeAsked(Operation operation) {
        if (isSubscribed() && !serverHello().supports(Capability.INTERLEAVE)) {
            throw new MissingCapabilityException(
                    target,
                    operation.name(),
                    "The server takes no rpc on a session with a subscription, since it does not announce :interleave");
        }
        operation.objection(serverHello()).ifPresent(objection -> {
            throw new MissingCapabilityException(target, operation.name(), objection);
        });
    }

    /** From here on the reply, if one comes, is read over. */
    private void giveUp(PendingRpc<?> rpc, boolean sent) {
        boolean replied = rpc.hasReplyBegun();
        rpc.abandon();
        if (sent && !replied) {
            dispatcher.outstanding().abandon(rpc.messageId());
        } else {
            dispatcher.outstanding().forget(rpc.messageId());
        }
    }

    private String unanswered(Operation operation, Duration timeout) {
        String unknownId = dispatcher.outstanding().lastUnknownId();
        return "No " + operation.name() + " answer within " + Deadline.describe(timeout)
                + (unknownId == null ? "" : "; a reply came whose message-id, " + unknownId + ", no open rpc has");
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
                String messageId = Long.toString(lastMessageId.incrementAndGet());
                dispatcher.outstanding().abandon(messageId);
                sendRpc(messageId, NUDGE, deadline);
                wait = wait.multipliedBy(2);
            }
        }
    }

    /**
     * Subscribes to notifications. A session has one subscription at most; it lasts until its stop time, or until the
     * session ends, since NETCONF knows no other way to end it. Whether rpcs can be sent beside it depends on the
     * server's {@code :interleave}; {@link Subscription} finds the session that fits.
     *
     * @param operation what asks for them, such as {@code create-subscription}; its reply is {@code <ok/>}
     * @param listener takes them; it may be called before this method returns. When this method fails, it is called no
     *     more
     * @param timeout for the reply
     * @throws NetconfException when the server does not subscribe us
     * @throws InterruptedException when the calling thread is interrupted
     * @throws IllegalStateException when the session has a subscription already
     */
    public void subscribe(Operation operation, NotificationListener listener, Duration timeout)
            throws InterruptedException {
        operation.objection(serverHello()).ifPresent(objection -> {
            throw new MissingCapabilityException(target, operation.name(), objection);
        });
        // Before the request, since a server may send the first notifications before its <ok/>.
        if (!dispatcher.notifications().begin(listener)) {
            throw new IllegalStateException("a session has one subscription at most");
        }
        boolean subscribed = false;
        try {
            var _ = perform(operation, ReplyReader.OK, timeout);
            subscribed = true;
        } finally {
            if (!subscribed) {
                unsubscribe(listener);
            }
        }
    }

    boolean isSubscribed() {
        return dispatcher.notifications().isActive();
    }

    /** The listener hears no more; what still comes for it is read over. */
    void unsubscribe(NotificationListener listener) {
        dispatcher.notifications().stop(listener);
    }

    private void sendRpc(String messageId, Operation operation, Deadline deadline) throws InterruptedException {
        try {
            outgoing.sendRpc(messageId, operation, deadline);
        } catch (TransportException e) {
            throw whyEnded(e);
        }
    }

    /** What could not be sent is the smaller part of the news; that the connection ended, and why, is told in a moment. */
    private NetconfException whyEnded(TransportException notSent) throws InterruptedException {
        try {
            return dispatcher.ended().get(END_TOLD_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return notSent;
        }
    }

    private <T> T await(CompletableFuture<T> result, String operation, Deadline deadline, Supplier<String> silence)
            throws InterruptedException {
        try {
            return result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DeadlineException(target, operation, silence.get(), null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NetconfException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading the reply to " + operation + " failed", e.getCause());
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
                var _ = perform(new CloseSession(), ReplyReader.OK, CLOSE_TIMEOUT);
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
