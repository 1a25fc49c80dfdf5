package net.coreserver.event.sink;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of places that events are pushed to. */
public enum SinkType {
    /** An HTTP server: CloudEvents by POST. */
    WEBHOOK("webhook"),
    /** A syslog server: RFC 5424. */
    SYSLOG("syslog"),
    /** A file, or the standard output: one JSON object a line. */
    JSON_LINES("json-lines");

    private final String word;

    SinkType(String word) {
        this.word = word;
    }

    /** {@return the type in the spelling of the configuration and the API} */
    public String word() {
        return word;
    }

    /**
     * Finds a type.
     *
     * @param word its spelling
     * @return it; empty when there is none of that spelling
     */
    public static Optional<SinkType> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
