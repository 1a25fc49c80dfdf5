package net.coreserver.event.derivation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.event.EventData;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;
import net.coreserver.event.notification.Notification;

/**
 * Turns what a target tells into events: what RFC 6470 defines into kinds of their own, anything else into one kind for all. Pure
 * functions.
 */
final class NotificationEvents {

    private static final String RFC_6470 = "urn:ietf:params:xml:ns:yang:ietf-netconf-notifications";

    /** RFC 6470 section 2.2: the leaf-lists of {@code netconf-capability-change}. */
    private static final List<String> CAPABILITIES =
            List.of("added-capability", "deleted-capability", "modified-capability");

    private NotificationEvents() {}

    /**
     * What is known of a notification, for the data of an event.
     *
     * @param notification what was told
     * @return its members, as the API names them
     */
    static Map<String, Object> describe(Notification notification) {
        Map<String, Object> members = LinkedHashMap.newLinkedHashMap(6);
        members.put("namespace", Excerpt.value(notification.namespace()));
        members.put("name", Excerpt.value(notification.name()));
        members.put("stream", Excerpt.value(notification.stream()));
        Instant eventTime = notification.eventTime();
        if (eventTime != null) {
            members.put("eventTime", eventTime);
        }
        members.put("body", notification.body());
        members.put("replayed", notification.isReplayed());
        return members;
    }

    /** Whether a target tells by this that its capabilities changed. */
    static boolean isCapabilityChange(Notification notification) {
        return notification.namespace().equals(RFC_6470) && notification.name().equals("netconf-capability-change");
    }

    /** The capabilities that have changed, as a target tells. */
    static List<String> changedCapabilities(Notification notification) {
        NotificationLeaves body = NotificationLeaves.of(notification.body());
        return CAPABILITIES.stream().flatMap(name -> body.leaves(name).stream()).toList();
    }

    /**
     * The event that a notification is.
     *
     * @param at when it came
     */
    static Occurrence of(Notification notification, Instant at) {
        return notification.namespace().equals(RFC_6470)
                ? ofRfc6470(notification, at)
                : occurrence(notification, at, EventKind.NOTIFICATION, told(notification), Map.of());
    }

    private static Occurrence ofRfc6470(Notification notification, Instant at) {
        NotificationLeaves body = NotificationLeaves.of(notification.body());
        String target = notification.target();
        return switch (notification.name()) {
            case "netconf-session-start" ->
                occurrence(
                        notification,
                        at,
                        EventKind.SESSION_STARTED,
                        session(body) + " began on " + target + origin(body),
                        Map.of());
            case "netconf-session-end" ->
                occurrence(
                        notification,
                        at,
                        EventKind.SESSION_ENDED,
                        session(body) + " ended on " + target + reason(body),
                        Map.of());
            case "netconf-config-change" ->
                occurrence(
                        notification,
                        at,
                        EventKind.CONFIG_CHANGED,
                        "The " + body.leaf("datastore").map(Excerpt::name).orElse("running") + " configuration of "
                                + target + " was changed" + author(body),
                        Map.of());
            case "netconf-capability-change" -> capabilityChange(notification, body, at);
            case "netconf-confirmed-commit" ->
                occurrence(
                        notification,
                        at,
                        EventKind.CONFIRMED_COMMIT,
                        "A confirmed commit on " + target + " " + commit(body),
                        Map.of());
            default -> occurrence(notification, at, EventKind.NOTIFICATION, told(notification), Map.of());
        };
    }

    private static Occurrence capabilityChange(Notification notification, NotificationLeaves body, Instant at) {
        List<String> added = new ArrayList<>(body.leaves("added-capability"));
        List<String> removed = body.leaves("deleted-capability");
        List<String> modified = body.leaves("modified-capability");
        String message = AnnouncedCapabilities.sentence(notification.target(), added.size(), removed.size())
                + (modified.isEmpty() ? "" : ", " + modified.size() + " modified");
        Map<String, Object> data = Excerpt.difference(added, removed);
        if (!modified.isEmpty()) {
            data.put("modified", Excerpt.first(modified));
        }
        return occurrence(notification, at, EventKind.CAPABILITIES_CHANGED, message, data);
    }

    private static String told(Notification notification) {
        return notification.target() + " told: " + Excerpt.name(notification.name());
    }

    private static String session(NotificationLeaves body) {
        return "Session"
                + body.leaf("session-id").map(id -> " " + Excerpt.name(id)).orElse("")
                + body.leaf("username").map(name -> " of " + Excerpt.name(name)).orElse("");
    }

    private static String origin(NotificationLeaves body) {
        return body.leaf("source-host")
                .map(host -> ", from " + Excerpt.name(host))
                .orElse("");
    }

    private static String reason(NotificationLeaves body) {
        return body.leaf("termination-reason")
                .map(reason -> " (" + Excerpt.name(reason) + ")")
                .orElse("");
    }

    private static String author(NotificationLeaves body) {
        return body.leaf("changed-by", "username")
                .map(name -> " by " + Excerpt.name(name))
                .orElse("");
    }

    private static String commit(NotificationLeaves body) {
        String event = body.leaf("confirm-event").orElse("");
        return switch (event) {
            case "start" -> "began";
            case "cancel" -> "was cancelled";
            case "timeout" -> "timed out and was rolled back";
            case "extend" -> "was given more time";
            case "complete" -> "was confirmed";
            default -> "changed";
        };
    }

    private static Occurrence occurrence(
            Notification notification, Instant at, EventKind kind, String message, Map<String, Object> data) {
        Map<String, Object> members = new LinkedHashMap<>(data);
        members.put("notification", describe(notification));
        return new Occurrence(
                at,
                notification.eventTime(),
                notification.target(),
                null,
                kind,
                kind.severity(),
                message,
                EventData.of(members));
    }
}
