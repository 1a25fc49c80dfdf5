package net.coreserver.metrics;

import java.util.List;
import java.util.Locale;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.Metric;

/**
 * The same under the names of the IF-MIB, with the labels of the exporter for SNMP: {@code ifIndex}, {@code ifName}, {@code ifDescr},
 * {@code ifAlias}. What dashboards and rules were made for that one works with these.
 *
 * <p>The name of an interface stands for both {@code ifName} and {@code ifDescr}, which YANG does not tell apart. The 32 bits of
 * {@code ifInOctets} and its like are no part of YANG, nor is {@code sysUpTime}, by which {@code ifLastChange} is counted: they are
 * left out.
 *
 * <p>Source: RFC 2863, and RFC 8343 section 4, which says what is what.
 */
final class IfMibFamilies {

    private static final long BITS_PER_MEGABIT = 1_000_000;

    /** The greatest speed that {@code ifSpeed} can tell; it stands for all that are greater. */
    private static final long MAX_IF_SPEED = 4_294_967_295L;

    static final List<Section> ALL = List.of(
            gauge("ifAdminStatus", "The desired state of the interface.", InterfaceValues.ADMIN_STATUS),
            gauge("ifOperStatus", "The current state of the interface.", InterfaceValues.OPER_STATUS),
            gauge("ifMtu", "The largest packet, in octets.", InterfaceValues.MTU),
            gauge("ifSpeed", "The current bandwidth, in bits per second.", (sample, out) -> {
                Long speed = sample.speedBitsPerSecond();
                return InterfaceValues.append(speed == null ? null : Long.valueOf(Math.min(speed, MAX_IF_SPEED)), out);
            }),
            gauge("ifHighSpeed", "The current bandwidth, in units of 1,000,000 bits per second.", (sample, out) -> {
                Long speed = sample.speedBitsPerSecond();
                return InterfaceValues.append(speed == null ? null : Long.valueOf(megabits(speed)), out);
            }),
            new Section.OfInterface(
                    new Family("ifType", Family.Type.INFO, null, "The kind of interface, as a label; the value is 1."),
                    (sample, out) -> {
                        InterfaceType type = sample.type();
                        InterfaceFamilies.appendText("ifType", type == null ? null : type.text(), out);
                    },
                    (sample, out) -> sample.type() != null && InterfaceValues.ONE.append(sample, out)),
            new Section.OfInterface(
                    Family.gauge("ifPhysAddress", "The address below the network layer, as a label; the value is 1."),
                    (sample, out) -> {
                        String address = sample.physAddress();
                        InterfaceFamilies.appendText(
                                "ifPhysAddress", address == null ? null : address.toUpperCase(Locale.ROOT), out);
                    },
                    (sample, out) -> sample.physAddress() != null && InterfaceValues.ONE.append(sample, out)),
            counter("ifHCInOctets", "Octets received, framing included.", Metric.IN_OCTETS),
            counter("ifHCInUcastPkts", "Unicast packets received.", Metric.IN_UNICAST_PKTS),
            counter("ifHCInBroadcastPkts", "Broadcast packets received.", Metric.IN_BROADCAST_PKTS),
            counter("ifHCInMulticastPkts", "Multicast packets received.", Metric.IN_MULTICAST_PKTS),
            counter("ifInDiscards", "Inbound packets dropped though they had no error.", Metric.IN_DISCARDS),
            counter("ifInErrors", "Inbound packets with errors.", Metric.IN_ERRORS),
            counter("ifInUnknownProtos", "Inbound packets of an unknown protocol.", Metric.IN_UNKNOWN_PROTOS),
            counter("ifHCOutOctets", "Octets sent, framing included.", Metric.OUT_OCTETS),
            counter("ifHCOutUcastPkts", "Unicast packets sent.", Metric.OUT_UNICAST_PKTS),
            counter("ifHCOutBroadcastPkts", "Broadcast packets sent.", Metric.OUT_BROADCAST_PKTS),
            counter("ifHCOutMulticastPkts", "Multicast packets sent.", Metric.OUT_MULTICAST_PKTS),
            counter("ifOutDiscards", "Outbound packets dropped though they had no error.", Metric.OUT_DISCARDS),
            counter("ifOutErrors", "Outbound packets that could not be sent because of errors.", Metric.OUT_ERRORS));

    private IfMibFamilies() {}

    /** The labels of an interface; a target that tells no index has none. */
    static void appendLabels(InterfaceSample sample, Octets out) {
        InterfaceFamilies.appendText("ifAlias", sample.description(), out);
        out.label("ifDescr", sample.name());
        Integer index = sample.ifIndex();
        if (index != null) {
            out.label("ifIndex", index.toString());
        }
        out.label("ifName", sample.name());
    }

    private static Section gauge(String name, String help, Section.InterfaceValue value) {
        return new Section.OfInterface(Family.gauge(name, help), value);
    }

    private static Section counter(String name, String help, Metric metric) {
        return new Section.OfInterface(
                new Family(name, Family.Type.COUNTER_AS_NAMED, null, help), InterfaceValues.counter(metric));
    }

    /** Rounded to the nearest, as RFC 2863 has it. */
    private static long megabits(long bitsPerSecond) {
        return bitsPerSecond / BITS_PER_MEGABIT + (bitsPerSecond % BITS_PER_MEGABIT >= BITS_PER_MEGABIT / 2 ? 1 : 0);
    }
}
