package net.coreserver.event.notification;

/** What XML takes for a blank. Source: XML 1.0 section 2.3. */
final class Blank {

    private Blank() {}

    static boolean is(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
