package net.coreserver.interfaces;

/**
 * What a target sent of an interface and what cannot be: a negative counter, say. The leaf is absent then, and nothing else is.
 *
 * @param leaf what it would have been here, such as {@code inOctets}: the name of the leaf in {@code ietf-interfaces}, in camelCase
 * @param value the text as sent, without surrounding blanks; cut at {@value #MAX_CHARACTERS} characters
 */
public record Anomaly(String leaf, String value) {

    /** How much of a text is kept. */
    public static final int MAX_CHARACTERS = 64;

    /** Cuts the text. */
    public Anomaly {
        if (value.length() > MAX_CHARACTERS) {
            value = value.substring(0, MAX_CHARACTERS);
        }
    }
}
