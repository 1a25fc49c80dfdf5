package net.coreserver.netconf;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A node of a subtree filter. Without children it selects everything below it; with children, only those.
 *
 * <p>Source: RFC 6241 section 6.2.
 *
 * @param namespace the XML namespace of the element
 * @param name its local name
 * @param children the nodes below it
 */
public record SubtreeFilter(String namespace, String name, List<SubtreeFilter> children) {

    /** Copies the children. */
    public SubtreeFilter {
        children = List.copyOf(children);
    }

    /**
     * A node with these below it.
     *
     * @param namespace the XML namespace of the element
     * @param name its local name
     * @param children the nodes below it; none selects everything
     * @return the node
     */
    public static SubtreeFilter of(String namespace, String name, SubtreeFilter... children) {
        return new SubtreeFilter(namespace, name, List.of(children));
    }

    void write(XMLStreamWriter writer) throws XMLStreamException {
        if (children.isEmpty()) {
            writer.writeEmptyElement("", name, namespace);
            return;
        }
        writer.writeStartElement("", name, namespace);
        for (SubtreeFilter child : children) {
            child.write(writer);
        }
        writer.writeEndElement();
    }
}
