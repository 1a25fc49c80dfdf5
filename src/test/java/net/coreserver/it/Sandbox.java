package net.coreserver.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Namespaces of its own for network, mounts and process ids; see {@code namespaces(7)}.
 *
 * <p>One process holds them and is process 1 within. It reads its standard input, and ends when that ends: at the latest
 * when this JVM does, however it does. With process 1 the kernel kills all that runs within, and drops the links and
 * mounts that were made there. Thus nothing outlives the tests, and nothing of the host is changed.
 */
final class Sandbox implements AutoCloseable {

    /** Which network a process within the sandbox sees. */
    enum Network {
        /** The sandbox's, with a loopback interface and what the tests add. */
        SANDBOX,
        /** The host's, so that others can connect. */
        HOST
    }

    // Root's PATH, whatever the user's is: ip and sshd are in sbin.
    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Process holder;
    private final ProcessHandle first;

    private Sandbox(Process holder, ProcessHandle first) {
        this.holder = holder;
        this.first = first;
    }

    /**
     * Makes a sandbox.
     *
     * @param setup shell commands that process 1 runs first, within its own mounts and network
     * @throws IllegalStateException with what the system says, where namespaces or a command of the setup do not work
     */
    static Sandbox open(String setup) {
        ProcessBuilder command =
                new ProcessBuilder("unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "sh", "-eu");
        command.redirectErrorStream(true).environment().put("PATH", PATH);
        try {
            Process holder = command.start();
            try {
                // /sys shows the network of whoever mounted it.
                feed(holder, """
                        mount -t sysfs sysfs /sys
                        ip link set lo up
                        %s
                        echo ready
                        exec cat >/dev/null
                        """.formatted(setup));
            } catch (IOException e) {
                // It has ended already; what it wrote says why.
            }
            return new Sandbox(holder, firstWithin(holder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessHandle firstWithin(Process holder) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(holder.getInputStream(), UTF_8));
        List<String> complaint = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("ready")) {
                return holder.children().findFirst().orElseThrow();
            }
            complaint.add(line);
        }
        throw new IllegalStateException(String.join("; ", complaint));
    }

    /** Starts a process within that goes on running. */
    Daemon start(String name, Network network, Logs logs, String... command) {
        return Daemon.start(name, within(network, command), logs.file(name));
    }

    /**
     * Runs a command on the sandbox's network and waits for it.
     *
     * @return what it wrote
     * @throws IllegalStateException with that, when it failed
     */
    String run(String... command) {
        return script(Stream.of(command).map(Sandbox::quoted).collect(Collectors.joining(" ")));
    }

    /** Runs shell commands as {@link #run} does. */
    String script(String commands) {
        // By standard input, for arguments would be mangled where the locale knows no UTF-8.
        ProcessBuilder shell = within(Network.SANDBOX, "sh", "-eu").redirectErrorStream(true);
        try {
            Process process = shell.start();
            feed(process, commands + "\n");
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(commands + " ended with " + status + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return the text as one word of a shell command} */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Kills what was left behind by a process within that has ended. */
    void killOrphans() {
        first.children().forEach(ProcessHandle::destroyForcibly);
    }

    private ProcessBuilder within(Network network, String... command) {
        List<String> words = new ArrayList<>(List.of("nsenter", "--target", Long.toString(first.pid())));
        words.addAll(List.of("--mount", "--pid"));
        if (network == Network.SANDBOX) {
            words.add("--net");
        }
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        return builder;
    }

    private static void feed(Process process, String text) throws IOException {
        Writer input = process.outputWriter(UTF_8);
        input.write(text);
        input.flush();
    }

    @Override
    public void close() {
        // Process 1 ends when all the others have, and its parent, which waits for it, after that.
        first.destroyForcibly();
        try {
            holder.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
