package net.coreserver.agent;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * One element of a subtree filter. Source: RFC 6241 section 6.2.
 *
 * <p>With children it is a containment node, with text a content match node, with neither a selection node. Text beside
 * children counts for nothing, since mixed content cannot be filtered for.
 *
 * @param namespace where its name belongs; empty for any (section 6.2.1)
 * @param localName its name
 * @param hasAttributes whether it has attributes, which no data that we serve can match (section 6.2.2)
 * @param content its text, or null when it has none but blanks
 * @param children the elements in it
 */
record FilterNode(
        String namespace,
        String localName,
        boolean hasAttributes,
        @Nullable IdentityText content,
        List<FilterNode> children) {

    FilterNode {
        children = List.copyOf(children);
    }

    /**
     * Reads the elements inside the one that the reader stands on.
     *
     * @param reader stands on the start tag of their parent; then on its end tag
     * @param budget how many more elements the whole filter may have
     */
    static List<FilterNode> readChildren(XMLStreamReader reader, Budget budget) throws XMLStreamException, RpcFault {
        List<FilterNode> children = new ArrayList<>();
        while (Xml.nextChild(reader)) {
            children.add(read(reader, budget));
        }
        return children;
    }

    private static FilterNode read(XMLStreamReader reader, Budget budget) throws XMLStreamException, RpcFault {
        budget.spend();
        String namespace = reader.getNamespaceURI();
        String localName = reader.getLocalName();
        boolean hasAttributes = reader.getAttributeCount() > 0;
        StringBuilder text = new StringBuilder();
        List<FilterNode> children = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(reader, budget));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {
                    // comments and processing instructions select nothing
                }
            }
        }
        String content = text.toString().strip();
        return new FilterNode(
                namespace == null ? "" : namespace,
                localName,
                hasAttributes,
                children.isEmpty() && !content.isEmpty() ? IdentityText.in(content, reader) : null,
                children);
    }

    boolean isSelection() {
        return children.isEmpty() && content == null;
    }

    boolean isContentMatch() {
        return content != null;
    }

    /** {@return whether this element stands for a data node, its content aside} */
    boolean names(QName name) {
        return !hasAttributes
                && localName.equals(name.getLocalPart())
                && (namespace.isEmpty() || namespace.equals(name.getNamespaceURI()));
    }

    /** {@return whether this content match node is true for a leaf} */
    boolean matches(DataNode.Leaf leaf) {
        if (content == null || !names(leaf.name())) {
            return false;
        }
        QName identity = leaf.identity();
        return identity == null ? content.text().equals(leaf.value()) : content.names(identity);
    }

    /** Bounds how many elements a filter may have. */
    static final class Budget {

        private int left;

        Budget(int elements) {
            this.left = elements;
        }

        private void spend() throws RpcFault {
            if (left-- == 0) {
                throw RpcFault.tooBig("The filter has too many elements.");
            }
        }
    }
}
