package net.coreserver.netconf;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A NETCONF operation as a request: the element inside {@code rpc}. Source: RFC 6241 section 7. */
public interface Operation {

    /** {@return the local name of the operation's element} */
    String name();

    /**
     * Writes the operation's element.
     *
     * @param writer stands inside {@code rpc}, whose default namespace is {@link Xml#NETCONF_NAMESPACE}
     * @throws XMLStreamException when it cannot be written
     */
    void write(XMLStreamWriter writer) throws XMLStreamException;
}
