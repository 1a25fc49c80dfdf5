package net.coreserver.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A process that runs beside the tests and writes a log. */
final class Daemon implements AutoCloseable {

    private static final Duration TO_BE_READY = Duration.ofSeconds(60);
    private static final Duration TO_END = Duration.ofSeconds(20);
    private static final Duration TO_FOLLOW = Duration.ofSeconds(2);

    private final String name;
    private final Process process;
    private final Path log;

    private Daemon(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a process.
     *
     * @param name what messages call it
     * @param command what to run
     * @param log the file that gets what it writes, after what is there already
     * @return the process, which may not be ready yet
     */
    static Daemon start(String name, ProcessBuilder command, Path log) {
        command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        try {
            Process process = command.start();
            process.getOutputStream().close();
            return new Daemon(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** Waits until a condition holds; when it never does, or the process ends first, the failure shows its log. */
    void awaitReady(Callable<Boolean> ready) {
        try {
            await(name + " is ready")
                    .atMost(TO_BE_READY)
                    .pollInterval(Duration.ofMillis(20))
                    .failFast(name + " ended", () -> !process.isAlive())
                    .until(ready);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new IllegalStateException(e.getMessage() + "; its log:\n" + log(), e);
        }
    }

    /** {@return all that it has written so far} */
    String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return how often a pattern is found in the log} */
    long logged(Pattern pattern) {
        return pattern.matcher(log()).results().count();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Stops it and all that it started, as {@code kill -9} does. */
    void kill() {
        List<ProcessHandle> started = process.descendants().toList();
        started.forEach(ProcessHandle::destroyForcibly);
        // nsenter ends with what it has started; killed itself, it would leave that to the host's process 1 as a
        // zombie.
        if (started.isEmpty() || !endsWithin(TO_FOLLOW)) {
            process.destroyForcibly();
        }
        awaitEnd();
    }

    /** Asks it to stop, as {@code kill} does, and waits until it has. */
    void terminate() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        if (!endsWithin(TO_END)) {
            throw new IllegalStateException(name + " did not end within " + TO_END + "; its log:\n" + log());
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
