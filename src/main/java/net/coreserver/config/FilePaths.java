package net.coreserver.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import net.coreserver.target.InvalidValueException;
import net.coreserver.target.ValueParser;

/**
 * Reads paths. A relative one starts at the working directory; {@code ~} stands for the home directory.
 *
 * @param home the home directory of the user that runs the service
 */
record FilePaths(Path home) {

    /** {@return the parser for a directory, which need not exist} */
    ValueParser<Path> directory() {
        return text -> {
            Path path = path(text);
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new InvalidValueException("there is a file of that name, and it has to be a directory");
            }
            return path;
        };
    }

    /** {@return the parser for a file to write to, which need not exist} */
    ValueParser<Path> writable() {
        return text -> {
            Path path = path(text);
            if (Files.isDirectory(path)) {
                throw new InvalidValueException("this is a directory, and it has to be a file");
            }
            if (path.getParent() == null || !Files.isDirectory(path.getParent())) {
                throw new InvalidValueException("there is no such directory");
            }
            return path;
        };
    }

    /** {@return the parser for a file that can be read when it is there} */
    ValueParser<Path> readableIfPresent() {
        return text -> {
            Path path = path(text);
            if (Files.exists(path)) {
                refuseUnreadable(path);
            }
            return path;
        };
    }

    /** {@return the parser for a file that is there, can be read, and holds something} */
    ValueParser<Path> filled() {
        return text -> {
            Path path = path(text);
            if (!Files.exists(path)) {
                throw new InvalidValueException("there is no such file");
            }
            refuseUnreadable(path);
            try {
                // Only of a regular file the size says anything: a pipe has none either.
                if (Files.isRegularFile(path) && Files.size(path) == 0) {
                    throw new InvalidValueException("the file is empty");
                }
            } catch (IOException e) {
                throw new InvalidValueException("the file cannot be read by the user that runs the service");
            }
            return path;
        };
    }

    /**
     * The path that is used when none is given; whether there is anything is not looked at, since nobody said that there is.
     *
     * @param key a key whose value is a path
     * @return the path
     */
    Path standard(ServiceKey key) {
        return resolved(Objects.requireNonNull(key.standard()));
    }

    private Path path(String text) throws InvalidValueException {
        try {
            return resolved(text);
        } catch (InvalidPathException e) {
            throw new InvalidValueException("this is not the name of a file");
        }
    }

    private Path resolved(String text) {
        Path path = text.equals("~") || text.startsWith("~/")
                ? home.resolve(text.substring(Math.min(2, text.length())))
                : Path.of(text);
        return path.toAbsolutePath().normalize();
    }

    private static void refuseUnreadable(Path path) throws InvalidValueException {
        if (Files.isDirectory(path)) {
            throw new InvalidValueException("this is a directory, and it has to be a file");
        }
        if (!Files.isReadable(path)) {
            throw new InvalidValueException("the file cannot be read by the user that runs the service");
        }
    }
}
