package net.coreserver.interfaces.yang;

import static net.coreserver.interfaces.yang.Element.container;
import static net.coreserver.interfaces.yang.Element.counter;
import static net.coreserver.interfaces.yang.Element.extra;
import static net.coreserver.interfaces.yang.Element.key;
import static net.coreserver.interfaces.yang.Element.leaf;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.OperStatus;
import org.jspecify.annotations.Nullable;

/** The leaves that several kinds of interfaces have in common in NX-OS; {@link CiscoNxOsDevice} has the mapping. */
final class CiscoNxOsLeaves {

    private static final Words<AdminStatus> ADMIN_STATUS = Words.ofAdminStatus(Map.of());
    private static final Words<OperStatus> OPER_STATUS =
            Words.ofOperStatus(Map.of("shutdown", OperStatus.Known.DOWN, "out-of-srvc", OperStatus.Known.DOWN));

    private static final String MICROSECONDS = "operLastChgUsec";
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{1,6}");

    /** The last key of a distinguished name: {@code /System/…/PhysIf-list[id='eth1/1']}, or {@code sys/intf/phys-[eth1/1]}. */
    private static final Pattern LAST_KEY = Pattern.compile("\\[(?:id=)?['\"]?([^\\[\\]'\"]+)['\"]?\\]$");

    private static final Pattern ADDRESS = Pattern.compile("([0-9A-Fa-f.:]+)(?:/([0-9]{1,3}))?");
    private static final int MAX_PREFIX_LENGTH = 128;

    private CiscoNxOsLeaves() {}

    static Element id() {
        return key("id", (draft, value) -> draft.name = value.text());
    }

    static Element description() {
        return leaf("descr", (draft, value) -> draft.description = value.text());
    }

    static Element adminStatus() {
        return leaf("adminSt", (draft, value) -> draft.adminStatus = ADMIN_STATUS.of(value));
    }

    /** One array behind the other. */
    static Element[] with(Element[] first, Element... others) {
        return Stream.of(first, others).flatMap(Stream::of).toArray(Element[]::new);
    }

    /** What all kinds but one tell of their state. */
    static Element[] state() {
        return new Element[] {operStatus(), extra("operStQual"), operMtu()};
    }

    /** What those tell of it that have a link. */
    static Element[] linkState() {
        return with(
                state(),
                leaf("operSpeed", CiscoNxOsLeaves::readSpeed),
                extra("operDuplex"),
                physAddress("backplaneMac"),
                leaf("lastLinkStChg", (draft, value) -> draft.lastChange = value.dateAndTime()));
    }

    static Element operStatus() {
        return leaf("operSt", (draft, value) -> draft.operStatus = OPER_STATUS.of(value));
    }

    static Element operDescription() {
        return leaf("operDescr", (draft, value) -> draft.otherwise().description = value.text());
    }

    static Element mtu() {
        return leaf("mtu", (draft, value) -> draft.otherwise().mtu = value.uint32());
    }

    static Element operMtu() {
        return leaf("operMtu", (draft, value) -> draft.mtu = value.uint32());
    }

    static Element ifIndex() {
        return leaf("ifIndex", (draft, value) -> draft.ifIndex = value.index());
    }

    static Element physAddress(String name) {
        return leaf(name, (draft, value) -> draft.physAddress = value.physAddress());
    }

    static Element bandwidth() {
        return leaf("bw", (draft, value) -> draft.otherwise().speed = known(value.speed(1000)));
    }

    static Element operBandwidth() {
        return leaf("operBw", (draft, value) -> draft.speed = known(value.speed(1000)));
    }

    private static void readSpeed(InterfaceDraft draft, Leaf value) {
        draft.speed = known(value.speedText());
        if (draft.speed == null) {
            draft.extra("operSpeed", value.text());
        }
    }

    private static @Nullable Long known(@Nullable Long speed) {
        return speed == null || speed == 0 ? null : speed;
    }

