package net.coreserver.interfaces;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of an interface and can be followed over time: its rates, its counters, and what it is at the moment. The words
 * are those of the API.
 */
public enum Metric {
    /** Received, in bits a second. */
    IN_BITS_PER_SECOND("inBitsPerSecond", Kind.RATE),
    /** Sent, in bits a second. */
    OUT_BITS_PER_SECOND("outBitsPerSecond", Kind.RATE),
    /** Received, in packets of all kinds a second. */
    IN_PACKETS_PER_SECOND("inPacketsPerSecond", Kind.RATE),
    /** Sent, in packets of all kinds a second. */
    OUT_PACKETS_PER_SECOND("outPacketsPerSecond", Kind.RATE),
    /** The part of the bandwidth that is used for what is received, 0 to 1. */
    IN_UTILIZATION("inUtilization", Kind.RATE),
    /** The part of the bandwidth that is used for what is sent, 0 to 1. */
    OUT_UTILIZATION("outUtilization", Kind.RATE),
    /** Inbound packets with errors a second. */
    IN_ERRORS_PER_SECOND("inErrorsPerSecond", Kind.RATE),
    /** Outbound packets a second that could not be sent because of errors. */
    OUT_ERRORS_PER_SECOND("outErrorsPerSecond", Kind.RATE),
    /** Inbound packets a second that were dropped although no error was found in them. */
    IN_DISCARDS_PER_SECOND("inDiscardsPerSecond", Kind.RATE),
    /** Outbound packets a second that were dropped although no error was found in them. */
    OUT_DISCARDS_PER_SECOND("outDiscardsPerSecond", Kind.RATE),

    /** The desired state, as the number that YANG gives to its word. */
    ADMIN_STATUS("adminStatus", Kind.GAUGE),
    /** The operational state, as the number that YANG gives to its word. */
    OPER_STATUS("operStatus", Kind.GAUGE),
    /** The bandwidth, in bits a second. */
    SPEED("speed", Kind.GAUGE),

    /** Octets received. */
    IN_OCTETS("inOctets", Kind.COUNTER),
    /** Unicast packets received. */
    IN_UNICAST_PKTS("inUnicastPkts", Kind.COUNTER),
    /** Broadcast packets received. */
    IN_BROADCAST_PKTS("inBroadcastPkts", Kind.COUNTER),
    /** Multicast packets received. */
    IN_MULTICAST_PKTS("inMulticastPkts", Kind.COUNTER),
    /** Inbound packets dropped although no error was found in them. */
    IN_DISCARDS("inDiscards", Kind.COUNTER),
    /** Inbound packets with errors. */
    IN_ERRORS("inErrors", Kind.COUNTER),
    /** Inbound packets of an unknown protocol. */
    IN_UNKNOWN_PROTOS("inUnknownProtos", Kind.COUNTER),
    /** Octets sent. */
    OUT_OCTETS("outOctets", Kind.COUNTER),
    /** Unicast packets sent. */
    OUT_UNICAST_PKTS("outUnicastPkts", Kind.COUNTER),
    /** Broadcast packets sent. */
    OUT_BROADCAST_PKTS("outBroadcastPkts", Kind.COUNTER),
    /** Multicast packets sent. */
    OUT_MULTICAST_PKTS("outMulticastPkts", Kind.COUNTER),
    /** Outbound packets dropped although no error was found in them. */
    OUT_DISCARDS("outDiscards", Kind.COUNTER),
    /** Outbound packets that could not be sent because of errors. */
    OUT_ERRORS("outErrors", Kind.COUNTER);

    /** What sort of number it is. */
    public enum Kind {
        /** How fast something grew between two polls. */
        RATE,
        /** What is at the moment. */
        GAUGE,
        /** A counter as the target sent it: a whole number of 64 bits, unsigned. */
        COUNTER
    }

    private static final Map<String, Metric> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Metric::word, Function.identity()));

    private final String word;
    private final Kind kind;

    Metric(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** {@return its name, as the API spells it} */
    public String word() {
        return word;
    }

    /** {@return what sort of number it is} */
    public Kind kind() {
        return kind;
    }

    /**
     * Finds a metric.
     *
     * @param word its name, as the API spells it
     * @return it; empty when there is none of that name
     */
    public static Optional<Metric> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /**
     * The value of a rate.
     *
     * @param rates all rates of an interface
     * @return this one; null when it cannot be told, and for what is no rate
     */
    public @Nullable Double rate(Rates rates) {
        return switch (this) {
            case IN_BITS_PER_SECOND -> rates.inBitsPerSecond();
            case OUT_BITS_PER_SECOND -> rates.outBitsPerSecond();
            case IN_PACKETS_PER_SECOND -> rates.inPacketsPerSecond();
            case OUT_PACKETS_PER_SECOND -> rates.outPacketsPerSecond();
            case IN_UTILIZATION -> rates.inUtilization();
            case OUT_UTILIZATION -> rates.outUtilization();
            case IN_ERRORS_PER_SECOND -> rates.inErrorsPerSecond();
            case OUT_ERRORS_PER_SECOND -> rates.outErrorsPerSecond();
            case IN_DISCARDS_PER_SECOND -> rates.inDiscardsPerSecond();
            case OUT_DISCARDS_PER_SECOND -> rates.outDiscardsPerSecond();
            case ADMIN_STATUS,
                    OPER_STATUS,
                    SPEED,
                    IN_OCTETS,
                    IN_UNICAST_PKTS,
                    IN_BROADCAST_PKTS,
                    IN_MULTICAST_PKTS,
                    IN_DISCARDS,
                    IN_ERRORS,
                    IN_UNKNOWN_PROTOS,
                    OUT_OCTETS,
                    OUT_UNICAST_PKTS,
                    OUT_BROADCAST_PKTS,
                    OUT_MULTICAST_PKTS,
                    OUT_DISCARDS,
                    OUT_ERRORS -> null;
        };
    }

    /**
     * The value of a counter.
     *
     * @param statistics all counters of an interface
     * @return this one; null when the target did not send it, and for what is no counter
     */
    public @Nullable Counter64 counter(Statistics statistics) {
        return switch (this) {
            case IN_OCTETS -> statistics.inOctets();
            case IN_UNICAST_PKTS -> statistics.inUnicastPkts();
            case IN_BROADCAST_PKTS -> statistics.inBroadcastPkts();
            case IN_MULTICAST_PKTS -> statistics.inMulticastPkts();
            case IN_DISCARDS -> statistics.inDiscards();
            case IN_ERRORS -> statistics.inErrors();
            case IN_UNKNOWN_PROTOS -> statistics.inUnknownProtos();
            case OUT_OCTETS -> statistics.outOctets();
            case OUT_UNICAST_PKTS -> statistics.outUnicastPkts();
            case OUT_BROADCAST_PKTS -> statistics.outBroadcastPkts();
            case OUT_MULTICAST_PKTS -> statistics.outMulticastPkts();
            case OUT_DISCARDS -> statistics.outDiscards();
            case OUT_ERRORS -> statistics.outErrors();
            case ADMIN_STATUS,
                    OPER_STATUS,
                    SPEED,
                    IN_BITS_PER_SECOND,
                    OUT_BITS_PER_SECOND,
                    IN_PACKETS_PER_SECOND,
                    OUT_PACKETS_PER_SECOND,
                    IN_UTILIZATION,
                    OUT_UTILIZATION,
                    IN_ERRORS_PER_SECOND,
                    OUT_ERRORS_PER_SECOND,
                    IN_DISCARDS_PER_SECOND,
                    OUT_DISCARDS_PER_SECOND -> null;
        };
    }
}
