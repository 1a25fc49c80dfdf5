package net.coreserver.api.history;

import java.nio.charset.StandardCharsets;

/** Writes a table as RFC 4180 has it: rows end with CR LF, and a field is quoted only where it has to be. For one thread. */
final class Csv {

    private final StringBuilder text;
    private boolean isBegun;

    /**
     * Begins a table.
     *
     * @param length about how long it becomes, in characters
     */
    Csv(int length) {
        text = new StringBuilder(length);
    }

    void field(String value) {
        if (isBegun) {
            text.append(',');
        }
        isBegun = true;
        if (needsQuotes(value)) {
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            text.append(value);
        }
    }

    void endRow() {
        text.append("\r\n");
        isBegun = false;
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }

    /** {@return the table in UTF-8} */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
