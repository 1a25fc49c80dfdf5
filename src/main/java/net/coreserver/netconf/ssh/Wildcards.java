package net.coreserver.netconf.ssh;

import java.util.Locale;

/** The patterns of ssh_config(5): {@code *} stands for any characters, {@code ?} for one. */
final class Wildcards {

    private Wildcards() {}

    /** Whether a text is what a pattern stands for, from its first character to its last; case does not matter. */
    static boolean match(String pattern, String text) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String given = text.toLowerCase(Locale.ROOT);
        int at = 0;
        int star = -1;
        int resume = 0;
        int in = 0;
        while (in < given.length()) {
            char next = at < wanted.length() ? wanted.charAt(at) : 0;
            if (next == '*') {
                star = at++;
                resume = in;
            } else if (next == '?' || (next != 0 && next == given.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                // The last star has to stand for one character more.
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < wanted.length() && wanted.charAt(at) == '*') {
            at++;
        }
        return at == wanted.length();
    }
}
