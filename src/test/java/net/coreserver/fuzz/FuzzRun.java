package net.coreserver.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs Jazzer, one target after the other, each in a process of its own.
 *
 * <p>Arguments: the seconds for each target, a directory for what is found, and {@code keep} when inputs that reach new
 * code are to join the corpus. The exit status is 1 when a target broke; the input then stands in the directory.
 */
public final class FuzzRun {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final int SECONDS_FOR_ONE_INPUT = 120;
    private static final int MAX_OCTETS = 16 * 1024;

    private final Path output;

    private FuzzRun(Path output) {
        this.output = output;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        FuzzRun run = new FuzzRun(Path.of(arguments[1]).toAbsolutePath());
        List<FuzzTarget> broken = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            if (!run.fuzz(target, arguments[0])) {
                broken.add(target);
            } else if (arguments[2].equals("keep")) {
                run.keep(target);
            }
        }
        System.out.println(broken.isEmpty() ? "No target broke." : "Broke, see " + run.output + ": " + broken);
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private boolean fuzz(FuzzTarget target, String seconds) throws IOException, InterruptedException {
        Path found = Files.createDirectories(output.resolve(target.directory()));
        return jazzer(
                target,
                "-max_total_time=" + seconds,
                "-print_final_stats=1",
                found.toString(),
                Corpus.directory(target).toString());
    }

    /** Adds what reaches code that the corpus does not reach. */
    private void keep(FuzzTarget target) throws IOException, InterruptedException {
        jazzer(
                target,
                "-merge=1",
                Corpus.directory(target).toString(),
                output.resolve(target.directory()).toString());
    }

    private boolean jazzer(FuzzTarget target, String... more) throws IOException, InterruptedException {
        System.out.println("==== " + target);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + JazzerEntry.class.getName(),
                "--target_args=" + target,
                "--instrumentation_includes=net.coreserver.**",
                "--reproducer_path=" + output,
                "-artifact_prefix=" + output + "/" + target.directory() + "-",
                "-timeout=" + SECONDS_FOR_ONE_INPUT,
                "-max_len=" + MAX_OCTETS));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
