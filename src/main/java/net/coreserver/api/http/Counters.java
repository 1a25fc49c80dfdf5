package net.coreserver.api.http;

/** How counters stand in JSON. */
public enum Counters {
    /** As integers, exact, which a reader that counts in doubles rounds above 2^53. */
    NUMBER("number"),
    /** As strings of decimal digits, which every reader keeps. */
    STRING("string");

    private final String word;

    Counters(String word) {
        this.word = word;
    }

    /** The value of the parameter that asks for it. */
    String word() {
        return word;
    }
}
