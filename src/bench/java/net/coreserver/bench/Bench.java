package net.coreserver.bench;

import java.io.PrintStream;

/** Runs the benchmark that the command line names. */
final class Bench {

    private Bench() {}

    /**
     * Runs a benchmark and prints its results.
     *
     * @param arguments its name; then how many sessions, cycles or targets, for those that count any
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        int count = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "rest" -> RestBench.run(out);
            case "client" -> ClientBench.run(out);
            case "sessions" -> SessionsBench.run(out, count);
            case "connect" -> ConnectBench.run(out, count);
            case "parse" -> ParseBench.run(out);
            case "models" -> ModelsBench.run(out);
            case "fleet" -> FleetBench.run(out, count);
            case "events" -> EventsBench.run(out, count);
            case "history" -> HistoryBench.run(out);
            case "metrics" -> MetricsBench.run(out);
            default ->
                throw new IllegalArgumentException("no benchmark is called " + arguments[0]
                        + ": rest, client, sessions, connect, parse, models, fleet, events, history or metrics");
        }
    }
}
