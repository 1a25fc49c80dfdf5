package net.coreserver.config;

import net.coreserver.target.InvalidValueException;
import net.coreserver.target.ValueParser;
import org.jspecify.annotations.Nullable;

/**
 * The text that was given for a key. Its own text form never shows a secret.
 *
 * @param key the key
 * @param spelling the property or the variable that it came from
 * @param text what was given; it is not empty
 */
record Given(Key key, String spelling, String text) {

    private static final int SHOWN = 100;

    /**
     * Reads the text as a value; when it is none, that is a problem.
     *
     * @param parser the kind of value
     * @param problems where it is reported
     * @return the value, or null when it is none
     */
    <T> @Nullable T parse(ValueParser<T> parser, Problems problems) {
        try {
            return parser.parse(text);
        } catch (InvalidValueException e) {
            problems.add(this + ": " + e.getMessage() + ".");
            return null;
        }
    }

    @Override
    public String toString() {
        return "`" + spelling + "`" + (key.secret() ? "" : " is `" + shown(text) + "`");
    }

    /** A text as it can stand in a sentence: on one line, and not too long. */
    static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "...";
    }
}
