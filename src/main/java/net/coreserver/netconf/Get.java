package net.coreserver.netconf;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Asks for configuration and state data. Source: RFC 6241 section 7.7.
 *
 * @param filter selects what is wanted
 */
public record Get(SubtreeFilter filter) implements Operation {

    @Override
    public String name() {
        return "get";
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), Xml.NETCONF_NAMESPACE);
        writer.writeStartElement("", "filter", Xml.NETCONF_NAMESPACE);
        writer.writeAttribute("type", "subtree");
        filter.write(writer);
        writer.writeEndElement();
        writer.writeEndElement();
    }
}
