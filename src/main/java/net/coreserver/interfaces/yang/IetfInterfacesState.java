package net.coreserver.interfaces.yang;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;

/**
 * {@code interfaces-state} of {@code ietf-interfaces} with the addresses of {@code ietf-ip}.
 *
 * <p>Every leaf of {@link InterfaceSample} has the leaf of the same name. {@code description}, which the model has in its
 * configuration only, comes from {@code coreserver-agent} where it does not stand here all the same; {@code mtu} comes from
 * {@code coreserver-agent}, else from {@code ipv4} or {@code ipv6} of {@code ietf-ip}. Source: RFC 7223 and RFC 7277.
 */
public final class IetfInterfacesState implements InterfaceModel {

    static final String INTERFACES_NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    static final String IP_NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-ip";
    static final String AGENT_NAMESPACE = "urn:coreserver:yang:coreserver-agent";

    /** More interfaces than any device has; a reply with more is refused before it fills the memory. */
    static final int MAX_INTERFACES = 250_000;

    private static final Operation REQUEST = Get.of(SubtreeFilter.of(INTERFACES_NAMESPACE, "interfaces-state"));

    private final JAXBContext context;

    /** Prepares the binding, which takes a moment: one instance serves all sessions. */
    public IetfInterfacesState() {
        try {
            context = JAXBContext.newInstance(InterfaceEntry.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the binding of ietf-interfaces is broken", e);
        }
    }

    @Override
    public String name() {
        return "ietf-interfaces@2014-05-08";
    }

    @Override
    public Operation request() {
        return REQUEST;
    }

    @Override
    public ReplyReader<List<InterfaceSample>> replyReader() {
        return ReplyReader.ofData(this::readData);
    }

    private List<InterfaceSample> readData(XMLStreamReader data) throws XMLStreamException, MalformedMessageException {
        List<InterfaceSample> samples = new ArrayList<>();
        while (Xml.nextChild(data)) {
            if (isNamed(data, "interfaces-state")) {
                readInterfaces(data, samples);
            } else {
                Xml.skip(data);
            }
        }
        return samples;
    }

    private void readInterfaces(XMLStreamReader reader, List<InterfaceSample> samples)
            throws XMLStreamException, MalformedMessageException {
        Unmarshaller unmarshaller = unmarshaller();
        reader.next();
        while (reader.getEventType() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                reader.next();
            } else if (isNamed(reader, "interface")) {
                if (samples.size() == MAX_INTERFACES) {
                    throw new MalformedMessageException("more than " + MAX_INTERFACES + " interfaces");
                }
                readEntry(unmarshaller, reader).ifPresent(samples::add);
            } else {
                Xml.skip(reader);
                reader.next();
            }
        }
    }

    private static boolean isNamed(XMLStreamReader reader, String localName) {
        return reader.getLocalName().equals(localName) && INTERFACES_NAMESPACE.equals(reader.getNamespaceURI());
    }

    private Unmarshaller unmarshaller() {
        try {
            return context.createUnmarshaller();
        } catch (JAXBException e) {
            throw new IllegalStateException("the binding of ietf-interfaces is broken", e);
        }
    }

    /** Reads one entry, and leaves the reader on what comes after it. */
    private static Optional<InterfaceSample> readEntry(Unmarshaller unmarshaller, XMLStreamReader reader)
            throws XMLStreamException {
        try {
            return unmarshaller
                    .unmarshal(reader, InterfaceEntry.class)
                    .getValue()
                    .toSample();
        } catch (JAXBException e) {
            if (e.getLinkedException() instanceof XMLStreamException notWellFormed) {
                throw notWellFormed;
            }
            throw new XMLStreamException("an interface cannot be read: " + e.getMessage(), e);
        }
    }
}
