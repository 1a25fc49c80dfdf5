package net.coreserver.api.interfaces;

import java.util.Arrays;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;

/**
 * A pattern of names: {@code *} stands for any characters, {@code ?} for one, and a backslash takes the next character
 * as it is. Matching takes at most the product of both lengths in steps, whatever the pattern; a regular expression
 * made of the same stars would not keep that.
 */
public final class Glob {

    /** The longest pattern, in characters. */
    public static final int MAX_LENGTH = 256;

    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] parts;

    private Glob(int[] parts) {
        this.parts = parts;
    }

    /**
     * Reads a pattern.
     *
     * @param parameter the name of the parameter that it came in
     * @param pattern the text
     * @return the pattern
     * @throws ProblemException when it is too long
     */
    public static Glob of(String parameter, String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw Problems.invalidParameter(parameter, "has a pattern of more than " + MAX_LENGTH + " characters");
        }
        int[] characters = pattern.codePoints().toArray();
        int[] parts = new int[characters.length];
        int count = 0;
        for (int i = 0; i < characters.length; i++) {
            int character = characters[i];
            if (character == '\\' && i + 1 < characters.length) {
                parts[count++] = characters[++i];
            } else {
                parts[count++] = character == '*' ? ANY : character == '?' ? ONE : character;
            }
        }
        return new Glob(Arrays.copyOf(parts, count));
    }

    /**
     * Compares a name with it.
     *
     * @param text the name
     * @return whether all of the name matches
     */
    public boolean matches(String text) {
        int[] characters = text.codePoints().toArray();
        int part = 0;
        int at = 0;
        // Where to go on when the match fails: after the last star, which then takes one character more.
        int afterStar = -1;
        int starTakesUpTo = 0;
        while (at < characters.length) {
            if (part < parts.length && parts[part] == ANY) {
                afterStar = ++part;
                starTakesUpTo = at;
            } else if (part < parts.length && (parts[part] == ONE || parts[part] == characters[at])) {
                part++;
                at++;
            } else if (afterStar >= 0) {
                part = afterStar;
                at = ++starTakesUpTo;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }
}
