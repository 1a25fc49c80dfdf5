package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/models.md} names is there. */
class ModelsDocumentTest {

    private static final Pattern MODEL = Pattern.compile("^\\| `([a-z0-9-]+)` \\|[^|]+\\|[^|]+\\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+Test)\\.([a-zA-Z0-9]+)`");

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/models.md"));
    }

    @Test
    void itHasEveryModelInTheOrderOfTheLadder() throws Exception {
        List<String> models =
                MODEL.matcher(document()).results().map(row -> row.group(1)).toList();

        assertThat(InterfaceModels.names()).doesNotHaveDuplicates().isEqualTo(models);
    }

    @Test
    void everyTestThatHoldsSomethingIsThere() throws Exception {
        Map<String, String> tests = sources();
        Set<String> missing = new TreeSet<>();
        TEST.matcher(document()).results().forEach(named -> {
            if (!tests.getOrDefault(named.group(1), "").contains("void " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        });

        assertThat(TEST.matcher(document()).results()).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ModelsDocumentTest::text,
                            String::concat));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
