package net.coreserver.event.notification;

/** How many octets of JSON may still be written. Once something was too large nothing more fits, so that what is cut has no holes. */
final class JsonAllowance {

    private int left;

    JsonAllowance(int octets) {
        left = octets;
    }

    /** Takes some of it; false when there is not so much left. */
    boolean take(int octets) {
        if (octets > left) {
            left = 0;
            return false;
        }
        left -= octets;
        return true;
    }

    /** What a text takes, with its quotes. */
    static int octets(String text) {
        int octets = 2;
        for (int i = 0; i < text.length(); i++) {
            octets += octets(text.charAt(i));
        }
        return octets;
    }

    /** What a character within a text takes at most, escaped and in UTF-8. */
    static int octets(char c) {
        if (c < ' ') {
            return 6;
        }
        if (c == '"' || c == '\\') {
            return 2;
        }
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 ? 2 : 3;
    }
}
