package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a reply in their order, with those of the reply before. A target says nearly the same at every poll: names,
 * descriptions and addresses that stand where they stood before are the same objects again, so that they are neither made
 * nor kept nor collected anew. For the reading of one reply, by one thread.
 */
final class RecentTexts {

    /** How many are kept for the next reply, and how long each may be: what a target says is not to fill the memory. */
    static final int MAX_TEXTS = 10_000;

    static final int MAX_CHARACTERS = 128;

    private final List<String> before;
    private final List<String> texts;

    /**
     * For a reply of which nothing is known yet.
     *
     * @param before {@link #all} of the reply before; empty when there was none
     */
    RecentTexts(List<String> before) {
        this.before = before;
        this.texts = new ArrayList<>(before.size());
    }

    /** What the next reply may be like. */
    List<String> all() {
        return texts;
    }

    /** The next text of the reply. */
    String text(char[] characters, int start, int end) {
        int at = texts.size();
        String text = at < before.size() && isSame(before.get(at), characters, start, end)
                ? before.get(at)
                : new String(characters, start, end - start);
        if (at < MAX_TEXTS && text.length() <= MAX_CHARACTERS) {
            texts.add(text);
        }
        return text;
    }

    private static boolean isSame(String text, char[] characters, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i - start) != characters[i]) {
                return false;
            }
        }
        return true;
    }
}
