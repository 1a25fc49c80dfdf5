package net.coreserver.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The inputs that are kept: {@code src/test/fuzz}, a directory for each target, a file for each input. */
final class Corpus {

    private static final Path ROOT = Path.of("src", "test", "fuzz");

    private Corpus() {}

    static Path directory(FuzzTarget target) {
        return ROOT.resolve(target.directory());
    }

    /** By file name, in the order of the names. */
    static SortedMap<String, byte[]> inputs(FuzzTarget target) throws IOException {
        TreeMap<String, byte[]> inputs = new TreeMap<>();
        for (Path file : files(target)) {
            inputs.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return inputs;
    }

    private static List<Path> files(FuzzTarget target) throws IOException {
        try (Stream<Path> files = Files.list(directory(target))) {
            return files.toList();
        }
    }
}
