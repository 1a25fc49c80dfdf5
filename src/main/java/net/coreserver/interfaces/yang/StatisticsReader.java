package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.IetfInterfacesState.INTERFACES_NAMESPACE;

import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.Statistics;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/** Reads the container {@code statistics}. */
final class StatisticsReader {

    private StatisticsReader() {}

    /** Reads one container; the reader stands on its start tag, then on its end tag. */
    static Statistics read(XMLStreamReader reader, Leaf leaf) throws XMLStreamException {
        @Nullable Instant discontinuityTime = null;
        @Nullable Counter64 inOctets = null;
        @Nullable Counter64 inUnicastPkts = null;
        @Nullable Counter64 inBroadcastPkts = null;
        @Nullable Counter64 inMulticastPkts = null;
        @Nullable Counter64 inDiscards = null;
        @Nullable Counter64 inErrors = null;
        @Nullable Counter64 inUnknownProtos = null;
        @Nullable Counter64 outOctets = null;
        @Nullable Counter64 outUnicastPkts = null;
        @Nullable Counter64 outBroadcastPkts = null;
        @Nullable Counter64 outMulticastPkts = null;
        @Nullable Counter64 outDiscards = null;
        @Nullable Counter64 outErrors = null;
        while (Xml.nextChild(reader)) {
            if (!INTERFACES_NAMESPACE.equals(reader.getNamespaceURI())) {
                Xml.skip(reader);
                continue;
            }
            switch (reader.getLocalName()) {
                case "discontinuity-time" ->
                    discontinuityTime = leaf.read(reader).dateAndTime();
                case "in-octets" -> inOctets = leaf.read(reader).counter64();
                case "in-unicast-pkts" -> inUnicastPkts = leaf.read(reader).counter64();
                case "in-broadcast-pkts" -> inBroadcastPkts = leaf.read(reader).counter64();
                case "in-multicast-pkts" -> inMulticastPkts = leaf.read(reader).counter64();
                case "in-discards" -> inDiscards = leaf.read(reader).counter64();
                case "in-errors" -> inErrors = leaf.read(reader).counter64();
                case "in-unknown-protos" -> inUnknownProtos = leaf.read(reader).counter64();
                case "out-octets" -> outOctets = leaf.read(reader).counter64();
                case "out-unicast-pkts" -> outUnicastPkts = leaf.read(reader).counter64();
                case "out-broadcast-pkts" ->
                    outBroadcastPkts = leaf.read(reader).counter64();
                case "out-multicast-pkts" ->
                    outMulticastPkts = leaf.read(reader).counter64();
                case "out-discards" -> outDiscards = leaf.read(reader).counter64();
                case "out-errors" -> outErrors = leaf.read(reader).counter64();
                default -> Xml.skip(reader);
            }
        }
        return new Statistics(
                discontinuityTime,
                inOctets,
                inUnicastPkts,
                inBroadcastPkts,
                inMulticastPkts,
                inDiscards,
                inErrors,
                inUnknownProtos,
                outOctets,
                outUnicastPkts,
                outBroadcastPkts,
                outMulticastPkts,
                outDiscards,
                outErrors);
    }
}
