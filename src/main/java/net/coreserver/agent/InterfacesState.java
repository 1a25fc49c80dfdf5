package net.coreserver.agent;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import net.coreserver.agent.DataNode.Branch;
import net.coreserver.agent.DataNode.Leaf;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * Turns samples into the tree {@code interfaces-state} of RFC 7223, with the addresses of RFC 7277 and what
 * {@code coreserver-agent} adds. What a sample does not hold is not in the tree.
 */
final class InterfacesState {

    static final QName NAME = new QName(YangLibrary.INTERFACES, "interfaces-state");

    private static final String IANA_PREFIX = "ianaift";
    private static final long COUNTER32_MASK = 0xffff_ffffL;

    private InterfacesState() {}

    static Branch of(List<InterfaceSample> samples) {
        return Branch.container(
                NAME, samples.stream().map(InterfacesState::entry).toList());
    }

    private static Branch entry(InterfaceSample sample) {
        Children children = new Children(YangLibrary.INTERFACES);
        children.leaf("name", sample.name());
        children.add(type(sample.type()));
        children.leaf(
                "admin-status",
                sample.adminStatus() == null ? null : sample.adminStatus().word());
        children.leaf(
                "oper-status",
                sample.operStatus() == null ? null : sample.operStatus().word());
        children.leaf("last-change", sample.lastChange());
        children.leaf("if-index", sample.ifIndex());
        children.leaf("phys-address", sample.physAddress());
        sample.higherLayerIf().forEach(name -> children.leaf("higher-layer-if", name));
        sample.lowerLayerIf().forEach(name -> children.leaf("lower-layer-if", name));
        children.leaf("speed", sample.speedBitsPerSecond());
        if (sample.statistics() != null) {
            children.add(statistics(sample.statistics()));
        }
        addresses(children, "ipv4", sample.ipv4());
        addresses(children, "ipv6", sample.ipv6());
        Children beyond = new Children(YangLibrary.AGENT, children.nodes);
        beyond.leaf("description", sample.description());
        beyond.leaf("mtu", sample.mtuOctets());
        return new Branch(children.name("interface"), 1, children.nodes);
    }

    private static @Nullable Leaf type(@Nullable InterfaceType type) {
        QName name = new QName(YangLibrary.INTERFACES, "type");
        return switch (type) {
            case null -> null;
            case InterfaceType.Iana iana -> identity(name, iana);
            case InterfaceType.Translated translated -> identity(name, translated.iana());
            case InterfaceType.Other other -> Leaf.of(name, other.text());
        };
    }

    private static Leaf identity(QName name, InterfaceType.Iana iana) {
        return Leaf.ofIdentity(name, new QName(YangLibrary.IANA_IF_TYPE, iana.text(), IANA_PREFIX));
    }

    private static Branch statistics(Statistics statistics) {
        Children children = new Children(YangLibrary.INTERFACES);
        children.leaf("discontinuity-time", statistics.discontinuityTime());
        children.leaf("in-octets", statistics.inOctets());
        children.leaf("in-unicast-pkts", statistics.inUnicastPkts());
        children.leaf("in-broadcast-pkts", statistics.inBroadcastPkts());
        children.leaf("in-multicast-pkts", statistics.inMulticastPkts());
        children.leaf("in-discards", counter32(statistics.inDiscards()));
        children.leaf("in-errors", counter32(statistics.inErrors()));
        children.leaf("in-unknown-protos", counter32(statistics.inUnknownProtos()));
        children.leaf("out-octets", statistics.outOctets());
        children.leaf("out-unicast-pkts", statistics.outUnicastPkts());
        children.leaf("out-broadcast-pkts", statistics.outBroadcastPkts());
        children.leaf("out-multicast-pkts", statistics.outMulticastPkts());
        children.leaf("out-discards", counter32(statistics.outDiscards()));
        children.leaf("out-errors", counter32(statistics.outErrors()));
        return Branch.container(children.name("statistics"), children.nodes);
    }

    /** The model has 32 bits for it, past which it wraps, however many the host counts with. */
    private static @Nullable Long counter32(@Nullable Counter64 counter) {
        return counter == null ? null : counter.bits() & COUNTER32_MASK;
    }

    private static void addresses(Children parent, String family, List<IpPrefix> prefixes) {
        if (prefixes.isEmpty()) {
            return; // a container without addresses would only say that the family is enabled, which is not known
        }
        Children addresses = new Children(YangLibrary.IP);
        for (IpPrefix prefix : prefixes) {
            Children address = new Children(YangLibrary.IP);
            address.leaf("ip", prefix.ip());
            address.leaf("prefix-length", prefix.prefixLength());
            addresses.add(new Branch(addresses.name("address"), 1, address.nodes));
        }
        parent.add(Branch.container(addresses.name(family), addresses.nodes));
    }

    /** The children of one node, most of them of one namespace. */
    private record Children(String namespace, List<DataNode> nodes) {

        Children(String namespace) {
            this(namespace, new ArrayList<>());
        }

        QName name(String localName) {
            return new QName(namespace, localName);
        }

        void leaf(String localName, @Nullable Object value) {
            if (value != null) {
                nodes.add(Leaf.of(name(localName), value.toString()));
            }
        }

        void add(@Nullable DataNode node) {
            if (node != null) {
                nodes.add(node);
            }
        }
    }
}
