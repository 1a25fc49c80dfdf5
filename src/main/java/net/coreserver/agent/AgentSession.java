package net.coreserver.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.framing.Framing;
import net.coreserver.netconf.framing.FramingException;

/**
 * The server's side of one NETCONF session: hello both ways, then one reply after each rpc, in order, until the client
 * closes the session, hangs up, or does what cannot be answered.
 *
 * <p>Used by one thread, which waits in it. Source: RFC 6241 sections 3, 4 and 8.1.
 */
final class AgentSession {

    /** Requests are small: none that has a sense here comes near it. */
    static final int MAX_MESSAGE_OCTETS = 1024 * 1024;

    private final long sessionId;
    private final List<Capability> capabilities;
    private final RpcResponder responder;

    AgentSession(long sessionId, List<Capability> capabilities, RpcResponder responder) {
        this.sessionId = sessionId;
        this.capabilities = List.copyOf(capabilities);
        this.responder = responder;
    }

    /** {@return the {@code session-id} of its hello} */
    long id() {
        return sessionId;
    }

    /**
     * Serves the session to its end.
     *
     * @param in what the client sends
     * @param out what it receives
     * @param established is run once the client has said hello
     * @return why the session ended, for the log
     * @throws IOException when the connection is lost
     */
    String serve(InputStream in, OutputStream out, Runnable established) throws IOException {
        try {
            send(out, Framing.END_OF_MESSAGE.frame(hello()));
            MessageReader messages = new MessageReader(in, MAX_MESSAGE_OCTETS);
            byte[] first = messages.next();
            if (first == null) {
                return "the client left before its hello";
            }
            Optional<Framing> agreed = agree(read(first));
            if (agreed.isEmpty()) {
                return "the client shares no version of the protocol";
            }
            Framing framing = agreed.get();
            messages.use(framing);
            established.run();
            return serve(messages, out, framing);
        } catch (FramingException e) {
            return "the client broke the framing: " + e.getMessage();
        } catch (MalformedMessageException | XMLStreamException e) {
            return "the client's hello cannot be read: " + e.getMessage();
        }
    }

    private String serve(MessageReader messages, OutputStream out, Framing framing)
            throws IOException, FramingException {
        while (true) {
            byte[] message = messages.next();
            if (message == null) {
                return "the client hung up";
            }
            switch (responder.answer(message, framing == Framing.CHUNKED)) {
                case Answer.HangUp(String reason) -> {
                    return "the client sent " + reason;
                }
                case Answer.Reply(byte[] reply, boolean isLast) -> {
                    byte[] framed;
                    try {
                        framed = framing.frame(reply);
                    } catch (IllegalArgumentException e) {
                        // XML need not escape it in an attribute, and all attributes of an rpc are repeated
                        return "the client sent what its framing cannot carry back";
                    }
                    send(out, framed);
                    if (isLast) {
                        return "the client closed it";
                    }
                }
            }
        }
    }

    private byte[] hello() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = Xml.writer(bytes);
            new Hello(capabilities, sessionId).write(writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a hello that cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static Hello read(byte[] message) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader reader = Xml.strictReader(new ByteArrayInputStream(message));
        Xml.nextRoot(reader);
        if (!Xml.NETCONF_NAMESPACE.equals(reader.getNamespaceURI())) {
            throw new MalformedMessageException("a first message of another namespace");
        }
        Hello hello = Hello.read(reader);
        if (hello.sessionId() != null) {
            throw new MalformedMessageException("a session-id, which only a server sends");
        }
        return hello;
    }

    /** The framing of the newest version that both sides have, or empty when there is none. */
    private static Optional<Framing> agree(Hello client) {
        if (client.supports(Capability.BASE_1_1)) {
            return Optional.of(Framing.CHUNKED);
        }
        return client.supports(Capability.BASE_1_0) ? Optional.of(Framing.END_OF_MESSAGE) : Optional.empty();
    }

    private static void send(OutputStream out, byte[] framed) throws IOException {
        out.write(framed);
        out.flush();
    }
}
