package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.IetfInterfacesState.AGENT_NAMESPACE;
import static net.coreserver.interfaces.yang.IetfInterfacesState.INTERFACES_NAMESPACE;
import static net.coreserver.interfaces.yang.IetfInterfacesState.IP_NAMESPACE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of the list {@code interface}. Elements of other namespaces and places are passed over; where a leaf or
 * a container comes twice, the last one counts, whatever it holds.
 */
final class InterfaceReader {

    /** More entries than any list in an interface has; more are refused before they fill the memory. */
    static final int MAX_LIST_ENTRIES = 65_536;

    private final XMLStreamReader reader;
    private final Leaf leaf;

    private @Nullable String name;
    private @Nullable String description;
    private boolean described;
    private @Nullable String agentDescription;
    private @Nullable InterfaceType type;
    private @Nullable AdminStatus adminStatus;
    private @Nullable OperStatus operStatus;
    private @Nullable Instant lastChange;
    private @Nullable Integer ifIndex;
    private @Nullable String physAddress;
    private @Nullable Long speed;
    private @Nullable Long agentMtu;
    private List<String> higherLayerIf = List.of();
    private List<String> lowerLayerIf = List.of();
    private IpReader.Ip ipv4 = IpReader.Ip.NONE;
    private IpReader.Ip ipv6 = IpReader.Ip.NONE;
    private @Nullable Statistics statistics;

    private InterfaceReader(XMLStreamReader reader, Leaf leaf) {
        this.reader = reader;
        this.leaf = leaf;
    }

    /**
     * Reads one entry.
     *
     * @param reader stands on its start tag; then on its end tag
     * @param leaf reads the leaves
     * @return the sample, or null when the entry has no name, without which it is nobody's
     * @throws MalformedMessageException when a list has more entries than it may
     * @throws XMLStreamException when the document is not well-formed
     */
    static @Nullable InterfaceSample read(XMLStreamReader reader, Leaf leaf)
            throws XMLStreamException, MalformedMessageException {
        InterfaceReader entry = new InterfaceReader(reader, leaf);
        while (Xml.nextChild(reader)) {
            switch (reader.getNamespaceURI()) {
                case INTERFACES_NAMESPACE -> entry.readInterfacesNode();
                case IP_NAMESPACE -> entry.readIpNode();
                case AGENT_NAMESPACE -> entry.readAgentNode();
                case null, default -> Xml.skip(reader);
            }
        }
        return entry.toSample();
    }

    private void readInterfacesNode() throws XMLStreamException, MalformedMessageException {
        switch (reader.getLocalName()) {
            case "name" -> name = text();
            case "description" -> {
                description = text();
                described = true;
            }
            case "type" -> {
                String identity = text();
                type = identity == null ? null : InterfaceType.of(identity);
            }
            case "admin-status" -> {
                String word = text();
                adminStatus = word == null ? null : AdminStatus.of(word);
            }
            case "oper-status" -> {
                String word = text();
                operStatus = word == null ? null : OperStatus.of(word);
            }
            case "last-change" -> lastChange = leaf.read(reader).dateAndTime();
            case "if-index" -> ifIndex = leaf.read(reader).ifIndex();
            case "phys-address" -> physAddress = text();
            case "speed" -> speed = leaf.read(reader).speed();
            case "higher-layer-if" -> higherLayerIf = withText(higherLayerIf);
            case "lower-layer-if" -> lowerLayerIf = withText(lowerLayerIf);
            case "statistics" -> statistics = StatisticsReader.read(reader, leaf);
            default -> Xml.skip(reader);
        }
    }

    private void readIpNode() throws XMLStreamException, MalformedMessageException {
        switch (reader.getLocalName()) {
            case "ipv4" -> ipv4 = IpReader.read(reader, leaf);
            case "ipv6" -> ipv6 = IpReader.read(reader, leaf);
            default -> Xml.skip(reader);
        }
    }

    private void readAgentNode() throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "description" -> agentDescription = text();
            case "mtu" -> agentMtu = leaf.read(reader).uint32();
            default -> Xml.skip(reader);
        }
    }

    private @Nullable String text() throws XMLStreamException {
        return leaf.read(reader).text();
    }

    private List<String> withText(List<String> leafList) throws XMLStreamException, MalformedMessageException {
        String text = text();
        if (text == null) {
            return leafList;
        }
        List<String> longer = leafList.isEmpty() ? new ArrayList<>(2) : leafList;
        addBounded(longer, text);
        return longer;
    }

    static <T> void addBounded(List<T> list, T element) throws MalformedMessageException {
        if (list.size() == MAX_LIST_ENTRIES) {
            throw new MalformedMessageException(
                    "more than " + MAX_LIST_ENTRIES + " entries of one list in an interface");
        }
        list.add(element);
    }

    private @Nullable InterfaceSample toSample() {
        return name == null
                ? null
                : new InterfaceSample(
                        name,
                        described ? description : agentDescription,
                        type,
                        adminStatus,
                        operStatus,
                        lastChange,
                        ifIndex,
                        physAddress,
                        speed,
                        mtu(),
                        higherLayerIf,
                        lowerLayerIf,
                        ipv4.addresses(),
                        ipv6.addresses(),
                        statistics);
    }

    private @Nullable Long mtu() {
        if (agentMtu != null) {
            return agentMtu;
        }
        return ipv4.mtu() != null ? ipv4.mtu() : ipv6.mtu();
    }
}
