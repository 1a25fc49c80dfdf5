package net.coreserver.agent;

import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A node of the data that the agent serves, as RFC 7950 section 7 has them. Without attributes: none of it has any. */
sealed interface DataNode {

    /** {@return the namespace and name of its element; prefixes mean nothing} */
    QName name();

    /**
     * Writes the node and all below it.
     *
     * @param writer one that declares namespaces by itself
     */
    void write(XMLStreamWriter writer) throws XMLStreamException;

    /**
     * A leaf, or one entry of a leaf-list.
     *
     * @param name its name
     * @param value its text; what XML cannot carry is replaced
     * @param identity what the text names, for an identityref
     */
    record Leaf(QName name, String value, @Nullable QName identity) implements DataNode {

        public Leaf {
            value = XmlText.legal(value);
        }

        static Leaf of(QName name, String value) {
            return new Leaf(name, value, null);
        }

        /** A leaf of the type identityref; the prefix of the identity's name is the one that the text will have. */
        static Leaf ofIdentity(QName name, QName identity) {
            return new Leaf(name, identity.getPrefix() + ":" + identity.getLocalPart(), identity);
        }

        @Override
        public void write(XMLStreamWriter writer) throws XMLStreamException {
            writer.writeStartElement("", name.getLocalPart(), name.getNamespaceURI());
            if (identity != null) {
                writer.writeNamespace(identity.getPrefix(), identity.getNamespaceURI());
            }
            writer.writeCharacters(value);
            writer.writeEndElement();
        }
    }

    /**
     * A container, or one entry of a list.
     *
     * @param name its name
     * @param keys how many of the first children are the keys of the entry; 0 in a container
     * @param children in the order in which they are written, which in an entry starts with its keys (RFC 7950 section
     *     7.8.5)
     */
    record Branch(QName name, int keys, List<DataNode> children) implements DataNode {

        public Branch {
            children = List.copyOf(children);
        }

        static Branch container(QName name, List<? extends DataNode> children) {
            return new Branch(name, 0, List.copyOf(children));
        }

        @Override
        public void write(XMLStreamWriter writer) throws XMLStreamException {
            writer.writeStartElement("", name.getLocalPart(), name.getNamespaceURI());
            for (DataNode child : children) {
                child.write(writer);
            }
            writer.writeEndElement();
        }
    }
}
