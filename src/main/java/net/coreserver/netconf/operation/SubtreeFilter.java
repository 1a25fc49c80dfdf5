package net.coreserver.netconf.operation;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A node of a subtree filter. Without anything in it, it selects everything below it; with nodes, only those; with a
 * text, it selects the entries whose leaf has that value.
 *
 * <p>Source: RFC 6241 section 6.2.
 *
 * @param namespace the XML namespace of the element
 * @param name its local name
 * @param children the nodes below it
 * @param value the text of a content match node (section 6.2.5), or null; such a node has no nodes below it
 * @param prefixes what the prefixes in the value stand for
 */
public record SubtreeFilter(
        String namespace,
        String name,
        List<SubtreeFilter> children,
        @Nullable String value,
        Map<String, String> prefixes) {

    /** Copies the collections; refuses a value beside them. */
    public SubtreeFilter {
        children = List.copyOf(children);
        prefixes = Map.copyOf(prefixes);
        if (value != null && !children.isEmpty()) {
            throw new IllegalArgumentException("a content match node has no nodes below it");
        }
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
        return new SubtreeFilter(namespace, name, List.of(children), null, Map.of());
    }

    /**
     * A content match node: of its list, it selects the entries whose leaf has this value.
     *
     * @param namespace the XML namespace of the leaf
     * @param name its local name
     * @param value what it has to be
     * @return the node
     */
    public static SubtreeFilter matching(String namespace, String name, String value) {
        return new SubtreeFilter(namespace, name, List.of(), value, Map.of());
    }

    /**
     * A content match node: of its list, it selects the entries whose leaf has this identity.
     *
     * @param namespace the XML namespace of the leaf
     * @param name its local name
     * @param prefix stands for the module of the identity, as its own prefix statement has it: some servers compare texts
     * @param module the XML namespace of that module
     * @param identity the local name of the identity
     * @return the node
     */
    public static SubtreeFilter matchingIdentity(
            String namespace, String name, String prefix, String module, String identity) {
        return new SubtreeFilter(namespace, name, List.of(), prefix + ":" + identity, Map.of(prefix, module));
    }

    /**
     * Reads nodes as somebody wrote them: XML elements side by side, each in a namespace. Attribute match expressions (RFC 6241
     * section 6.2.2) are not understood.
     *
     * @param text the elements
     * @return the top-level nodes, at least one
     * @throws IllegalArgumentException when they are no filter; its message says why, as the second half of a sentence
     */
    public static List<SubtreeFilter> parse(String text) {
        return SubtreeFilterText.read(text);
    }

    void write(XMLStreamWriter writer) throws XMLStreamException {
        if (children.isEmpty() && value == null) {
            writer.writeEmptyElement("", name, namespace);
            return;
        }
        writer.writeStartElement("", name, namespace);
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            writer.writeNamespace(prefix.getKey(), prefix.getValue());
        }
        for (SubtreeFilter child : children) {
            child.write(writer);
        }
        if (value != null) {
            writer.writeCharacters(value);
        }
        writer.writeEndElement();
    }
}
