package net.coreserver.api.interfaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.Instant;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.Statistics;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The counters of an interface; what the target did not send is null.
 *
 * @param discontinuityTime when one or more of them last started anew
 * @param inOctets octets received
 * @param inUnicastPkts unicast packets received
 * @param inBroadcastPkts broadcast packets received
 * @param inMulticastPkts multicast packets received
 * @param inDiscards inbound packets dropped although no error was found in them
 * @param inErrors inbound packets with errors
 * @param inUnknownProtos inbound packets of an unknown protocol
 * @param outOctets octets sent
 * @param outUnicastPkts unicast packets sent
 * @param outBroadcastPkts broadcast packets sent
 * @param outMulticastPkts multicast packets sent
 * @param outDiscards outbound packets dropped although no error was found in them
 * @param outErrors outbound packets that could not be sent because of errors
 */
@Schema(
        name = "Statistics",
        description = "The counters of an interface. Each is an exact integer over the whole of YANG's counter64, 0 to"
                + " 2^64 - 1, which a reader that counts in doubles rounds above 2^53: with `?counters=string` each is a"
                + " string of decimal digits. What the target did not send is absent, never 0.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatisticsJson(
        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When one or more of these counters last started anew (RFC 3339).",
                examples = "2026-11-20T06:00:00Z")
        @Nullable Instant discontinuityTime,

        @Schema(
                description = "Octets received, framing included. Unit: octets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "1045388203")
        @Nullable Counter64 inOctets,

        @Schema(
                description = "Unicast packets handed up. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "8100345")
        @Nullable Counter64 inUnicastPkts,

        @Schema(
                description = "Broadcast packets handed up. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "1204")
        @Nullable Counter64 inBroadcastPkts,

        @Schema(
                description = "Multicast packets handed up. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "99871")
        @Nullable Counter64 inMulticastPkts,

        @Schema(
                description = "Inbound packets dropped although no error was found in them. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "0")
        @Nullable Counter64 inDiscards,

        @Schema(
                description = "Inbound packets with errors. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "3")
        @Nullable Counter64 inErrors,

        @Schema(
                description = "Inbound packets of a protocol that is not known or not supported. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "0")
        @Nullable Counter64 inUnknownProtos,

        @Schema(
                description = "Octets sent, framing included. Unit: octets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "812399012")
        @Nullable Counter64 outOctets,

        @Schema(
                description = "Unicast packets asked to be sent, those dropped included. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "7100120")
        @Nullable Counter64 outUnicastPkts,

        @Schema(
                description = "Broadcast packets asked to be sent, those dropped included. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "88")
        @Nullable Counter64 outBroadcastPkts,

        @Schema(
                description = "Multicast packets asked to be sent, those dropped included. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "1310")
        @Nullable Counter64 outMulticastPkts,

        @Schema(
                description = "Outbound packets dropped although no error was found in them. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "0")
        @Nullable Counter64 outDiscards,

        @Schema(
                description = "Outbound packets that could not be sent because of errors. Unit: packets.",
                implementation = BigInteger.class,
                type = SchemaType.INTEGER,
                format = "uint64",
                minimum = "0",
                maximum = MAXIMUM,
                examples = "0")
        @Nullable Counter64 outErrors) {

    private static final String MAXIMUM = "18446744073709551615";

    /**
     * The counters as JSON has them.
     *
     * @param statistics what the target sent
     * @return the same
     */
    public static StatisticsJson of(Statistics statistics) {
        return new StatisticsJson(
                statistics.discontinuityTime(),
                statistics.inOctets(),
                statistics.inUnicastPkts(),
                statistics.inBroadcastPkts(),
                statistics.inMulticastPkts(),
                statistics.inDiscards(),
                statistics.inErrors(),
                statistics.inUnknownProtos(),
                statistics.outOctets(),
                statistics.outUnicastPkts(),
                statistics.outBroadcastPkts(),
                statistics.outMulticastPkts(),
                statistics.outDiscards(),
                statistics.outErrors());
    }
}
