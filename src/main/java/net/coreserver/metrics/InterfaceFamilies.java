package net.coreserver.metrics;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/** What is told of each interface of a target that was polled with success, under names of our own. */
final class InterfaceFamilies {

    private static final String PREFIX = "netconf_interface_";

    /** Text that a target sends becomes a label up to this length, in units of UTF-16. */
    static final int MAX_LABEL_TEXT = 1_024;

    static final List<Section> ALL = Stream.concat(
                    Stream.of(
                            new Section.OfInterface(
                                    new Family(
                                            "netconf_interface",
                                            Family.Type.INFO,
                                            null,
                                            "What the target says of the interface, as labels; the value is 1."),
                                    InterfaceFamilies::appendInfo,
                                    InterfaceValues.ONE),
                            new Section.OfInterface(
                                    Family.gauge(
                                            PREFIX + "admin_status",
                                            "The desired state: 1 up, 2 down, 3 testing; absent for any other word."),
                                    InterfaceValues.ADMIN_STATUS),
                            new Section.OfInterface(
                                    Family.gauge(
                                            PREFIX + "oper_status",
                                            "The current state: 1 up, 2 down, 3 testing, 4 unknown, 5 dormant,"
                                                    + " 6 not-present, 7 lower-layer-down; absent for any other word."),
                                    InterfaceValues.OPER_STATUS),
                            new Section.OfInterface(
                                    Family.gauge(
                                            PREFIX + "speed_octets_per_second",
                                            "The current bandwidth, in octets so that it can be divided by a rate of octets."),
                                    InterfaceValues.SPEED_IN_OCTETS),
                            new Section.OfInterface(
                                    Family.gauge(PREFIX + "mtu_octets", "octets", "The largest packet."),
                                    InterfaceValues.MTU),
                            new Section.OfInterface(
                                    Family.gauge(
                                            PREFIX + "last_change_timestamp_seconds",
                                            "seconds",
                                            "When the interface entered its current state, by the target's clock."),
                                    InterfaceFamilies::appendLastChange),
                            new Section.OfInterface(
                                    Family.gauge(
                                            PREFIX + "discontinuity_timestamp_seconds",
                                            "seconds",
                                            "When a counter of the interface last started anew, by the target's clock."),
                                    InterfaceFamilies::appendDiscontinuity)),
                    Arrays.stream(Metric.values())
                            .filter(metric -> metric.kind() == Metric.Kind.COUNTER)
                            .map(InterfaceFamilies::counter))
            .toList();

    private InterfaceFamilies() {}

    private static Section counter(Metric metric) {
        String name = PREFIX + snakeCase(metric.word()).replace("_pkts", "_packets");
        String unit = name.endsWith("_octets") ? "octets" : name.endsWith("_packets") ? "packets" : null;
        return new Section.OfInterface(
                new Family(name, Family.Type.COUNTER, unit, help(metric)), InterfaceValues.counter(metric));
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String help(Metric counter) {
        return switch (counter) {
            case IN_OCTETS -> "Octets received, framing included.";
            case IN_UNICAST_PKTS -> "Unicast packets received.";
            case IN_BROADCAST_PKTS -> "Broadcast packets received.";
            case IN_MULTICAST_PKTS -> "Multicast packets received.";
            case IN_DISCARDS -> "Inbound packets dropped although no error was found in them.";
            case IN_ERRORS -> "Inbound packets with errors.";
            case IN_UNKNOWN_PROTOS -> "Inbound packets of an unknown protocol.";
            case OUT_OCTETS -> "Octets sent, framing included.";
            case OUT_UNICAST_PKTS -> "Unicast packets sent, those dropped included.";
            case OUT_BROADCAST_PKTS -> "Broadcast packets sent, those dropped included.";
            case OUT_MULTICAST_PKTS -> "Multicast packets sent, those dropped included.";
            case OUT_DISCARDS -> "Outbound packets dropped although no error was found in them.";
            case OUT_ERRORS -> "Outbound packets that could not be sent because of errors.";
            case IN_BITS_PER_SECOND,
                    OUT_BITS_PER_SECOND,
                    IN_PACKETS_PER_SECOND,
                    OUT_PACKETS_PER_SECOND,
                    IN_UTILIZATION,
                    OUT_UTILIZATION,
                    IN_ERRORS_PER_SECOND,
                    OUT_ERRORS_PER_SECOND,
                    IN_DISCARDS_PER_SECOND,
                    OUT_DISCARDS_PER_SECOND,
                    ADMIN_STATUS,
                    OPER_STATUS,
                    SPEED -> throw new IllegalArgumentException(counter.word() + " is no counter");
        };
    }

    private static void appendInfo(InterfaceSample sample, Octets out) {
        appendText("description", sample.description(), out);
        InterfaceType type = sample.type();
        appendText("type", type == null ? null : type.text(), out);
        appendText("phys_address", sample.physAddress(), out);
        Integer index = sample.ifIndex();
        appendText("if_index", index == null ? null : index.toString(), out);
    }

    /** An empty label is as good as none. */
    static void appendText(String label, @Nullable String text, Octets out) {
        if (text != null && !text.isEmpty()) {
            out.label(label, text.length() <= MAX_LABEL_TEXT ? text : text.substring(0, MAX_LABEL_TEXT));
        }
    }

    private static boolean appendLastChange(InterfaceSample sample, Octets out) {
        Instant at = sample.lastChange();
        if (at != null) {
            out.seconds(at);
        }
        return at != null;
    }

    private static boolean appendDiscontinuity(InterfaceSample sample, Octets out) {
        Statistics statistics = sample.statistics();
        Instant at = statistics == null ? null : statistics.discontinuityTime();
        if (at != null) {
            out.seconds(at);
        }
        return at != null;
    }
}