    /** The port-channel of a port. */
    static Element bundle() {
        return leaf("bundleIndex", (draft, value) -> {
            String name = value.text();
            draft.higherLayerIf("unspecified".equals(name) ? null : name);
        });
    }

    /** The name in a distinguished name is that of an interface below. */
    static Element standsOn() {
        return leaf("tDn", (draft, value) -> {
            String name = value.text();
            Matcher lastKey = LAST_KEY.matcher(name == null ? "" : name);
            draft.lowerLayerIf(lastKey.find() ? lastKey.group(1) : null);
        });
    }

    static Element lastChangeSeconds() {
        return leaf("operLastChgSec", (draft, value) -> draft.lastChange = value.epochSeconds());
    }

    static Element lastChangeMicroseconds() {
        return leaf(MICROSECONDS, (draft, value) -> draft.note(MICROSECONDS, value.text()));
    }

    /** Adds to a moment what is less than a second of it, once both are known. */
    static void addMicroseconds(InterfaceDraft draft) {
        String microseconds = draft.noted(MICROSECONDS);
        if (draft.lastChange != null
                && microseconds != null
                && SIX_DIGITS.matcher(microseconds).matches()) {
            draft.lastChange = draft.lastChange.plusNanos(Integer.parseInt(microseconds) * 1000L);
        }
    }

    static void readAddress(InterfaceDraft draft, Leaf value) {
        String text = value.text();
        Matcher address = ADDRESS.matcher(text == null ? "" : text);
        if (address.matches()) {
            int length = address.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(address.group(2));
            draft.ip = address.group(1);
            draft.prefixLength = length > MAX_PREFIX_LENGTH ? null : length;
        }
    }

    static Element[] counters() {
        return new Element[] {
            container(
                    "dbgIfIn-items",
                    otherwise("octets", CounterLeaf.IN_OCTETS),
                    otherwise("ucastPkts", CounterLeaf.IN_UNICAST_PKTS),
                    otherwise("broadcastPkts", CounterLeaf.IN_BROADCAST_PKTS),
                    otherwise("multicastPkts", CounterLeaf.IN_MULTICAST_PKTS),
                    counter("discards", CounterLeaf.IN_DISCARDS),
                    counter("errors", CounterLeaf.IN_ERRORS),
                    counter("unknownProtos", CounterLeaf.IN_UNKNOWN_PROTOS)),
            container(
                    "dbgIfOut-items",
                    otherwise("octets", CounterLeaf.OUT_OCTETS),
                    otherwise("ucastPkts", CounterLeaf.OUT_UNICAST_PKTS),
                    otherwise("broadcastPkts", CounterLeaf.OUT_BROADCAST_PKTS),
                    otherwise("multicastPkts", CounterLeaf.OUT_MULTICAST_PKTS),
                    counter("discards", CounterLeaf.OUT_DISCARDS),
                    counter("errors", CounterLeaf.OUT_ERRORS)),
            container("dbgEtherStats-items", extra("cRCAlignErrors")),
            container(
                    "dbgIfHCIn-items",
                    counter("octets", CounterLeaf.IN_OCTETS),
                    counter("ucastPkts", CounterLeaf.IN_UNICAST_PKTS),
                    counter("broadcastPkts", CounterLeaf.IN_BROADCAST_PKTS),
                    counter("multicastPkts", CounterLeaf.IN_MULTICAST_PKTS)),
            container(
                    "dbgIfHCOut-items",
                    counter("octets", CounterLeaf.OUT_OCTETS),
                    counter("ucastPkts", CounterLeaf.OUT_UNICAST_PKTS),
                    counter("broadcastPkts", CounterLeaf.OUT_BROADCAST_PKTS),
                    counter("multicastPkts", CounterLeaf.OUT_MULTICAST_PKTS))
        };
    }

    /** A counter that holds where the one of {@code dbgIfHCIn-items} or {@code dbgIfHCOut-items} is not sent. */
    static Element otherwise(String name, CounterLeaf counter) {
        return leaf(name, (draft, value) -> draft.otherwise().counter(counter, value));
    }
}
