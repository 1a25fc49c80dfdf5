package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.IetfInterfacesState.AGENT_NAMESPACE;
import static net.coreserver.interfaces.yang.IetfInterfacesState.INTERFACES_NAMESPACE;
import static net.coreserver.interfaces.yang.IetfInterfacesState.IP_NAMESPACE;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * The list entry {@code interface} as JAXB fills it: texts as sent, so that one leaf that is not what it should be
 * never costs the rest. Elements of other namespaces or places are passed over by JAXB.
 */
@XmlAccessorType(XmlAccessType.FIELD)
final class InterfaceEntry {

    @XmlElement(namespace = INTERFACES_NAMESPACE)
    private @Nullable String name;

    @XmlElement(namespace = INTERFACES_NAMESPACE)
    private @Nullable String description;

    @XmlElement(namespace = INTERFACES_NAMESPACE)
    private @Nullable String type;

    @XmlElement(name = "admin-status", namespace = INTERFACES_NAMESPACE)
    private @Nullable String adminStatus;

    @XmlElement(name = "oper-status", namespace = INTERFACES_NAMESPACE)
    private @Nullable String operStatus;

    @XmlElement(name = "last-change", namespace = INTERFACES_NAMESPACE)
    private @Nullable String lastChange;

    @XmlElement(name = "if-index", namespace = INTERFACES_NAMESPACE)
    private @Nullable String ifIndex;

    @XmlElement(name = "phys-address", namespace = INTERFACES_NAMESPACE)
    private @Nullable String physAddress;

    @XmlElement(name = "higher-layer-if", namespace = INTERFACES_NAMESPACE)
    private final List<String> higherLayerIf = new ArrayList<>();

    @XmlElement(name = "lower-layer-if", namespace = INTERFACES_NAMESPACE)
    private final List<String> lowerLayerIf = new ArrayList<>();

    @XmlElement(namespace = INTERFACES_NAMESPACE)
    private @Nullable String speed;

    @XmlElement(namespace = INTERFACES_NAMESPACE)
    private @Nullable StatisticsEntry statistics;

    @XmlElement(namespace = IP_NAMESPACE)
    private @Nullable IpEntry ipv4;

    @XmlElement(namespace = IP_NAMESPACE)
    private @Nullable IpEntry ipv6;

    @XmlElement(name = "description", namespace = AGENT_NAMESPACE)
    private @Nullable String agentDescription;

    @XmlElement(namespace = AGENT_NAMESPACE)
    private @Nullable String mtu;

    /** The sample, or empty when the entry has no name, without which it is nobody's. */
    Optional<InterfaceSample> toSample() {
        String key = Leaf.text(name);
        if (key == null) {
            return Optional.empty();
        }
        String typeText = Leaf.text(type);
        String adminWord = Leaf.text(adminStatus);
        String operWord = Leaf.text(operStatus);
        Statistics counters = statistics == null ? null : statistics.toStatistics();
        return Optional.of(new InterfaceSample(
                key,
                Leaf.text(description == null ? agentDescription : description),
                typeText == null ? null : InterfaceType.of(typeText),
                adminWord == null ? null : AdminStatus.of(adminWord),
                operWord == null ? null : OperStatus.of(operWord),
                Leaf.dateAndTime(lastChange),
                Leaf.ifIndex(ifIndex),
                Leaf.text(physAddress),
                Leaf.speed(speed),
                mtu(),
                texts(higherLayerIf),
                texts(lowerLayerIf),
                ipv4 == null ? List.of() : ipv4.toPrefixes(),
                ipv6 == null ? List.of() : ipv6.toPrefixes(),
                counters));
    }

    private @Nullable Long mtu() {
        return Stream.of(
                        Optional.ofNullable(Leaf.uint32(mtu)),
                        Optional.ofNullable(ipv4).map(IpEntry::mtu),
                        Optional.ofNullable(ipv6).map(IpEntry::mtu))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static List<String> texts(List<String> leafList) {
        return leafList.stream().map(Leaf::text).filter(Objects::nonNull).toList();
    }
}
