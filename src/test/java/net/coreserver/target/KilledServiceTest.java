package net.coreserver.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.coreserver.testing.DoomedJvm;
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
    void whatWasAcknowledgedSurvives() throws IOException {
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
    private @Nullable String changeAndKill(long seed, int changes, int nanos) throws IOException {
        String open = null;
        try (DoomedJvm process =
                        DoomedJvm.start(directory, InventoryWriter.class, data().toString(), Long.toString(seed));
                BufferedReader lines = process.lines()) {
            int done = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 3);
                if (words[0].equals(InventoryWriter.TRY)) {
                    open = line;
                    if (done == changes) {
                        process.killIn(nanos);
                    }
                } else if (words[0].equals(InventoryWriter.DONE)) {
                    acknowledge(words[1], words[2]);
                    open = null;
                    done++;
                }
            }
            assertThat(done).as("changes before the kill").isGreaterThanOrEqualTo(changes);
        }
        return open;
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
