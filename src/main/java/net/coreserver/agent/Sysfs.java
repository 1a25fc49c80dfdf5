package net.coreserver.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small files of {@code /sys}. Many of them answer with an error where the driver has nothing to say, and all
 * of them vanish with their interface: either way there is nothing to tell.
 */
final class Sysfs {

    private Sysfs() {}

    /** {@return the text of a file without surrounding blanks, or null when it is empty or cannot be read} */
    static @Nullable String read(Path file) {
        try {
            // What names and aliases hold need not be UTF-8; what is not becomes U+FFFD.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? null : text;
        } catch (IOException e) {
            return null;
        }
    }

    /** {@return the decimal number in a file, or null when there is none} */
    static @Nullable Long readNumber(Path file) {
        String text = read(file);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** {@return what stands behind {@code KEY=} in a file of such lines, or null} */
    static @Nullable String readProperty(Path file, String key) {
        String text = read(file);
        return text == null
                ? null
                : text.lines()
                        .filter(line -> line.startsWith(key + "="))
                        .map(line -> line.substring(key.length() + 1))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * The directories in a directory, links to directories included.
     *
     * @param glob which names are wanted
     * @throws IOException when it cannot be listed
     */
    static List<Path> directories(Path directory, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    found.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }
}
