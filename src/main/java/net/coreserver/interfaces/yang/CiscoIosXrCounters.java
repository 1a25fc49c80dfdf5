package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.leaf;

import java.time.Instant;
import java.util.function.UnaryOperator;
import net.coreserver.interfaces.Counter64;
import org.jspecify.annotations.Nullable;

/**
 * The counters of an interface in IOS XR, which {@code Cisco-IOS-XR-pfi-im-cmd-oper} and {@code Cisco-IOS-XR-infra-statsd-oper} have
 * in the same words; {@link CiscoIosXrPfiImCmdOper} has the mapping.
 */
final class CiscoIosXrCounters {

    private static final String RECEIVED = "packets-received";
    private static final String SENT = "packets-sent";

    /** A clock that was set shows no earlier time; what is less counts from the start of the device. */
    private static final Instant EARLIEST = Instant.ofEpochSecond(1_000_000_000);

    private CiscoIosXrCounters() {}

    /**
     * The leaves.
     *
     * @param level of a draft that is to have them: itself, or what holds otherwise
     */
    static Element[] of(UnaryOperator<InterfaceDraft> level) {
        return new Element[] {
            total(RECEIVED, level),
            counter("bytes-received", CounterLeaf.IN_OCTETS, level),
            total(SENT, level),
            counter("bytes-sent", CounterLeaf.OUT_OCTETS, level),
            counter("multicast-packets-received", CounterLeaf.IN_MULTICAST_PKTS, level),
            counter("broadcast-packets-received", CounterLeaf.IN_BROADCAST_PKTS, level),
            counter("multicast-packets-sent", CounterLeaf.OUT_MULTICAST_PKTS, level),
            counter("broadcast-packets-sent", CounterLeaf.OUT_BROADCAST_PKTS, level),
            counter("output-drops", CounterLeaf.OUT_DISCARDS, level),
            counter("input-drops", CounterLeaf.IN_DISCARDS, level),
            counter("unknown-protocol-packets-received", CounterLeaf.IN_UNKNOWN_PROTOS, level),
            counter("input-errors", CounterLeaf.IN_ERRORS, level),
            extra("crc-errors", level),
            counter("output-errors", CounterLeaf.OUT_ERRORS, level),
            extra("carrier-transitions", level),
            leaf("last-discontinuity-time", (draft, value) -> level.apply(draft).discontinuityTime = moment(value))
        };
    }

    /** The leaves of {@code basic-interface-stats}: without those by kind of packet, so that there is no count of unicast ones. */
    static Element[] basic() {
        UnaryOperator<InterfaceDraft> level = UnaryOperator.identity();
        return new Element[] {
            total(RECEIVED, level),
            counter("bytes-received", CounterLeaf.IN_OCTETS, level),
            total(SENT, level),
            counter("bytes-sent", CounterLeaf.OUT_OCTETS, level),
            counter("input-drops", CounterLeaf.IN_DISCARDS, level),
            counter("input-errors", CounterLeaf.IN_ERRORS, level),
            counter("unknown-protocol-packets-received", CounterLeaf.IN_UNKNOWN_PROTOS, level),
            counter("output-drops", CounterLeaf.OUT_DISCARDS, level),
            counter("output-errors", CounterLeaf.OUT_ERRORS, level),
            leaf("last-discontinuity-time", (draft, value) -> draft.discontinuityTime = moment(value))
        };
    }

    private static Element counter(String name, CounterLeaf counter, UnaryOperator<InterfaceDraft> level) {
        return leaf(name, (draft, value) -> level.apply(draft).counter(counter, value));
    }

    private static Element extra(String name, UnaryOperator<InterfaceDraft> level) {
        return leaf(name, (draft, value) -> level.apply(draft).extra(name, value.text()));
    }

    private static Element total(String name, UnaryOperator<InterfaceDraft> level) {
        return leaf(name, (draft, value) -> {
            String text = value.text();
            level.apply(draft).extra(name, text);
            if (value.counter64() != null) {
                level.apply(draft).note(name, text);
            }
        });
    }

    /** A moment in seconds or nanoseconds since 1970; null when it is too early for one. */
    static @Nullable Instant moment(Leaf value) {
        Instant seconds = value.epochSeconds();
        Instant moment = seconds == null ? value.epochNanoseconds() : seconds;
        return moment == null || moment.isBefore(EARLIEST) ? null : moment;
    }

    /** Tells the counts of unicast packets, once all leaves are known. */
    static void addUnicast(InterfaceDraft draft) {
        draft.set(
                CounterLeaf.IN_UNICAST_PKTS,
                unicast(draft, RECEIVED, CounterLeaf.IN_MULTICAST_PKTS, CounterLeaf.IN_BROADCAST_PKTS));
        draft.set(
                CounterLeaf.OUT_UNICAST_PKTS,
                unicast(draft, SENT, CounterLeaf.OUT_MULTICAST_PKTS, CounterLeaf.OUT_BROADCAST_PKTS));
    }

    private static @Nullable Counter64 unicast(
            InterfaceDraft draft, String total, CounterLeaf multicast, CounterLeaf broadcast) {
        String text = draft.noted(total);
        Counter64 multicasts = draft.counter(multicast);
        Counter64 broadcasts = draft.counter(broadcast);
        if (text == null || multicasts == null || broadcasts == null) {
            return null;
        }
        Counter64 all = Counter64.parse(text);
        Counter64 withoutMulticasts = new Counter64(all.bits() - multicasts.bits());
        return multicasts.compareTo(all) > 0 || broadcasts.compareTo(withoutMulticasts) > 0
                ? null
                : new Counter64(withoutMulticasts.bits() - broadcasts.bits());
    }
}
