package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.coreserver.target.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsFileWatchTest {

    private static final String GOOD = "targets: {%s: {host: 192.0.2.1, username: monitor, password: test-password}}";

    @TempDir
    private Path directory;

    private Path file;
    private TargetsFileWatch watch;
    private final List<List<String>> taken = new ArrayList<>();

    @BeforeEach
    void watchAFile() {
        file = directory.resolve("targets.yaml");
        watch = new TargetsFileWatch(
                file,
                TargetsFileTest.GRAMMAR,
                TargetsFileTest.GRAMMAR.standard(),
                read -> taken.add(read.targets().stream().map(Target::name).toList()));
    }

    private void say(String text) throws IOException {
        Files.writeString(file, text);
        watch.look();
        watch.look();
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftAloneUntilItStays() throws IOException {
        say(GOOD.formatted("edge-1"));
        Files.writeString(file, "");
        watch.look();
        Files.writeString(file, "targets:");
        watch.look();
        assertThat(taken).containsExactly(List.of("edge-1"));

        say(GOOD.formatted("edge-2"));
        assertThat(taken).containsExactly(List.of("edge-1"), List.of("edge-2"));
    }

    @Test
    void aChangeThatIsTakenBackAtOnceIsNone() throws IOException {
        say(GOOD.formatted("edge-1"));
        Files.writeString(file, GOOD.formatted("edge-2"));
        watch.look();
        say(GOOD.formatted("edge-1"));
        Files.writeString(file, GOOD.formatted("edge-2"));
        watch.look();
        assertThat(taken).containsExactly(List.of("edge-1"));
    }

    @Test
    void aChangeCounts() throws IOException {
        say(GOOD.formatted("edge-1"));
        say(GOOD.formatted("edge-2"));
        assertThat(taken).containsExactly(List.of("edge-1"), List.of("edge-2"));
        assertThat(watch.problems()).isEmpty();
    }

    @Test
    void whatIsStillTheSameIsNotTakenAgain() throws IOException {
        say(GOOD.formatted("edge-1"));
        watch.look();
        say(GOOD.formatted("edge-1"));
        assertThat(taken).hasSize(1);
    }

    @Test
    void anErrorChangesNothingAndIsTold() throws IOException {
        say(GOOD.formatted("edge-1"));
        say("targets: {edge-2: {host: 192.0.2.1, prot: 1}}");
        assertThat(taken).containsExactly(List.of("edge-1"));
        assertThat(watch.problems()).anyMatch(problem -> problem.contains("targets.edge-2.prot"));

        say(GOOD.formatted("edge-3"));
        assertThat(taken).containsExactly(List.of("edge-1"), List.of("edge-3"));
        assertThat(watch.problems()).isEmpty();
    }

    @Test
    void aFileThatGoesChangesNothingAndIsTold() throws IOException {
        say(GOOD.formatted("edge-1"));
        Files.delete(file);
        watch.look();
        assertThat(taken).hasSize(1);
        assertThat(watch.problems()).containsExactly("There is no such file.");

        say(GOOD.formatted("edge-1"));
        assertThat(watch.problems()).isEmpty();
    }

    @Test
    void atTheStartWhatHasNoProblemCounts() throws IOException {
        say("targets: {edge-1: {host: 192.0.2.1, username: monitor, password: test-password}, edge-2: {}}");
        assertThat(taken).containsExactly(List.of("edge-1"));
        assertThat(watch.problems()).isNotEmpty();
    }

    @Test
    void aFileMayComeLater() throws IOException {
        watch.look();
        assertThat(taken).containsExactly(List.of());
        say(GOOD.formatted("edge-1"));
        assertThat(taken).containsExactly(List.of(), List.of("edge-1"));
    }

    @Test
    void aDirectoryIsNoFile() throws IOException {
        Files.createDirectory(file);
        watch.look();
        assertThat(watch.problems()).containsExactly("It cannot be read by the user that runs the service.");
    }
}
