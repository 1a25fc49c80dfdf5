package net.coreserver.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * An attribute of {@code rpc}, which {@code rpc-reply} repeats, whatever it is. Source: RFC 6241 section 4.2.
 *
 * @param prefix as the client wrote it, or empty
 * @param namespace its namespace, or empty
 * @param localName its name
 * @param value its value
 */
record RpcAttribute(String prefix, String namespace, String localName, String value) {

    /** {@return the attributes of the start tag that the reader stands on} */
    static List<RpcAttribute> read(XMLStreamReader reader) {
        List<RpcAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.add(new RpcAttribute(
                    Objects.requireNonNullElse(reader.getAttributePrefix(i), ""),
                    Objects.requireNonNullElse(reader.getAttributeNamespace(i), ""),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i)));
        }
        return attributes;
    }

    boolean isMessageId() {
        return namespace.isEmpty() && localName.equals("message-id");
    }

    void write(XMLStreamWriter writer) throws XMLStreamException {
        if (namespace.isEmpty()) {
            writer.writeAttribute(localName, value);
        } else {
            writer.writeAttribute(prefix, namespace, localName, value);
        }
    }
}
