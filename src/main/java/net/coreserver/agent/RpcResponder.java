package net.coreserver.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;

/**
 * Turns one {@code rpc} into one {@code rpc-reply}. Serves all sessions at once.
 *
 * <p>A request is read to its end before anything is done about it, so that one that is broken further on has no effect.
 * Source: RFC 6241 section 4.
 */
final class RpcResponder {

    private static final Logger LOGGER = System.getLogger(RpcResponder.class.getName());

    private final OperationalState state;
    private final YangLibrary library;

    RpcResponder(OperationalState state, YangLibrary library) {
        this.state = state;
        this.library = library;
    }

    /** What stands inside {@code rpc-reply}. */
    @FunctionalInterface
    private interface Body {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    /**
     * Answers a message.
     *
     * @param message the whole of it
     * @param base11 whether the client may be told of a {@code malformed-message}
     */
    Answer answer(byte[] message, boolean base11) {
        List<RpcAttribute> attributes = List.of();
        try {
            XMLStreamReader reader = rpc(message);
            attributes = RpcAttribute.read(reader);
            Request request = readRequest(reader, attributes);
            return reply(attributes, perform(request), request instanceof Request.CloseSession);
        } catch (RpcFault fault) {
            return reply(attributes, fault::write, false);
        } catch (XMLStreamException | CharacterCodingException | MalformedMessageException e) {
            LOGGER.log(Level.DEBUG, "a message that is no rpc", e);
            return base11
                    ? reply(attributes, RpcFault.malformed("The message is not a well-formed rpc.")::write, false)
                    : new Answer.HangUp("a message that is no rpc");
        }
    }

    private static XMLStreamReader rpc(byte[] message)
            throws XMLStreamException, CharacterCodingException, MalformedMessageException {
        // RFC 6241 section 3 wants UTF-8, and the reader would let anything pass.
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
        XMLStreamReader reader = Xml.strictReader(new ByteArrayInputStream(message));
        Xml.nextRoot(reader);
        if (!reader.getLocalName().equals("rpc") || !Xml.NETCONF_NAMESPACE.equals(reader.getNamespaceURI())) {
            throw new MalformedMessageException("expected <rpc>, got <" + reader.getLocalName() + ">");
        }
        return reader;
    }

    private Request readRequest(XMLStreamReader reader, List<RpcAttribute> attributes)
            throws XMLStreamException, RpcFault {
        if (attributes.stream().noneMatch(RpcAttribute::isMessageId)) {
            throw RpcFault.missingMessageId();
        }
        if (!Xml.nextChild(reader)) {
            throw RpcFault.missingElement("rpcOperation", "An rpc holds an operation.");
        }
        Request request = Request.read(reader, library);
        if (Xml.nextChild(reader)) {
            throw RpcFault.unexpected(reader, library.knows(reader.getNamespaceURI()));
        }
        while (reader.getEventType() != XMLStreamConstants.END_DOCUMENT) {
            reader.next();
        }
        return request;
    }

    private Body perform(Request request) throws RpcFault {
        try {
            return switch (request) {
                case Request.Get get -> data(Xml.NETCONF_NAMESPACE, state.read(get.selection()));
                case Request.GetConfig ignored -> data(Xml.NETCONF_NAMESPACE, List.of());
                case Request.GetSchema schema ->
                    text(library.find(schema.identifier(), schema.version()).text());
                case Request.CloseSession ignored ->
                    writer -> writer.writeEmptyElement("", "ok", Xml.NETCONF_NAMESPACE);
            };
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "the agent cannot read what it serves", e);
            throw RpcFault.failed("What was asked for cannot be read now.");
        }
    }

    private static Body data(String namespace, List<DataNode> nodes) {
        return writer -> {
            writer.writeStartElement("", "data", namespace);
            for (DataNode node : nodes) {
                node.write(writer);
            }
            writer.writeEndElement();
        };
    }

    private static Body text(String schema) {
        return writer -> {
            writer.writeStartElement("", "data", YangLibrary.MONITORING);
            writer.writeCharacters(schema);
            writer.writeEndElement();
        };
    }

    private static Answer reply(List<RpcAttribute> attributes, Body body, boolean isLast) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = Xml.writer(out);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("", "rpc-reply", Xml.NETCONF_NAMESPACE);
            for (RpcAttribute attribute : attributes) {
                attribute.write(writer);
            }
            body.write(writer);
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a reply that cannot be written", e);
        }
        return new Answer.Reply(out.toByteArray(), isLast);
    }
}
