package net.coreserver.monitor;

import net.coreserver.netconf.NetconfException;

/** What a server says, as a part of a sentence of ours. */
final class Sentence {

    static final int MAX_CHARACTERS = 240;

    private Sentence() {}

    /** A text in one line, cut where it grows too long. */
    static String brief(String text) {
        // Blanks make half of it, at most, in all that people wrote.
        String begin = text.substring(0, Math.min(text.length(), 2 * MAX_CHARACTERS));
        String line = begin.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= MAX_CHARACTERS && begin.length() == text.length()
                ? line
                : line.substring(0, Math.min(line.length(), MAX_CHARACTERS)) + "…";
    }

    /** A failure in short. */
    static String of(NetconfException failure) {
        String message = failure.getMessage();
        return failure.kind().word() + (message == null ? "" : ": " + brief(message));
    }
}
