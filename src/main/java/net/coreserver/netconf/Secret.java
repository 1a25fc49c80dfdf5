package net.coreserver.netconf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A password or passphrase, or the file that holds it. Its text form never shows what it is.
 *
 * <p>A file is read anew at every use, so that a rotated secret is taken up at the next connect.
 */
public sealed interface Secret {

    /**
     * Gives the secret itself, for the one who presents it to the server.
     *
     * @return the secret
     * @throws IOException when its file cannot be read
     */
    String reveal() throws IOException;

    /**
     * A secret that is known.
     *
     * @param text the secret
     * @return it, wrapped
     */
    static Secret of(String text) {
        return new Known(text);
    }

    /**
     * A secret that stands in a file, alone or followed by a line end, which does not belong to it.
     *
     * @param file the file
     * @return the reference to it
     */
    static Secret inFile(Path file) {
        return new InFile(file);
    }

    /**
     * A secret that there is, and that cannot be had.
     *
     * @param reason why, in a sentence
     * @return what stands in its place
     */
    static Secret unreadable(String reason) {
        return new Unreadable(reason);
    }

    /**
     * A secret that is known.
     *
     * @param text the secret
     */
    record Known(String text) implements Secret {

        @Override
        public String reveal() {
            return text;
        }

        @Override
        public String toString() {
            return "(secret)";
        }
    }

    /**
     * A secret in a file.
     *
     * @param file the file
     */
    record InFile(Path file) implements Secret {

        private static final Pattern LINE_END = Pattern.compile("\\R\\z");

        @Override
        public String reveal() throws IOException {
            return LINE_END.matcher(Files.readString(file)).replaceFirst("");
        }

        @Override
        public String toString() {
            return "(secret in " + file + ")";
        }
    }

    /**
     * A secret that cannot be had.
     *
     * @param reason why, in a sentence
     */
    record Unreadable(String reason) implements Secret {

        @Override
        public String reveal() throws IOException {
            throw new IOException(reason);
        }

        @Override
        public String toString() {
            return "(secret that cannot be read)";
        }
    }
}
