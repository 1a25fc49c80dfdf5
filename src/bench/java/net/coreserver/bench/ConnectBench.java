package net.coreserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import net.coreserver.bench.ContenderProcess.Cost;
import net.coreserver.bench.ContenderProcess.Footprint;

/** What it costs a client to connect, exchange hellos, get once and close; and what many such cycles leave behind. */
final class ConnectBench {

    private static final int INTERFACES = 50;
    private static final int ROUNDS = 10;
    private static final int WARM_UP_CYCLES = 200;

    private final PrintStream out;
    private final int cycles;

    private ConnectBench(PrintStream out, int cycles) {
        this.out = out;
        this.cycles = cycles;
    }

    static void run(PrintStream out, int cycles) throws IOException, InterruptedException {
        new ConnectBench(out, cycles).run();
    }

    private void run() throws IOException, InterruptedException {
        try (Workspace workspace = new Workspace();
                NetconfServer server = NetconfServer.openSsh(workspace, INTERFACES);
                ContenderProcess ours = ContenderProcess.coreServer(workspace, server.server())) {
            ours.cycle(WARM_UP_CYCLES);
            Footprint before = ours.footprint();
            Figures cpu = new Figures();
            Figures elapsed = new Figures();
            for (int round = 0; round < ROUNDS; round++) {
                Cost cost = ours.cycle(Math.max(1, cycles / ROUNDS));
                cpu.add(cost.cpuMillis());
                elapsed.add(cost.elapsedMillis());
            }
            Footprint after = ours.footprint();
            out.printf(
                    "connect, hello, get, close, %d times: the median of %d rounds (the middle half)%n",
                    cycles, ROUNDS);
            out.printf("CPU %s ms, elapsed %s ms%n", cpu, elapsed);
            out.printf(
                    "live heap %d KiB before, %d KiB after; threads %d, %d; open files %d, %d%n",
                    before.heapOctets() / 1024,
                    after.heapOctets() / 1024,
                    before.threads(),
                    after.threads(),
                    before.openFiles(),
                    after.openFiles());
        }
    }
}
