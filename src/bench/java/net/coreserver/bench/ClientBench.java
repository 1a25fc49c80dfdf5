package net.coreserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import net.coreserver.bench.ContenderProcess.Cost;
import net.coreserver.bench.contender.Server;

/**
 * What one rpc costs a client: CPU time of its process for a {@code get} of {@code interfaces-state} with 50 interfaces, one
 * after the other on one session, beside OpenDaylight's client and beside MINA alone: with the algorithms that CoreServer negotiates, and with those that
 * MINA chooses when nobody tells it.
 *
 * <p>The contenders take turns, round by round, so that a machine that changes its speed does so for all.
 */
final class ClientBench {

    private static final int INTERFACES = 50;
    private static final int ROUNDS = 61;
    private static final int WARM_UP_RPCS = 20_000;
    private static final int ROUND_RPCS = 200;

    private final PrintStream out;

    private ClientBench(PrintStream out) {
        this.out = out;
    }

    static void run(PrintStream out) throws IOException, InterruptedException {
        new ClientBench(out).run();
    }

    private void run() throws IOException, InterruptedException {
        out.printf(
                "a get of %d interfaces, %d octets; per rpc, the median of %d rounds (the middle half)%n",
                INTERFACES, replyOctets(), ROUNDS);
        try (Workspace workspace = new Workspace()) {
            OpenDaylight openDaylight = OpenDaylight.build(workspace);
            try (NetconfServer server = NetconfServer.openSsh(workspace, INTERFACES)) {
                measure(server, workspace, openDaylight);
            }
            try (NetconfServer server = NetconfServer.openDaylight(workspace, openDaylight, INTERFACES)) {
                measure(server, workspace, openDaylight);
            }
        }
    }

    private static int replyOctets() {
        return InterfacesReply.data(INTERFACES).length();
    }

    private void measure(NetconfServer netconfServer, Workspace workspace, OpenDaylight openDaylight)
            throws IOException {
        Server server = netconfServer.server();
        try (ContenderProcess ours = ContenderProcess.coreServer(workspace, server)) {
            String algorithms = ours.connect(1);
            try (ContenderProcess mina = ContenderProcess.mina(workspace, server, algorithms);
                    ContenderProcess asItComes = ContenderProcess.minaAsItComes(workspace, server);
                    ContenderProcess theirs = ContenderProcess.openDaylight(workspace, server, openDaylight)) {
                out.printf("server: %s%n", netconfServer);
                out.printf("%-15s negotiated %s%n", ours, algorithms);
                for (ContenderProcess other : List.of(mina, asItComes, theirs)) {
                    out.printf("%-15s negotiated %s%n", other, other.connect(1));
                }
                report(List.of(ours, mina, asItComes, theirs));
            }
        }
    }

    private void report(List<ContenderProcess> contenders) throws IOException {
        for (ContenderProcess contender : contenders) {
            contender.get(WARM_UP_RPCS);
        }
        List<Figures> cpu = figures(contenders);
        List<Figures> elapsed = figures(contenders);
        List<Figures> ratios = figures(contenders);
        for (int round = 0; round < ROUNDS; round++) {
            double ours = 0;
            for (int i = 0; i < contenders.size(); i++) {
                Cost cost = contenders.get(i).get(ROUND_RPCS);
                ours = i == 0 ? cost.cpuMillis() : ours;
                cpu.get(i).add(cost.cpuMillis());
                elapsed.get(i).add(cost.elapsedMillis());
                ratios.get(i).add(ours / cost.cpuMillis());
            }
        }
        for (int i = 0; i < contenders.size(); i++) {
            double megabytesPerSecond = replyOctets() / elapsed.get(i).median() / 1000;
            out.printf(
                    "%-15s CPU %s ms, elapsed %s ms, %.0f MB/s%n",
                    contenders.get(i), cpu.get(i), elapsed.get(i), megabytesPerSecond);
        }
        for (int i = 1; i < contenders.size(); i++) {
            out.printf("CPU of CoreServer to %s: %s%n", contenders.get(i), ratios.get(i));
        }
    }

    private static List<Figures> figures(List<ContenderProcess> contenders) {
        List<Figures> figures = new ArrayList<>();
        contenders.forEach(contender -> figures.add(new Figures()));
        return figures;
    }
}
