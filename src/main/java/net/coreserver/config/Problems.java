package net.coreserver.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What was found wrong so far, a sentence each, every sentence once. */
final class Problems {

    private final SequencedSet<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    /** Ends the start when anything was found. */
    void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new InvalidConfigurationException(List.copyOf(sentences));
        }
    }
}
