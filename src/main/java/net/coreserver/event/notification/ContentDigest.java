package net.coreserver.event.notification;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of XML while it streams: of the names and namespaces of its elements and of their texts. How it is indented, which
 * prefixes it uses and how its text is cut into pieces makes no difference; nor do attributes.
 */
final class ContentDigest {

    private static final int HEX_CHARACTERS = 32;
    private static final int BUFFER_CHARACTERS = 512;

    // No text of XML has them in it.
    private static final char START = 1;
    private static final char NAMESPACE = 2;
    private static final char END = 3;

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(2 * BUFFER_CHARACTERS);
    private boolean textBegan;
    private boolean blank;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void start(String namespace, String name) {
        endText();
        put(START);
        put(namespace);
        put(NAMESPACE);
        put(name);
        put(START);
    }

    void end() {
        endText();
        put(END);
    }

    /** Blanks count as one, and not at all beside a tag. */
    void text(char[] characters, int start, int length) {
        for (int i = start; i < start + length; i++) {
            char c = characters[i];
            if (Blank.is(c)) {
                blank = textBegan;
            } else {
                if (blank) {
                    put(' ');
                    blank = false;
                }
                textBegan = true;
                put(c);
            }
        }
    }

    private void endText() {
        textBegan = false;
        blank = false;
    }

    /** {@return the first half of the hash} */
    String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_CHARACTERS);
    }

    private void put(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char c) {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putChar(c);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
