package net.coreserver.event;

import java.util.Arrays;
import java.util.Optional;

/** How much an event matters to whoever is on call. From the least to the most. */
public enum Severity {
    /** Good to know; nothing to do. */
    INFO("info"),
    /** Something is not as it should be. */
    WARNING("warning"),
    /** Something is lost, and somebody should look. */
    CRITICAL("critical");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** {@return the severity in the spelling of the API} */
    public String word() {
        return word;
    }

    /**
     * Finds a severity.
     *
     * @param word its spelling in the API
     * @return it; empty when there is none of that spelling
     */
    public static Optional<Severity> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
