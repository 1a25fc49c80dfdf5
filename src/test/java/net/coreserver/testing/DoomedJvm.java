package net.coreserver.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with this one's class path that is killed in the midst of its work, as by {@code kill -9}. */
public final class DoomedJvm implements AutoCloseable {

    private final Process process;

    private DoomedJvm(Process process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param directory where it may leave its temporary files
     */
    public static DoomedJvm start(Path directory, Class<?> main, String... arguments) throws IOException {
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new DoomedJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** {@return what it prints} */
    public BufferedReader lines() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Kills it, after so little time that no timer can tell it, so that it falls on another moment of the work each time. What it has
     * printed can still be read.
     */
    public void killIn(int nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
        // Unlike the process, its handle leaves what was printed to be read.
        process.toHandle().destroyForcibly();
    }

    /** Waits for its end. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
