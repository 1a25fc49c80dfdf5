package net.coreserver.monitor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.Xml;

/** An operation as the text of the {@code rpc} that a server gets. */
final class RequestText {

    private RequestText() {}

    static String of(Operation operation) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = Xml.writer(text);
            writer.writeStartElement("", "rpc", Xml.NETCONF_NAMESPACE);
            // Each rpc has a number of its own; this one stands for all.
            writer.writeAttribute("message-id", "1");
            operation.write(writer);
            writer.writeEndElement();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing " + operation.name() + " failed", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
