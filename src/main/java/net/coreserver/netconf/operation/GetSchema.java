package net.coreserver.netconf.operation;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the text of a schema, such as a YANG module. Source: RFC 6022 section 3.1.
 *
 * @param identifier its name, such as that of the module
 * @param version its revision; null when the server has only one
 * @param format the local name of the identity of its language; null stands for {@code yang}
 */
public record GetSchema(
        String identifier,
        @Nullable String version,
        @Nullable String format) implements Operation {

    /** The namespace of {@code ietf-netconf-monitoring}. */
    public static final String NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring";

    /** Reads the reply: the text of the schema, without surrounding blanks. */
    public static final ReplyReader<String> TEXT = ReplyReader.ofData(Xml::text);

    /**
     * A request for a YANG module of which the server has one revision.
     *
     * @param module its name
     * @return the request
     */
    public static GetSchema of(String module) {
        return new GetSchema(module, null, null);
    }

    @Override
    public String name() {
        return "get-schema";
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), NAMESPACE);
        Leaf.write(writer, NAMESPACE, "identifier", identifier);
        Leaf.write(writer, NAMESPACE, "version", version);
        if (format != null) {
            // An identity of the module itself; without a prefix some servers do not know it.
            Leaf.writeIdentity(writer, NAMESPACE, "format", NAMESPACE, format);
        }
        writer.writeEndElement();
    }
}
