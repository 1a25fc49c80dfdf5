package net.coreserver.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.Xml;

/** The reply that the measured clients get: {@code interfaces-state} as a switch answers, some 680 octets an interface. */
final class InterfacesReply {

    private static final String INTERFACES = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    private static final String SINCE = "2026-11-20T08:15:30.25Z";

    private InterfacesReply() {}

    /** The element {@code data} as a document of its own, without a declaration. */
    static String data(int interfaces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = Xml.writer(out);
            writer.writeStartElement("", "data", Xml.NETCONF_NAMESPACE);
            writer.writeStartElement("", "interfaces-state", INTERFACES);
            for (int i = 1; i <= interfaces; i++) {
                write(writer, i);
            }
            writer.writeEndElement();
            writer.writeEndElement();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing is written that is not well-formed", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * What OpenDaylight's simulator reads: requests, which it compares as they are, and {@link #data} as the reply to each. One is that
     * of CoreServer, the other that of the clients beside it.
     */
    static String ofSimulator(int interfaces) {
        return "<rpcs>" + rpc(request(), interfaces) + rpc("""
                <get xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><filter type="subtree">\
                <interfaces-state xmlns="urn:ietf:params:xml:ns:yang:ietf-interfaces"/></filter></get>""", interfaces) + "</rpcs>";
    }

    private static String rpc(String request, int interfaces) {
        return """
                <rpc>
                <input>%s</input>
                <output><rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0">%s</rpc-reply></output>
                </rpc>
                """.formatted(request, data(interfaces));
    }

    private static String request() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = Xml.writer(out);
            new IetfInterfacesState().request().write(writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a request that cannot be written", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(XMLStreamWriter writer, int index) throws XMLStreamException {
        writer.writeStartElement("", "interface", INTERFACES);
        leaf(writer, "name", "GigabitEthernet1/0/" + index);
        writer.writeStartElement("", "type", INTERFACES);
        writer.writeNamespace("ianaift", "urn:ietf:params:xml:ns:yang:iana-if-type");
        writer.writeCharacters("ianaift:ethernetCsmacd");
        writer.writeEndElement();
        leaf(writer, "admin-status", "up");
        leaf(writer, "oper-status", index % 5 == 0 ? "down" : "up");
        leaf(writer, "last-change", SINCE);
        leaf(writer, "if-index", Integer.toString(index));
        leaf(writer, "phys-address", "00:00:5e:00:53:%02x".formatted(index & 0xff));
        leaf(writer, "speed", "1000000000");
        writer.writeStartElement("", "statistics", INTERFACES);
        leaf(writer, "discontinuity-time", SINCE);
        leaf(writer, "in-octets", Long.toString(98_765_432_101L * index));
        leaf(writer, "in-unicast-pkts", Long.toString(123_456_789L * index));
        leaf(writer, "in-discards", "0");
        leaf(writer, "in-errors", "0");
        leaf(writer, "out-octets", Long.toString(87_654_321_012L * index));
        leaf(writer, "out-unicast-pkts", Long.toString(98_765_432L * index));
        leaf(writer, "out-errors", "0");
        writer.writeEndElement();
        writer.writeEndElement();
    }

    private static void leaf(XMLStreamWriter writer, String name, String value) throws XMLStreamException {
        writer.writeStartElement("", name, INTERFACES);
        writer.writeCharacters(value);
        writer.writeEndElement();
    }
}
