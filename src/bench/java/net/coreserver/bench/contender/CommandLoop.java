package net.coreserver.bench.contender;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Does with a contender what the lines of standard input say, one after the other, and answers each with a line of
 * figures. The end of the input ends it.
 *
 * <table>
 * <caption>Commands, and what their figures are</caption>
 * <tr><td>{@code connect COUNT}</td><td>opens so many sessions more; none</td></tr>
 * <tr><td>{@code get COUNT}</td><td>asks that often on the first session; rpcs, CPU and elapsed nanoseconds</td></tr>
 * <tr><td>{@code each COUNT}</td><td>asks that often on every session, one after the other; as with {@code get}</td></tr>
 * <tr><td>{@code cycle COUNT}</td><td>connects, asks and closes that often; as with {@code get}</td></tr>
 * <tr><td>{@code footprint 0}</td><td>octets of live heap, threads, the most threads there were, open files</td></tr>
 * </table>
 */
public final class CommandLoop {

    /** What every answer begins with, to tell it from what libraries print. */
    public static final String ANSWER = "> ";

    /** A collection leaves what has finalizers and cleaners for the next one. */
    private static final int COLLECTIONS = 4;

    private final ProcessClock processClock = new ProcessClock();
    private final Contender contender;
    private final List<Contender.Session> sessions = new ArrayList<>();

    private CommandLoop(Contender contender) {
        this.contender = contender;
    }

    /**
     * Runs until standard input ends.
     *
     * @param contender does what is asked
     * @throws Exception what the contender throws
     */
    public static void run(Contender contender) throws Exception {
        new CommandLoop(contender).run();
    }

    private void run() throws Exception {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            out.println(ANSWER + answer(words[0], Integer.parseInt(words[1])));
            out.flush();
        }
    }

    private String answer(String command, int argument) throws Exception {
        return switch (command) {
            case "connect" -> connect(argument);
            case "get" -> get(argument);
            case "each" -> each(argument);
            case "cycle" -> cycle(argument);
            case "footprint" -> footprint();
            default -> throw new IOException("no command: " + command);
        };
    }

    private String connect(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            sessions.add(contender.connect());
        }
        return sessions.getFirst().negotiated();
    }

    private String get(int count) throws Exception {
        Contender.Session session = sessions.getFirst();
        Meter meter = new Meter();
        for (int i = 0; i < count; i++) {
            session.get();
        }
        return meter.figures(count);
    }

    private String each(int count) throws Exception {
        Meter meter = new Meter();
        for (int i = 0; i < count; i++) {
            for (Contender.Session session : sessions) {
                session.get();
            }
        }
        return meter.figures((long) count * sessions.size());
    }

    private String cycle(int count) throws Exception {
        Meter meter = new Meter();
        for (int i = 0; i < count; i++) {
            try (Contender.Session session = contender.connect()) {
                session.get();
            }
        }
        return meter.figures(count);
    }

    private static String footprint() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        var threads = ManagementFactory.getThreadMXBean();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long files = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getOpenFileDescriptorCount();
        return "%d %d %d %d".formatted(heap, threads.getThreadCount(), threads.getPeakThreadCount(), files);
    }

    /** What passes from its making on: the CPU time of the whole process, since other threads than ours work, too. */
    private final class Meter {

        private final long cpu = processClock.nanos();
        private final long started = System.nanoTime();

        String figures(long operations) {
            return "%d %d %d".formatted(operations, processClock.nanos() - cpu, System.nanoTime() - started);
        }
    }
}
