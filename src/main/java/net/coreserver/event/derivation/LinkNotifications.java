package net.coreserver.event.derivation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.event.EventData;
import net.coreserver.event.notification.Notification;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Knows the notifications by which targets tell that an interface changed its state.
 *
 * <table>
 *   <caption>Those that are known, and what they say</caption>
 *   <tr><th>namespace, name</th><th>source</th><th>interface</th><th>state</th></tr>
 *   <tr><td>{@code http://yuma123.org/ns/interfaces-notifications}, {@code link-down}</td><td>the module
 *       {@code interfaces-notifications} of yuma123</td><td>{@code if-name}</td><td>down</td></tr>
 *   <tr><td>the same, {@code link-up}</td><td>the same</td><td>{@code if-name}</td><td>any but down</td></tr>
 *   <tr><td>{@code urn:ietf:params:xml:ns:yang:smiv2:IF-MIB}, {@code linkDown}, {@code linkUp}</td><td>RFC 2863 section 6 in
 *       the form of RFC 6643, as Cisco IOS-XE sends it</td><td>{@code ifIndex}</td><td>{@code ifOperStatus}; else by the
 *       name</td></tr>
 *   <tr><td>any, a name of {@link #BY_NAME}</td><td>modules of vendors, made after the two above</td><td>one of {@link
 *       #NAMES}</td><td>one of {@link #STATES}; else by the name</td></tr>
 *   <tr><td>any, any, with an interface and its {@code oper-status}</td><td>modules that use the leaves of RFC 8343</td><td>one
 *       of {@link #NAMES}, if a poll has seen it</td><td>{@code oper-status}</td></tr>
 * </table>
 */
final class LinkNotifications {

    private static final String YUMA = "http://yuma123.org/ns/interfaces-notifications";
    private static final String IF_MIB = "urn:ietf:params:xml:ns:yang:smiv2:IF-MIB";

    private static final Map<String, LinkClaim> OF_YUMA =
            Map.of("link-up", LinkClaim.NOT_DOWN, "link-down", LinkClaim.DOWN);

    private static final Map<String, LinkClaim> OF_IF_MIB =
            Map.of("linkUp", LinkClaim.NOT_DOWN, "linkDown", LinkClaim.NOT_UP);

    private static final Map<String, LinkClaim> BY_NAME = Map.ofEntries(
            Map.entry("link-up", LinkClaim.NOT_DOWN),
            Map.entry("linkUp", LinkClaim.NOT_DOWN),
            Map.entry("interface-up", LinkClaim.NOT_DOWN),
            Map.entry("link-down", LinkClaim.NOT_UP),
            Map.entry("linkDown", LinkClaim.NOT_UP),
            Map.entry("interface-down", LinkClaim.NOT_UP),
            Map.entry("interface-state-change", LinkClaim.CHANGED),
            Map.entry("interface-status-change", LinkClaim.CHANGED),
            Map.entry("interface-oper-status-change", LinkClaim.CHANGED),
            Map.entry("oper-status-change", LinkClaim.CHANGED),
            Map.entry("link-state-change", LinkClaim.CHANGED),
            Map.entry("link-status-change", LinkClaim.CHANGED),
            Map.entry("if-state-change", LinkClaim.CHANGED));

    private static final List<String> NAMES =
            List.of("if-name", "interface-name", "ifName", "name", "interface", "interface-ref");
    private static final List<String> INDEXES = List.of("ifIndex", "if-index");
    private static final List<String> OPER_STATUS = List.of("oper-status", "operStatus", "ifOperStatus");
    private static final List<String> STATES = List.of(
            "oper-status",
            "operStatus",
            "ifOperStatus",
            "oper-state",
            "new-state",
            "link-status",
            "link-state",
            "state");

    /** An interface that is named by where it stands: {@code /if:interfaces/if:interface[if:name='eth0']}. */
    private static final Pattern KEY = Pattern.compile("\\[[^\\]=]*=\\s*(?:'([^']+)'|\"([^\"]+)\")\\s*]");

    private static final Set<String> UP_WORDS = Set.of("up", "1");

    private static final Set<String> OTHER_WORDS = Set.of(
            "down", "testing", "unknown", "dormant", "notpresent", "lowerlayerdown", "2", "3", "4", "5", "6", "7");

    /** What is kept of a hint while it waits. */
    private static final int LONGEST_BODY = 2_048;

    private static final EventData TOO_LONG = EventData.of(Map.of("#truncated", true));

    private LinkNotifications() {}

    /**
     * Understands a notification.
     *
     * @param heardAt when it came
     * @param snapshot the latest of its target; null when there is none
     * @return what it says of an interface; empty when it is about something else, or about an interface that is not named
     */
    static Optional<LinkHint> read(Notification notification, Instant heardAt, @Nullable Snapshot snapshot) {
        NotificationLeaves body = NotificationLeaves.of(notification.body());
        LinkClaim known = switch (notification.namespace()) {
            case YUMA -> OF_YUMA.get(notification.name());
            case IF_MIB -> OF_IF_MIB.get(notification.name());
            default -> BY_NAME.get(notification.name());
        };
        LinkClaim stated = claim(body.nearest(known == null ? OPER_STATUS : STATES));
        if (known == null && stated == null) {
            return Optional.empty();
        }
        LinkClaim claim = stated == null || known == LinkClaim.DOWN ? known : stated;
        String name = interfaceOf(body, snapshot);
        if (name == null || claim == null || (known == null && !isSeen(name, snapshot))) {
            return Optional.empty();
        }
        return Optional.of(new LinkHint(name, claim, trimmed(notification), heardAt));
    }

    private static @Nullable LinkClaim claim(Optional<String> state) {
        String word = state.map(LinkNotifications::plain).orElse("");
        return UP_WORDS.contains(word) ? LinkClaim.UP : OTHER_WORDS.contains(word) ? LinkClaim.NOT_UP : null;
    }

    /** The word of an enum however it is spelt: {@code lower-layer-down}, {@code lowerLayerDown}, {@code oc:LOWER_LAYER_DOWN}. */
    private static String plain(String word) {
        String local = word.substring(word.indexOf(':') + 1);
        return local.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String interfaceOf(NotificationLeaves body, @Nullable Snapshot snapshot) {
        Optional<String> name = body.nearest(NAMES).map(LinkNotifications::keyOf);
        return name.isPresent()
                ? name.get()
                : body.nearest(INDEXES)
                        .flatMap(index -> ofIndex(index, snapshot))
                        .orElse(null);
    }

    private static String keyOf(String text) {
        if (!text.startsWith("/")) {
            return text;
        }
        Matcher key = KEY.matcher(text);
        return !key.find() ? text : key.group(1) == null ? key.group(2) : key.group(1);
    }

    private static Optional<String> ofIndex(String index, @Nullable Snapshot snapshot) {
        return snapshot == null
                ? Optional.empty()
                : snapshot.interfaces().stream()
                        .filter(sample -> index.equals(String.valueOf(sample.ifIndex())))
                        .map(InterfaceSample::name)
                        .findFirst();
    }

    private static boolean isSeen(String name, @Nullable Snapshot snapshot) {
        return snapshot != null && snapshot.find(name).isPresent();
    }

    private static Notification trimmed(Notification whole) {
        return whole.body().json().length() <= LONGEST_BODY
                ? whole
                : new Notification(
                        whole.target(),
                        whole.stream(),
                        whole.eventTime(),
                        whole.isReplayed(),
                        whole.namespace(),
                        whole.name(),
                        TOO_LONG,
                        whole.digest());
    }
}
