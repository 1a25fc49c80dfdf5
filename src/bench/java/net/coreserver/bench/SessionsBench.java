package net.coreserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import net.coreserver.bench.ContenderProcess.Footprint;

/** What a session costs a client that keeps many of them open: live heap and threads, idle and after traffic. */
final class SessionsBench {

    private static final int INTERFACES = 50;
    private static final int GETS = 5;
    private static final double OCTETS_PER_KIBIBYTE = 1024;

    private final PrintStream out;
    private final int sessions;

    private SessionsBench(PrintStream out, int sessions) {
        this.out = out;
        this.sessions = sessions;
    }

    static void run(PrintStream out, int sessions) throws IOException, InterruptedException {
        new SessionsBench(out, sessions).run();
    }

    private void run() throws IOException, InterruptedException {
        out.printf(
                "%d sessions; live heap for each of them, idle and after %d gets of %d octets%n",
                sessions, GETS, InterfacesReply.data(INTERFACES).length());
        try (Workspace workspace = new Workspace()) {
            OpenDaylight openDaylight = OpenDaylight.build(workspace);
            try (NetconfServer server = NetconfServer.openDaylight(workspace, openDaylight, INTERFACES)) {
                try (ContenderProcess ours = ContenderProcess.coreServer(workspace, server.server())) {
                    measure(ours);
                }
                try (ContenderProcess theirs =
                        ContenderProcess.openDaylight(workspace, server.server(), openDaylight)) {
                    measure(theirs);
                }
            }
        }
    }

    private void measure(ContenderProcess contender) throws IOException {
        // The first sessions load what all of them share, and are not counted.
        contender.connect(GETS);
        contender.each(GETS);
        Footprint before = contender.footprint();
        contender.connect(sessions);
        Footprint idle = contender.footprint();
        contender.each(GETS);
        Footprint after = contender.footprint();
        out.printf(
                "%-12s idle %.1f KiB, after traffic %.1f KiB, threads %d, at most %d%n",
                contender, kibibytes(before, idle), kibibytes(before, after), after.threads(), after.peakThreads());
    }

    private double kibibytes(Footprint before, Footprint after) {
        return (after.heapOctets() - before.heapOctets()) / OCTETS_PER_KIBIBYTE / sessions;
    }
}
