package net.coreserver.netconf;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Asks for configuration and state data. Source: RFC 6241 section 7.7.
 *
 * @param filters select what is wanted; none selects nothing (section 6.4.2)
 */
public record Get(List<SubtreeFilter> filters) implements Operation {

    /** Copies the filters. */
    public Get {
        filters = List.copyOf(filters);
    }

    /**
     * A request for what one filter selects.
     *
     * @param filter the filter
     * @return the request
     */
    public static Get of(SubtreeFilter filter) {
        return new Get(List.of(filter));
    }

    @Override
    public String name() {
        return "get";
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), Xml.NETCONF_NAMESPACE);
        writer.writeStartElement("", "filter", Xml.NETCONF_NAMESPACE);
        writer.writeAttribute("type", "subtree");
        for (SubtreeFilter filter : filters) {
            filter.write(writer);
        }
        writer.writeEndElement();
        writer.writeEndElement();
    }
}
