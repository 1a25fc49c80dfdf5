package net.coreserver.event.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.coreserver.event.EventKind;
import net.coreserver.event.Severity;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.RateOfChange;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened to one interface between two samples. A leaf that one of the two does not have makes no change: what it was
 * is not known.
 *
 * <p>What changed together with the operational state has the same cause, and is told with it: the administrative state, the
 * speed, the addresses.
 */
final class InterfaceComparison {

    private final InterfaceSample before;
    private final InterfaceSample after;
    private final Map<String, Object> adminStatus;
    private final Map<String, Object> operStatus;
    private final Map<String, Object> speed;
    private final Map<String, Object> addresses;

    private InterfaceComparison(InterfaceSample before, InterfaceSample after) {
        this.before = before;
        this.after = after;
        this.adminStatus = changed("adminStatus", word(before.adminStatus()), word(after.adminStatus()));
        this.operStatus = changed("operStatus", word(before.operStatus()), word(after.operStatus()));
        this.speed = changed("speed", before.speedBitsPerSecond(), after.speedBitsPerSecond());
        this.addresses = new LinkedHashMap<>(changed("physAddress", before.physAddress(), after.physAddress()));
        compareAddresses("ipv4", before.ipv4(), after.ipv4());
        compareAddresses("ipv6", before.ipv6(), after.ipv6());
    }

    /**
     * What happened to it but for its counters.
     *
     * @param before what was known of it
     * @param after what is seen of it now
     */
    static List<InterfaceChange> between(InterfaceSample before, InterfaceSample after) {
        if (isSame(before, after)) {
            return List.of();
        }
        return new InterfaceComparison(before, after).changes();
    }

    /** Whether nothing of what is compared is another; for a glance, which nearly always is all that it takes. */
    static boolean isSame(InterfaceSample before, InterfaceSample after) {
        return Objects.equals(before.operStatus(), after.operStatus())
                && Objects.equals(before.adminStatus(), after.adminStatus())
                && Objects.equals(before.speedBitsPerSecond(), after.speedBitsPerSecond())
                && Objects.equals(before.physAddress(), after.physAddress())
                && before.ipv4().equals(after.ipv4())
                && before.ipv6().equals(after.ipv6());
    }

    /** That its counters began anew, if they did. */
    static @Nullable InterfaceChange reset(InterfaceSample before, InterfaceSample after, Duration interval) {
        if (!RateOfChange.beganAnew(before, after, interval)) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        var was = before.statistics() == null ? null : before.statistics().discontinuityTime();
        var is = after.statistics() == null ? null : after.statistics().discontinuityTime();
        data.putAll(changed("discontinuityTime", was, is));
        data.putAll(changed("ifIndex", before.ifIndex(), after.ifIndex()));
        String message = "The counters of interface " + Excerpt.name(after.name()) + " began anew";
        return InterfaceChange.of(after.name(), EventKind.COUNTER_RESET, message, data, after.operStatus());
    }

    private static @Nullable String word(@Nullable OperStatus status) {
        return status == null ? null : status.word();
    }

    private static @Nullable String word(@Nullable AdminStatus status) {
        return status == null ? null : status.word();
    }

    private static Map<String, Object> changed(String name, @Nullable Object from, @Nullable Object to) {
        return from == null || to == null || from.equals(to) ? Map.of() : Map.of(name, Excerpt.fromTo(from, to));
    }

    private void compareAddresses(String name, List<IpPrefix> from, List<IpPrefix> to) {
        if (!from.equals(to)) {
            List<Map<String, Object>> added = asJson(to, from);
            List<Map<String, Object>> removed = asJson(from, to);
            // The same ones in another order are no change.
            if (!added.isEmpty() || !removed.isEmpty()) {
                addresses.put(name, Excerpt.difference(added, removed));
            }
        }
    }

    private static List<Map<String, Object>> asJson(List<IpPrefix> addresses, List<IpPrefix> known) {
        return addresses.stream()
                .filter(each -> !known.contains(each))
                .map(InterfaceComparison::asJson)
                .toList();
    }

    private static Map<String, Object> asJson(IpPrefix address) {
        String ip = Excerpt.value(address.ip());
        Integer length = address.prefixLength();
        return length == null ? Map.of("ip", ip) : Map.of("ip", ip, "prefixLength", length);
    }

    private List<InterfaceChange> changes() {
        List<InterfaceChange> changes = new ArrayList<>();
        if (!operStatus.isEmpty()) {
            changes.add(stateChange());
            return changes;
        }
        if (!adminStatus.isEmpty()) {
            changes.add(change(EventKind.ADMIN_STATUS_CHANGED, adminMessage(), adminStatus));
        }
        if (!speed.isEmpty()) {
            changes.add(change(EventKind.SPEED_CHANGED, speedMessage(), speed));
        }
        if (!addresses.isEmpty()) {
            changes.add(change(EventKind.ADDRESS_CHANGED, interfaceNamed() + " has other addresses", addresses));
        }
        return changes;
    }

    private InterfaceChange change(EventKind kind, String message, Map<String, Object> data) {
        return InterfaceChange.of(after.name(), kind, message, data, after.operStatus());
    }

    private InterfaceChange stateChange() {
        Map<String, Object> data = new LinkedHashMap<>(adminStatus);
        data.putAll(operStatus);
        data.putAll(speed);
        data.putAll(addresses);
        if (OperStatus.Known.UP.equals(after.operStatus())) {
            String how = isNow(AdminStatus.Known.UP) ? " was enabled and came up" : " came up";
            return change(EventKind.LINK_UP, interfaceNamed() + how, data);
        }
        if (!OperStatus.Known.UP.equals(before.operStatus())) {
            String how = " went from " + named(before.operStatus()) + " to " + named(after.operStatus());
            return change(EventKind.OPER_STATUS_CHANGED, interfaceNamed() + how, data);
        }
        return LinkDown.of(after, data);
    }

    private boolean isNow(AdminStatus state) {
        return !adminStatus.isEmpty() && state.equals(after.adminStatus());
    }

    private String adminMessage() {
        if (isNow(AdminStatus.Known.UP)) {
            return interfaceNamed() + " was enabled";
        }
        if (isNow(AdminStatus.Known.DOWN)) {
            return interfaceNamed() + " was disabled";
        }
        return interfaceNamed() + " was set to " + Excerpt.name(String.valueOf(word(after.adminStatus())));
    }

    private String speedMessage() {
        return interfaceNamed() + " runs at " + after.speedBitsPerSecond() + " bit/s, was "
                + before.speedBitsPerSecond();
    }

    private String interfaceNamed() {
        return "Interface " + Excerpt.name(after.name());
    }

    private static String named(@Nullable OperStatus status) {
        return Excerpt.name(String.valueOf(word(status)));
    }

    /** How it is told that an interface is no longer up. */
    static final class LinkDown {

        private LinkDown() {}

        /** An interface that is disabled was shut down on purpose, which is nothing to worry about. */
        static InterfaceChange of(InterfaceSample after, Map<String, Object> data) {
            String name = "Interface " + Excerpt.name(after.name());
            OperStatus now = after.operStatus();
            if (AdminStatus.Known.DOWN.equals(after.adminStatus())) {
                String message = name + " was shut down";
                return new InterfaceChange(after.name(), EventKind.LINK_DOWN, Severity.INFO, message, data, now);
            }
            String state =
                    now == null || OperStatus.Known.DOWN.equals(now) ? "" : " (" + Excerpt.name(now.word()) + ")";
            return InterfaceChange.of(after.name(), EventKind.LINK_DOWN, name + " went down" + state, data, now);
        }
    }
}
