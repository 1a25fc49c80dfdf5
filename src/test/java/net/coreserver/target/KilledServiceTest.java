package net.coreserver.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that stores targets is killed, as by {@code kill -9}: what it acknowledged is there, and nothing is there in half. */
class KilledServiceTest {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int MOST_CHANGES = 60;

    private final Path directory;

    /** What was acknowledged: texts by names. */
    private final Map<String, String> acknowledged = new TreeMap<>();

    KilledServiceTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void whatWasAcknowledgedSurvives() throws IOException, InterruptedException {
        Random random = new Random(20_261_120);
        for (int kill = 0; kill < KILLS; kill++) {
            String open = changeAndKill(random.nextLong(), 1 + random.nextInt(MOST_CHANGES), random.nextInt(3_000_000));
            compare(open);
        }
        assertThat(acknowledged).isNotEmpty();
    }

    /**
     * Lets the process change targets, and kills it in the midst of it.
     *
     * @return the change that it may or may not have come to the end of
     */
    private @Nullable String changeAndKill(long seed, int changes, int nanos) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        InventoryWriter.class.getName(),
                        data().toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String open = null;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int done = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 3);
                if (words[0].equals(InventoryWriter.TRY)) {
                    open = line;
                    if (done == changes) {
                        busyFor(nanos);
                        // Unlike the process, its handle leaves what was printed to be read.
                        process.toHandle().destroyForcibly();
                    }
                } else if (words[0].equals(InventoryWriter.DONE)) {
                    acknowledge(words[1], words[2]);
                    open = null;
                    done++;
                }
            }
            assertThat(done).as("changes before the kill").isGreaterThanOrEqualTo(changes);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        return open;
    }

    /** For less time than any timer can tell, so that the kill falls on another moment of the change each time. */
    private static void busyFor(int nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private void acknowledge(String name, String text) {
        if (text.equals(InventoryWriter.GONE)) {
            acknowledged.remove(name);
        } else {
            acknowledged.put(name, text);
        }
    }

    private void compare(@Nullable String open) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (StoredTargets targets = StoredTargets.in(data())) {
            for (Target target : targets.live.current().targets().values()) {
                String text = Objects.requireNonNull(target.labels().get("text"));
                assertThat(Objects.requireNonNull(
                                        target.endpoint().credentials().password())
                                .reveal())
                        .as("the password of the same change")
                        .isEqualTo("password-" + text);
                found.put(target.name(), text);
            }
        }
        if (open != null && !found.equals(acknowledged)) {
            String[] words = open.split(" ", 3);
            acknowledge(words[1], words[2]);
        }
        assertThat(found).isEqualTo(acknowledged);
    }
}
