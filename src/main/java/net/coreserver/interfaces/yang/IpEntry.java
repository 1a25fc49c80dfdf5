package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.IetfInterfacesState.IP_NAMESPACE;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import net.coreserver.interfaces.IpPrefix;
import org.jspecify.annotations.Nullable;

/** The container {@code ipv4} or {@code ipv6} of {@code ietf-ip} as JAXB fills it. */
@XmlAccessorType(XmlAccessType.FIELD)
final class IpEntry {

    @XmlElement(namespace = IP_NAMESPACE)
    private @Nullable String mtu;

    @XmlElement(namespace = IP_NAMESPACE)
    private final List<AddressEntry> address = new ArrayList<>();

    @Nullable Long mtu() {
        return Leaf.uint32(mtu);
    }

    List<IpPrefix> toPrefixes() {
        List<IpPrefix> prefixes = new ArrayList<>(address.size());
        for (AddressEntry entry : address) {
            String ip = Leaf.text(entry.ip);
            if (ip != null) {
                Integer length = Leaf.prefixLength(entry.prefixLength);
                prefixes.add(new IpPrefix(ip, length != null ? length : Leaf.netmask(entry.netmask)));
            }
        }
        return prefixes;
    }

    /** The list entry {@code address}. */
    @XmlAccessorType(XmlAccessType.FIELD)
    static final class AddressEntry {

        @XmlElement(namespace = IP_NAMESPACE)
        private @Nullable String ip;

        @XmlElement(name = "prefix-length", namespace = IP_NAMESPACE)
        private @Nullable String prefixLength;

        @XmlElement(namespace = IP_NAMESPACE)
        private @Nullable String netmask;
    }
}
