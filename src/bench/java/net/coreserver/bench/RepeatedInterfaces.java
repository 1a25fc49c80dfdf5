package net.coreserver.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Xml;

/**
 * A reply to {@code get} with the interfaces of a switch: every leaf that the model has, no white space between elements.
 * A large one is a small one many times over, so that it takes neither memory nor time to make.
 */
final class RepeatedInterfaces {

    private static final String INTERFACES = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    private static final String IP = "urn:ietf:params:xml:ns:yang:ietf-ip";
    private static final int MAX_DIFFERENT = 50;
    private static final List<String> COUNTERS = List.of(
            "in-octets",
            "in-unicast-pkts",
            "in-broadcast-pkts",
            "in-multicast-pkts",
            "in-discards",
            "in-errors",
            "in-unknown-protos",
            "out-octets",
            "out-unicast-pkts",
            "out-broadcast-pkts",
            "out-multicast-pkts",
            "out-discards",
            "out-errors");

    private final byte[] head;
    private final byte[] entries;
    private final byte[] tail;
    private final int repetitions;

    /**
     * Prepares a reply.
     *
     * @param count of interfaces: at most 50, or a multiple of it
     */
    RepeatedInterfaces(int count) throws XMLStreamException {
        int different = Math.min(count, MAX_DIFFERENT);
        if (count % different != 0) {
            throw new IllegalArgumentException(count + " is no multiple of " + different);
        }
        repetitions = count / different;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter xml = Xml.writer(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("", "rpc-reply", Xml.NETCONF_NAMESPACE);
        xml.writeAttribute("message-id", "101");
        xml.writeStartElement("", "data", Xml.NETCONF_NAMESPACE);
        xml.writeStartElement("", "interfaces-state", INTERFACES);
        xml.writeCharacters("");
        xml.flush();
        int headEnd = out.size();
        for (int port = 1; port <= different; port++) {
            writeInterface(xml, port);
        }
        xml.flush();
        int entriesEnd = out.size();
        xml.writeEndDocument();
        xml.close();
        byte[] whole = out.toByteArray();
        head = Arrays.copyOf(whole, headEnd);
        entries = Arrays.copyOfRange(whole, headEnd, entriesEnd);
        tail = Arrays.copyOfRange(whole, entriesEnd, whole.length);
    }

    /** {@return the length of the document in octets} */
    long octets() {
        return head.length + (long) entries.length * repetitions + tail.length;
    }

    /** {@return the document, made while it is read} */
    InputStream open() {
        List<InputStream> pieces = new AbstractList<>() {
            @Override
            public InputStream get(int index) {
                return new ByteArrayInputStream(index == 0 ? head : index <= repetitions ? entries : tail);
            }

            @Override
            public int size() {
                return repetitions + 2;
            }
        };
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    private static void writeInterface(XMLStreamWriter xml, int port) throws XMLStreamException {
        xml.writeStartElement("", "interface", INTERFACES);
        leaf(xml, "name", "GigabitEthernet1/0/" + port);
        xml.writeStartElement("", "type", INTERFACES);
        xml.writeNamespace("ianaift", "urn:ietf:params:xml:ns:yang:iana-if-type");
        xml.writeCharacters("ianaift:ethernetCsmacd");
        xml.writeEndElement();
        leaf(xml, "admin-status", "up");
        leaf(xml, "oper-status", port % 7 == 0 ? "down" : "up");
        leaf(xml, "last-change", "2026-11-20T0%d:15:30Z".formatted(port % 10));
        leaf(xml, "if-index", Integer.toString(port));
        leaf(xml, "phys-address", "00:00:5e:00:53:%02x".formatted(port));
        leaf(xml, "speed", "1000000000");
        xml.writeStartElement("", "statistics", INTERFACES);
        leaf(xml, "discontinuity-time", "2026-11-01T00:00:00+00:00");
        for (int i = 0; i < COUNTERS.size(); i++) {
            leaf(xml, COUNTERS.get(i), Long.toString(port * (i % 7 == 0 ? 98_765_432_101L : i % 7 < 4 ? 987_654 : 0)));
        }
        xml.writeEndElement();
        addresses(xml, "ipv4", "192.0.2." + port, "24");
        addresses(xml, "ipv6", "2001:db8::" + Integer.toHexString(port), "64");
        xml.writeEndElement();
    }

    private static void addresses(XMLStreamWriter xml, String container, String ip, String prefixLength)
            throws XMLStreamException {
        xml.writeStartElement("", container, IP);
        xml.writeStartElement("", "mtu", IP);
        xml.writeCharacters("1500");
        xml.writeEndElement();
        xml.writeStartElement("", "address", IP);
        xml.writeStartElement("", "ip", IP);
        xml.writeCharacters(ip);
        xml.writeEndElement();
        xml.writeStartElement("", "prefix-length", IP);
        xml.writeCharacters(prefixLength);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void leaf(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("", name, INTERFACES);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
