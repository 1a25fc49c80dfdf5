package net.coreserver.netconf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.framing.Framing;

/** Writes what a session sends, frames it and hands it to the transport. */
final class OutgoingMessages {

    /** A message as XML, from its declaration to its end. */
    interface Document {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static final int USUAL_OCTETS = 512;

    private final String target;
    private final Transport transport;
    private final TrafficCounter traffic;
    private volatile Framing framing = Framing.END_OF_MESSAGE;

    OutgoingMessages(String target, Transport transport, TrafficCounter traffic) {
        this.target = target;
        this.transport = transport;
        this.traffic = traffic;
    }

    /** How messages are framed: as in base:1.0, until the hellos have agreed. */
    Framing framing() {
        return framing;
    }

    /** Frames what follows the hello. */
    void continueWith(Framing agreed) {
        framing = agreed;
    }

    void sendHello(Hello hello, Deadline deadline) throws InterruptedException {
        send("hello", hello::write, deadline);
    }

    void sendRpc(String messageId, Operation operation, Deadline deadline) throws InterruptedException {
        Document rpc = writer -> {
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("", "rpc", Xml.NETCONF_NAMESPACE);
            writer.writeAttribute("message-id", messageId);
            operation.write(writer);
            writer.writeEndElement();
            writer.writeEndDocument();
        };
        send(operation.name(), rpc, deadline);
        traffic.rpcs.incrementAndGet();
    }

    private void send(String operation, Document document, Deadline deadline) throws InterruptedException {
        byte[] framed = framing.frame(bytes(operation, document));
        try {
            transport.send(framed, deadline);
        } catch (TimeoutException e) {
            throw new DeadlineException(target, operation, "The server did not take the request in time", e);
        } catch (IOException e) {
            throw new TransportException(target, operation, "The connection was lost while sending", e);
        }
        traffic.octetsSent.addAndGet(framed.length);
    }

    private static byte[] bytes(String operation, Document document) {
        ByteArrayOutputStream message = new ByteArrayOutputStream(USUAL_OCTETS);
        try {
            XMLStreamWriter writer = Xml.writer(message);
            document.write(writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing " + operation + " failed", e);
        }
        return message.toByteArray();
    }
}
