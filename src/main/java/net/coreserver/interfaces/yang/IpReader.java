package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.IetfInterfacesState.IP_NAMESPACE;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/** Reads the container {@code ipv4} or {@code ipv6} of {@code ietf-ip}. */
final class IpReader {

    /**
     * What such a container says.
     *
     * @param mtu in octets, or null when it does not say
     * @param addresses in the order of the reply
     */
    record Ip(@Nullable Long mtu, List<IpPrefix> addresses) {

        static final Ip NONE = new Ip(null, List.of());
    }

    private IpReader() {}

    /** Reads one container; the reader stands on its start tag, then on its end tag. */
    static Ip read(XMLStreamReader reader, Leaf leaf) throws XMLStreamException, MalformedMessageException {
        @Nullable Long mtu = null;
        List<IpPrefix> addresses = new ArrayList<>(1);
        while (Xml.nextChild(reader)) {
            if (!IP_NAMESPACE.equals(reader.getNamespaceURI())) {
                Xml.skip(reader);
                continue;
            }
            switch (reader.getLocalName()) {
                case "mtu" -> mtu = leaf.read(reader).uint32();
                case "address" -> {
                    IpPrefix address = readAddress(reader, leaf);
                    if (address != null) {
                        InterfaceReader.addBounded(addresses, address);
                    }
                }
                default -> Xml.skip(reader);
            }
        }
        return new Ip(mtu, addresses);
    }

    /** Reads an entry of the list {@code address}; null when it has no address. */
    private static @Nullable IpPrefix readAddress(XMLStreamReader reader, Leaf leaf) throws XMLStreamException {
        @Nullable String ip = null;
        @Nullable Integer prefixLength = null;
        @Nullable Integer netmask = null;
        while (Xml.nextChild(reader)) {
            if (!IP_NAMESPACE.equals(reader.getNamespaceURI())) {
                Xml.skip(reader);
                continue;
            }
            switch (reader.getLocalName()) {
                case "ip" -> ip = leaf.read(reader).text();
                case "prefix-length" -> prefixLength = leaf.read(reader).prefixLength();
                case "netmask" -> netmask = leaf.read(reader).netmask();
                default -> Xml.skip(reader);
            }
        }
        return ip == null ? null : new IpPrefix(ip, prefixLength != null ? prefixLength : netmask);
    }
}
