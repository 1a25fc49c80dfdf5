package net.coreserver.config;

import org.jspecify.annotations.Nullable;

/** What can be said of the service as a whole. */
enum ServiceKey {
    /** The directory in which the service keeps its state. */
    DATA_DIR("data-dir", "./data"),
    /** The file in which known host keys are looked up; it is never written to. */
    KNOWN_HOSTS_FILE("known-hosts-file", "~/.ssh/known_hosts"),
    /** The file in which targets are described; it is read again whenever it changes. */
    TARGETS_FILE("targets-file", null),
    /** The names, besides loopback's, by which clients may address the service. */
    ALLOWED_HOSTS("allowed-hosts", null),
    /** The address on which the service listens; {@code application.properties} hands it to Quarkus. */
    LISTEN("listen", "127.0.0.1"),
    /** The keys that stored credentials are encrypted with. */
    CREDENTIALS_KEY("credentials-key", null),
    /** The file with those keys; when nothing is said, one in the data directory. */
    CREDENTIALS_KEY_FILE("credentials-key-file", null),
    /** Whether the embedded agent runs; when nothing is said, it does when no target is configured. */
    AGENT_ENABLED("agent.enabled", null),
    /** How long an event is kept. */
    EVENTS_MAX_AGE("events.max-age", "90d"),
    /** About how much room all events may take. */
    EVENTS_MAX_SIZE("events.max-size", "256MiB"),
    /** So many events a second are kept of one target, over time. */
    EVENTS_FLOOD_RATE("events.flood-rate", "100"),
    /** Whether a history is kept. */
    HISTORY_ENABLED("history.enabled", "true"),
    /** How large the files of the history may become. */
    HISTORY_MAX_SIZE("history.max-size", "2GiB"),
    /** How long samples are kept as they came. */
    HISTORY_SAMPLES_MAX_AGE("history.samples.max-age", "48h"),
    /** How long their roll-ups over five minutes are kept. */
    HISTORY_FIVE_MINUTES_MAX_AGE("history.five-minutes.max-age", "30d"),
    /** How long their roll-ups over an hour are kept. */
    HISTORY_HOURS_MAX_AGE("history.hours.max-age", "365d"),
    /** The labels of targets that Prometheus gets to see. */
    METRICS_TARGET_LABELS("metrics.target-labels", null),
    /** Whether Prometheus is told when interfaces were seen. */
    METRICS_TIMESTAMPS("metrics.timestamps", "false");

    private final String word;
    private final @Nullable String standard;

    ServiceKey(String word, @Nullable String standard) {
        this.word = word;
        this.standard = standard;
    }

    /** {@return the key without its prefix} */
    String word() {
        return word;
    }

    /** {@return the value when none is given, or null when that is not one value} */
    @Nullable String standard() {
        return standard;
    }

    /** {@return whether its value must never be shown} */
    boolean secret() {
        return this == CREDENTIALS_KEY;
    }
}
