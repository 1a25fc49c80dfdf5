package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.IetfInterfacesState.INTERFACES_NAMESPACE;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/** The container {@code statistics} as JAXB fills it. */
@XmlAccessorType(XmlAccessType.FIELD)
final class StatisticsEntry {

    @XmlElement(name = "discontinuity-time", namespace = INTERFACES_NAMESPACE)
    private @Nullable String discontinuityTime;

    @XmlElement(name = "in-octets", namespace = INTERFACES_NAMESPACE)
    private @Nullable String inOctets;

    @XmlElement(name = "in-unicast-pkts", namespace = INTERFACES_NAMESPACE)
    private @Nullable String inUnicastPkts;

    @XmlElement(name = "in-broadcast-pkts", namespace = INTERFACES_NAMESPACE)
    private @Nullable String inBroadcastPkts;

    @XmlElement(name = "in-multicast-pkts", namespace = INTERFACES_NAMESPACE)
    private @Nullable String inMulticastPkts;

    @XmlElement(name = "in-discards", namespace = INTERFACES_NAMESPACE)
    private @Nullable String inDiscards;

    @XmlElement(name = "in-errors", namespace = INTERFACES_NAMESPACE)
    private @Nullable String inErrors;

    @XmlElement(name = "in-unknown-protos", namespace = INTERFACES_NAMESPACE)
    private @Nullable String inUnknownProtos;

    @XmlElement(name = "out-octets", namespace = INTERFACES_NAMESPACE)
    private @Nullable String outOctets;

    @XmlElement(name = "out-unicast-pkts", namespace = INTERFACES_NAMESPACE)
    private @Nullable String outUnicastPkts;

    @XmlElement(name = "out-broadcast-pkts", namespace = INTERFACES_NAMESPACE)
    private @Nullable String outBroadcastPkts;

    @XmlElement(name = "out-multicast-pkts", namespace = INTERFACES_NAMESPACE)
    private @Nullable String outMulticastPkts;

    @XmlElement(name = "out-discards", namespace = INTERFACES_NAMESPACE)
    private @Nullable String outDiscards;

    @XmlElement(name = "out-errors", namespace = INTERFACES_NAMESPACE)
    private @Nullable String outErrors;

    Statistics toStatistics() {
        return new Statistics(
                Leaf.dateAndTime(discontinuityTime),
                Leaf.counter64(inOctets),
                Leaf.counter64(inUnicastPkts),
                Leaf.counter64(inBroadcastPkts),
                Leaf.counter64(inMulticastPkts),
                Leaf.counter64(inDiscards),
                Leaf.counter64(inErrors),
                Leaf.counter64(inUnknownProtos),
                Leaf.counter64(outOctets),
                Leaf.counter64(outUnicastPkts),
                Leaf.counter64(outBroadcastPkts),
                Leaf.counter64(outMulticastPkts),
                Leaf.counter64(outDiscards),
                Leaf.counter64(outErrors));
    }
}
