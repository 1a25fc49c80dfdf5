package net.coreserver.config;

import net.coreserver.event.sink.SinkType;
import org.jspecify.annotations.Nullable;

/** What can be said of a sink. */
enum SinkKey {
    /** What kind of place it is. */
    TYPE("type", null),
    /** Whether events are sent to it. */
    ENABLED("enabled", "true"),
    /** Events of which kinds. */
    KINDS("kinds", null),
    /** Events of which severities. */
    SEVERITIES("severities", null),
    /** Events of which targets. */
    TARGETS("targets", null),
    /** How long an event is tried to be sent. */
    GIVE_UP_AFTER("give-up-after", "1d"),
    /** Where the requests go. */
    URL("url", null),
    /** What the requests are signed with. */
    SECRET("secret", null),
    /** What proves who sends the requests. */
    BEARER_TOKEN("bearer-token", null),
    /** How many events one request brings at most. */
    BATCH_SIZE("batch-size", "1"),
    /** How long one request may take. */
    TIMEOUT("timeout", "10s"),
    /** The authorities that count for TLS. */
    CA_FILE("ca-file", null),
    /** The syslog server. */
    HOST("host", null),
    /** Where the syslog server listens; it depends on the transport when nothing is said. */
    PORT("port", null),
    /** How syslog messages travel. */
    TRANSPORT("transport", "udp"),
    /** Where syslog messages claim to come from. */
    FACILITY("facility", "local0"),
    /** The file of lines. */
    FILE("file", null);

    private final String word;
    private final @Nullable String standard;

    SinkKey(String word, @Nullable String standard) {
        this.word = word;
        this.standard = standard;
    }

    /** {@return the last part of the property} */
    String word() {
        return word;
    }

    /** {@return the value when none is given, or null when that is not one value} */
    @Nullable String standard() {
        return standard;
    }

    /** {@return whether it can be said of sinks of that type} */
    boolean belongsTo(SinkType type) {
        return switch (this) {
            case TYPE, ENABLED, KINDS, SEVERITIES, TARGETS, GIVE_UP_AFTER -> true;
            case URL, SECRET, BEARER_TOKEN, BATCH_SIZE, TIMEOUT -> type == SinkType.WEBHOOK;
            case CA_FILE -> type == SinkType.WEBHOOK || type == SinkType.SYSLOG;
            case HOST, PORT, TRANSPORT, FACILITY -> type == SinkType.SYSLOG;
            case FILE -> type == SinkType.JSON_LINES;
        };
    }

    /** {@return whether its value must never be shown; chat services have a token in the URL} */
    boolean secret() {
        return switch (this) {
            case URL, SECRET, BEARER_TOKEN -> true;
            case TYPE,
                    ENABLED,
                    KINDS,
                    SEVERITIES,
                    TARGETS,
                    GIVE_UP_AFTER,
                    BATCH_SIZE,
                    TIMEOUT,
                    CA_FILE,
                    HOST,
                    PORT,
                    TRANSPORT,
                    FACILITY,
                    FILE -> false;
        };
    }
}
