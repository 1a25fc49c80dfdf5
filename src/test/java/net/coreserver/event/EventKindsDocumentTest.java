package net.coreserver.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of kinds in the README, held to the kinds that there are. */
class EventKindsDocumentTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| (info|warning|critical) \\| \\S.* \\|");

    @Test
    void theReadmeTellsWhatEachKindMeansInTheirOrder() throws IOException {
        List<String> told = Files.readAllLines(Path.of("README.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(told)
                .isEqualTo(Arrays.stream(EventKind.values())
                        .map(kind -> kind.word() + " " + kind.severity().word())
                        .toList());
    }
}
