package net.coreserver.config;

/** What a property or a variable turned out to name. */
sealed interface Reading {

    /**
     * A key.
     *
     * @param key the key
     */
    record Known(Key key) implements Reading {}

    /**
     * Almost a key.
     *
     * @param subject the part of it that is wrong, from its start
     * @param reason what is wrong with that and what would be right, as the second half of a sentence
     */
    record Refused(String subject, String reason) implements Reading {}

    /** Nothing at all. */
    enum Unknown implements Reading {
        /** The only one. */
        NAMES_NOTHING
    }
}
