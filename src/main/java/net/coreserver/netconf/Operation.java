package net.coreserver.netconf;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A NETCONF operation as a request: the element inside {@code rpc}. Source: RFC 6241 section 7. */
public interface Operation {

    /** {@return the local name of the operation's element} */
    String name();

    /**
     * Tells whether a server can be asked this at all. What RFC 6241 and its companions let a client send only to a
     * server that announces a capability is not sent to others.
     *
     * @param server its hello
     * @return why it cannot be asked, in one sentence; empty when it can
     */
    default Optional<String> objection(Hello server) {
        return Optional.empty();
    }

    /**
     * Writes the operation's element.
     *
     * @param writer stands inside {@code rpc}, whose default namespace is {@link Xml#NETCONF_NAMESPACE}
     * @throws XMLStreamException when it cannot be written
     */
    void write(XMLStreamWriter writer) throws XMLStreamException;
}
