package net.coreserver.netconf;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A {@code get} that selects nothing, which costs no server anything. Source: RFC 6241 section 6.4.2. */
record GetNothing() implements Operation {

    @Override
    public String name() {
        return "get";
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), Xml.NETCONF_NAMESPACE);
        writer.writeEmptyElement("", "filter", Xml.NETCONF_NAMESPACE);
        writer.writeAttribute("type", "subtree");
        writer.writeEndElement();
    }
}
