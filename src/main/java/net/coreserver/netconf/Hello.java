package net.coreserver.netconf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The message with which each side starts a session. Source: RFC 6241 section 8.1.
 *
 * @param capabilities what the sender can do, in its order
 * @param sessionId the number of the session, 1 to 4294967295; a server sends it, a client must not
 */
public record Hello(List<Capability> capabilities, @Nullable Long sessionId) {

    private static final int MAX_CAPABILITIES = 20_000;
    private static final long MAX_SESSION_ID = 4_294_967_295L;

    /** Copies the capabilities. */
    public Hello {
        capabilities = List.copyOf(capabilities);
    }

    /**
     * Tells whether a capability was announced, whatever its parameters.
     *
     * @param base the URI without its query
     * @return whether it was
     */
    public boolean supports(String base) {
        return capability(base).isPresent();
    }

    /**
     * Looks a capability up.
     *
     * @param base the URI without its query
     * @return the first of that URI, with its parameters; empty when it was not announced
     */
    public Optional<Capability> capability(String base) {
        return capabilities.stream().filter(capability -> capability.is(base)).findFirst();
    }

    /**
     * Looks a YANG module up.
     *
     * @param name the name of the module
     * @return the capability that announces it, or empty when none does
     */
    public Optional<Capability> module(String name) {
        return capabilities.stream()
                .filter(capability -> capability.module().filter(name::equals).isPresent())
                .findFirst();
    }

    /**
     * Reads a hello.
     *
     * @param reader stands on the start tag of the root element
     * @return the hello
     * @throws MalformedMessageException when the message is something else, or not as it should be
     * @throws XMLStreamException when it is not well-formed
     */
    public static Hello read(XMLStreamReader reader) throws XMLStreamException, MalformedMessageException {
        if (!reader.getLocalName().equals("hello")) {
            throw new MalformedMessageException("expected <hello>, got <" + reader.getLocalName() + ">");
        }
        List<Capability> capabilities = new ArrayList<>();
        Long sessionId = null;
        while (Xml.nextChild(reader)) {
            switch (reader.getLocalName()) {
                case "capabilities" -> readCapabilities(reader, capabilities);
                case "session-id" -> sessionId = parseSessionId(Xml.text(reader));
                default -> Xml.skip(reader);
            }
        }
        return new Hello(capabilities, sessionId);
    }

    private static void readCapabilities(XMLStreamReader reader, List<Capability> capabilities)
            throws XMLStreamException, MalformedMessageException {
        while (Xml.nextChild(reader)) {
            if (reader.getLocalName().equals("capability")) {
                if (capabilities.size() == MAX_CAPABILITIES) {
                    throw new MalformedMessageException("a hello with more than " + MAX_CAPABILITIES + " capabilities");
                }
                capabilities.add(Capability.parse(Xml.text(reader)));
            } else {
                Xml.skip(reader);
            }
        }
    }

    private static Long parseSessionId(String text) throws MalformedMessageException {
        try {
            long id = Long.parseLong(text);
            if (id >= 1 && id <= MAX_SESSION_ID) {
                return id;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new MalformedMessageException("a session-id that is no number from 1 to " + MAX_SESSION_ID);
    }

    /**
     * Writes this hello as a whole document.
     *
     * @param writer stands before the document
     * @throws XMLStreamException when it cannot be written
     */
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("", "hello", Xml.NETCONF_NAMESPACE);
        writer.writeStartElement("", "capabilities", Xml.NETCONF_NAMESPACE);
        for (Capability capability : capabilities) {
            writer.writeStartElement("", "capability", Xml.NETCONF_NAMESPACE);
            writer.writeCharacters(capability.uri());
            writer.writeEndElement();
        }
        writer.writeEndElement();
        if (sessionId != null) {
            writer.writeStartElement("", "session-id", Xml.NETCONF_NAMESPACE);
            writer.writeCharacters(sessionId.toString());
            writer.writeEndElement();
        }
        writer.writeEndElement();
        writer.writeEndDocument();
    }
}
