package net.coreserver.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds what a Linux host has under {@code /sys/class/net} and {@code /proc}, as far as the agent reads it. */
final class HostTree {

    private final Path root;
    private final StringBuilder counters = new StringBuilder("""
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
            """);

    HostTree(Path root) {
        this.root = root;
        make(root.resolve("sys/class/net"));
        make(root.resolve("proc/net"));
    }

    Path root() {
        return root;
    }

    HostTree bootTime(long epochSecond) {
        write(root.resolve("proc/stat"), "cpu  1 2 3 4\nbtime " + epochSecond + "\nprocesses 7\n");
        return this;
    }

    /** An interface of which only the index is told. */
    Interface add(String name, int ifIndex) {
        Path directory = root.resolve("sys/class/net").resolve(name);
        make(directory);
        return new Interface(directory).file("ifindex", Integer.toString(ifIndex));
    }

    /** The line of one interface in {@code /proc/net/dev}. */
    HostTree count(String name, String columns) {
        counters.append(" ".repeat(Math.max(0, 6 - name.length())))
                .append(name)
                .append(": ")
                .append(columns)
                .append('\n');
        write(root.resolve("proc/net/dev"), counters.toString());
        return this;
    }

    void remove(String name) {
        deleteAll(root.resolve("sys/class/net").resolve(name));
    }

    /** The directory of one interface. */
    record Interface(Path directory) {

        Interface file(String name, String text) {
            write(directory.resolve(name), text + "\n");
            return this;
        }

        /** Takes the place of a file that answers with an error when it is read. */
        Interface unreadable(String name) {
            make(directory.resolve(name));
            return this;
        }

        Interface subdirectory(String name) {
            make(directory.resolve(name));
            return this;
        }

        Interface above(Interface lower) {
            link(directory.resolve("lower_" + lower.directory.getFileName()), lower.directory);
            link(lower.directory.resolve("upper_" + directory.getFileName()), directory);
            return this;
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path directory) {
        try (var paths = Files.walk(directory)) {
            for (Path path : List.copyOf(paths.toList()).reversed()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
