package net.coreserver.netconf.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;

/** Selects a part of what an operation would tell. Source: RFC 6241 section 6 and section 8.9. */
public sealed interface Filter {

    /**
     * A filter that shows the nodes that it wants.
     *
     * @param nodes the top-level nodes; none selects nothing (RFC 6241 section 6.4.2)
     * @return the filter
     */
    static Filter subtree(SubtreeFilter... nodes) {
        return new Subtree(List.of(nodes));
    }

    /**
     * A filter that names the nodes that it wants by an XPath 1.0 expression.
     *
     * @param select the expression, which yields a node set
     * @param namespaces what the prefixes in it stand for
     * @return the filter
     */
    static Filter xpath(String select, Map<String, String> namespaces) {
        return new XPath(select, namespaces);
    }

    /**
     * Tells whether a server can be asked with this filter.
     *
     * @param server its hello
     * @return why it cannot, in one sentence; empty when it can
     */
    Optional<String> objection(Hello server);

    /**
     * Writes the filter as an element {@code filter}.
     *
     * @param writer stands where the element belongs
     * @param namespace that of the operation, to which the element belongs
     * @throws XMLStreamException when it cannot be written
     */
    void write(XMLStreamWriter writer, String namespace) throws XMLStreamException;

    /**
     * A subtree filter; RFC 6241 section 6.
     *
     * @param nodes the top-level nodes; none selects nothing
     */
    record Subtree(List<SubtreeFilter> nodes) implements Filter {

        /** Copies the nodes. */
        public Subtree {
            nodes = List.copyOf(nodes);
        }

        @Override
        public Optional<String> objection(Hello server) {
            return Optional.empty();
        }

        @Override
        public void write(XMLStreamWriter writer, String namespace) throws XMLStreamException {
            writer.writeStartElement("", "filter", namespace);
            writer.writeAttribute("type", "subtree");
            writeNodes(writer);
            writer.writeEndElement();
        }

        void writeNodes(XMLStreamWriter writer) throws XMLStreamException {
            for (SubtreeFilter node : nodes) {
                node.write(writer);
            }
        }
    }

    /**
     * An XPath filter; RFC 6241 section 8.9.
     *
     * @param select an XPath 1.0 expression that yields a node set
     * @param namespaces what the prefixes in it stand for
     */
    record XPath(String select, Map<String, String> namespaces) implements Filter {

        /** Copies the namespaces; refuses an expression that is blank. */
        public XPath {
            if (select.isBlank()) {
                throw new IllegalArgumentException("an XPath filter selects something");
            }
            namespaces = Map.copyOf(namespaces);
        }

        @Override
        public Optional<String> objection(Hello server) {
            return server.supports(Capability.XPATH)
                    ? Optional.empty()
                    : Optional.of("The server does not announce :xpath, so that it takes subtree filters only");
        }

        @Override
        public void write(XMLStreamWriter writer, String namespace) throws XMLStreamException {
            writer.writeStartElement("", "filter", namespace);
            writePrefixes(writer);
            writer.writeAttribute("type", "xpath");
            writer.writeAttribute("select", select);
            writer.writeEndElement();
        }

        /** The prefixes are used in a text, where the writer cannot see them. */
        void writePrefixes(XMLStreamWriter writer) throws XMLStreamException {
            for (Map.Entry<String, String> namespace : new TreeMap<>(namespaces).entrySet()) {
                writer.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        }
    }
}
