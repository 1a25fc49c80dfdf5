package net.coreserver.netconf;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A {@code get} that selects nothing: something to send, to a server that looks at what it has only when more comes.
 * Source: RFC 6241 section 6.4.2.
 */
record Nudge() implements Operation {

    @Override
    public String name() {
        return "get";
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), Xml.NETCONF_NAMESPACE);
        writer.writeStartElement("", "filter", Xml.NETCONF_NAMESPACE);
        writer.writeAttribute("type", "subtree");
        writer.writeEndElement();
        writer.writeEndElement();
    }
}
