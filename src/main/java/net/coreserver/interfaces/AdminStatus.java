package net.coreserver.interfaces;

/**
 * The desired state of an interface, {@code admin-status} of {@code ietf-interfaces}.
 *
 * <p>Source: RFC 8343 section 5.
 */
public sealed interface AdminStatus {

    /** {@return the word in its YANG spelling, or as the target sent it} */
    String word();

    /**
     * The state that a word stands for.
     *
     * @param word as sent, without surrounding blanks
     * @return one of {@link Known}, or {@link Unrecognised} with the word kept
     */
    static AdminStatus of(String word) {
        for (Known known : Known.values()) {
            if (known.word.equals(word)) {
                return known;
            }
        }
        return new Unrecognised(word);
    }

    /** The states that the model defines. */
    enum Known implements AdminStatus {
        /** Ready to pass packets. */
        UP("up", 1),
        /** Not ready to pass packets, and not in a test mode. */
        DOWN("down", 2),
        /** In some test mode. */
        TESTING("testing", 3);

        private final String word;
        private final int number;

        Known(String word, int number) {
            this.word = word;
            this.number = number;
        }

        @Override
        public String word() {
            return word;
        }

        /** {@return the value that the YANG enum assigns to the word, the same as in the IF-MIB} */
        public int number() {
            return number;
        }
    }

    /**
     * A word that the model does not define.
     *
     * @param word as the target sent it
     */
    record Unrecognised(String word) implements AdminStatus {}
}
