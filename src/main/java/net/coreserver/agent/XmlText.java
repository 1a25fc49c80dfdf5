package net.coreserver.agent;

/** What XML 1.0 can carry. Source: XML 1.0 section 2.2. */
final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /**
     * Replaces what XML cannot carry, which a host's interface names and descriptions may hold: control characters, and
     * halves of surrogate pairs.
     *
     * @return the text with U+FFFD in place of each
     */
    static String legal(String text) {
        return text.codePoints().allMatch(XmlText::isLegal)
                ? text
                : text.codePoints()
                        .map(c -> isLegal(c) ? c : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isLegal(int c) {
        return c >= 0x20
                ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                : c == '\t' || c == '\n' || c == '\r';
    }
}
