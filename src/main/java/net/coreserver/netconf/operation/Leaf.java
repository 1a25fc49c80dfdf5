package net.coreserver.netconf.operation;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the leaves of a request. */
final class Leaf {

    private Leaf() {}

    /** Writes a leaf; one without a value is left out. */
    static void write(XMLStreamWriter writer, String namespace, String name, @Nullable Object value)
            throws XMLStreamException {
        if (value != null) {
            writer.writeStartElement("", name, namespace);
            writer.writeCharacters(value.toString());
            writer.writeEndElement();
        }
    }

    /** Writes a leaf whose value is an identity, with a prefix that stands for the namespace of the identity. */
    static void writeIdentity(
            XMLStreamWriter writer, String namespace, String name, String identityNamespace, String identity)
            throws XMLStreamException {
        writer.writeStartElement("", name, namespace);
        writer.writeNamespace("id", identityNamespace);
        writer.writeCharacters("id:" + identity);
        writer.writeEndElement();
    }
}
