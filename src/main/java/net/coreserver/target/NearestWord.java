package net.coreserver.target;

import java.util.Collection;
import java.util.Comparator;

/**
 * Finds the word that an unknown one was most likely meant to be.
 *
 * <p>Near is what takes the fewest insertions and deletions of letters; unlike with replacements, a word that was cut
 * short ({@code user}) is then nearer to its whole ({@code username}) than to another short one ({@code port}).
 */
public final class NearestWord {

    private NearestWord() {}

    /**
     * The nearest of some words.
     *
     * @param unknown a word that is none of them
     * @param words at least one
     * @return the first of those that are nearest; one that begins with the unknown word is nearer than any that does not
     */
    public static String among(String unknown, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparing((String word) -> !word.startsWith(unknown))
                        .thenComparingInt(word -> distance(unknown, word)))
                .orElseThrow();
    }

    /**
     * How far a word is from another one.
     *
     * @param left a word
     * @param right another
     * @return how many letters have to be put in or taken out to make one of the other
     */
    public static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                row[j] = left.charAt(i - 1) == right.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return left.length() + right.length() - 2 * row[right.length()];
    }
}
