package net.coreserver.interfaces;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one interface, as {@code ietf-interfaces} names them. A counter that the target did not send is null,
 * never zero.
 *
 * <p>Source: RFC 8343 section 5, container {@code statistics}.
 *
 * @param discontinuityTime when one or more of these counters last started anew
 * @param inOctets octets received, framing included
 * @param inUnicastPkts unicast packets handed up
 * @param inBroadcastPkts broadcast packets handed up
 * @param inMulticastPkts multicast packets handed up
 * @param inDiscards inbound packets dropped although no error was found in them
 * @param inErrors inbound packets with errors
 * @param inUnknownProtos inbound packets of a protocol that is not known or not supported
 * @param outOctets octets sent, framing included
 * @param outUnicastPkts unicast packets asked to be sent, those dropped included
 * @param outBroadcastPkts broadcast packets asked to be sent, those dropped included
 * @param outMulticastPkts multicast packets asked to be sent, those dropped included
 * @param outDiscards outbound packets dropped although no error was found in them
 * @param outErrors outbound packets that could not be sent because of errors
 */
public record Statistics(
        @Nullable Instant discontinuityTime,
        @Nullable Counter64 inOctets,
        @Nullable Counter64 inUnicastPkts,
        @Nullable Counter64 inBroadcastPkts,
        @Nullable Counter64 inMulticastPkts,
        @Nullable Counter64 inDiscards,
        @Nullable Counter64 inErrors,
        @Nullable Counter64 inUnknownProtos,
        @Nullable Counter64 outOctets,
        @Nullable Counter64 outUnicastPkts,
        @Nullable Counter64 outBroadcastPkts,
        @Nullable Counter64 outMulticastPkts,
        @Nullable Counter64 outDiscards,
        @Nullable Counter64 outErrors) {}
