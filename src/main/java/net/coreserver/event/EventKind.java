package net.coreserver.event;

import static net.coreserver.event.Severity.CRITICAL;
import static net.coreserver.event.Severity.INFO;
import static net.coreserver.event.Severity.WARNING;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What kind of thing happened. Kinds are never taken away and never change what they mean; there may be more one day. */
public enum EventKind {
    /** The operational state of an interface has become {@code up}. */
    LINK_UP("link-up", INFO),
    /** The operational state of an interface is no longer {@code up}; less severe when it was shut down on purpose. */
    LINK_DOWN("link-down", WARNING),
    /** The target told that an interface changed its state, and its state is what it was before: it went and came back. */
    LINK_FLAPPED("link-flapped", WARNING),
    /** The operational state of an interface changed, from and to something else than {@code up}. */
    OPER_STATUS_CHANGED("oper-status-changed", INFO),
    /** An interface was enabled or disabled, and its operational state stayed what it was. */
    ADMIN_STATUS_CHANGED("admin-status-changed", INFO),
    /** There is an interface that was not there before. */
    INTERFACE_APPEARED("interface-appeared", INFO),
    /** An interface is no longer there. */
    INTERFACE_VANISHED("interface-vanished", WARNING),
    /** The bandwidth of an interface changed. */
    SPEED_CHANGED("speed-changed", INFO),
    /** An address of an interface changed: of IP, or below it. */
    ADDRESS_CHANGED("address-changed", INFO),
    /** The counters of an interface began anew. */
    COUNTER_RESET("counter-reset", INFO),
    /** An interface has begun to count errors, or discards, faster than it should. */
    ERRORS_CLIMBING("errors-climbing", WARNING),
    /** An interface that had counted errors or discards has stopped to. */
    ERRORS_CEASED("errors-ceased", INFO),

    /** A target is connected and polled. */
    TARGET_UP("target-up", INFO),
    /** A target cannot be reached, or the connection with it was lost; the kind of failure is in the data. */
    TARGET_DOWN("target-down", CRITICAL),
    /** A target is connected, and does not answer as it should. */
    TARGET_DEGRADED("target-degraded", WARNING),
    /** A target shows another host key than the known one, or one that is not known. */
    HOST_KEY_CHANGED("host-key-changed", CRITICAL),
    /** A target refuses the credentials. */
    CREDENTIALS_REFUSED("credentials-refused", CRITICAL),
    /** A target announces other capabilities than before. */
    CAPABILITIES_CHANGED("capabilities-changed", INFO),
    /** A target needs longer than its interval to answer, and is polled less often. */
    TARGET_SLOW("target-slow", WARNING),
    /** A target that was slow is polled at its interval again. */
    TARGET_ON_TIME("target-on-time", INFO),

    /** A NETCONF session with the target began, ours or another; RFC 6470. */
    SESSION_STARTED("session-started", INFO),
    /** A NETCONF session with the target ended; RFC 6470. */
    SESSION_ENDED("session-ended", INFO),
    /** The configuration of the target was changed; RFC 6470. */
    CONFIG_CHANGED("config-changed", INFO),
    /** A confirmed commit began, or came to an end; RFC 6470. */
    CONFIRMED_COMMIT("confirmed-commit", INFO),
    /** The target told something else; its name and its body are in the data. */
    NOTIFICATION("notification", INFO),
    /** For some time nothing of what the target told was heard, and it cannot be had any more. */
    NOTIFICATIONS_GAP("notifications-gap", WARNING),
    /** A target that announces notifications does not send those that it was asked for. */
    SUBSCRIPTION_REFUSED("subscription-refused", WARNING),

    /** More happened than is kept: how much, and why, is in the data. */
    EVENTS_DROPPED("events-dropped", WARNING),
    /** A sink does not take events; they wait for it. */
    SINK_FAILING("sink-failing", WARNING),
    /** A sink takes events again. */
    SINK_RECOVERED("sink-recovered", INFO),
    /** The history cannot be written; what comes waits, as far as there is room, and monitoring goes on. */
    HISTORY_STOPPED("history-stopped", WARNING),
    /** The history is written again; how many samples were lost meanwhile is in the data. */
    HISTORY_RESUMED("history-resumed", INFO),
    /** Nothing happened: somebody wants to see whether a sink works. Stands in no log. */
    TEST("test", INFO);

    private static final Map<String, EventKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::word, Function.identity()));

    private final String word;
    private final Severity severity;

    EventKind(String word, Severity severity) {
        this.word = word;
        this.severity = severity;
    }

    /** {@return the kind in the spelling of the API} */
    public String word() {
        return word;
    }

    /** {@return how much such an event matters, as a rule} */
    public Severity severity() {
        return severity;
    }

    /**
     * Finds a kind.
     *
     * @param word its spelling in the API
     * @return it; empty when there is none of that spelling
     */
    public static Optional<EventKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
