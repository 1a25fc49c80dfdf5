package net.coreserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.coreserver.bench.FleetWatch.Window;
import net.coreserver.bench.SimulatedFleet.Logins;

/**
 * The packaged service at work on many targets of 50 interfaces, simulated by another process: whether polls are on time,
 * what they cost, what a target costs; how long a restart takes; how reads and polls bear each other; and whether targets
 * that hang or flap make others late.
 *
 * <p>Up to 2,000 targets are polled every 10 seconds and see all of that; more are polled every 60 seconds, and only that
 * is measured.
 */
final class FleetBench {

    private static final List<String> JVM_OPTIONS = List.of("-Xmx1536m");
    private static final String READY = "/q/health/ready";
    private static final int OFTEN_POLLED = 2000;
    private static final Duration OFTEN = Duration.ofSeconds(10);
    private static final Duration SELDOM = Duration.ofSeconds(60);
    private static final Duration UP_WITHIN = Duration.ofMinutes(5);
    private static final Duration SETTLE = Duration.ofSeconds(12);
    private static final Duration WINDOW = Duration.ofSeconds(50);
    private static final int REST_ROUNDS = 12;
    private static final Duration REST_ROUND = Duration.ofSeconds(1);
    private static final Duration REST_WARM_UP = Duration.ofSeconds(4);
    private static final double OCTETS_PER_KIBIBYTE = 1024;

    private final PrintStream out;
    private final int count;
    private final boolean often;
    private final Duration interval;

    private FleetBench(PrintStream out, int count) {
        this.out = out;
        this.count = count;
        this.often = count <= OFTEN_POLLED;
        this.interval = often ? OFTEN : SELDOM;
    }

    static void run(PrintStream out, int count) throws IOException, InterruptedException {
        new FleetBench(out, count).run();
    }

    private void run() throws IOException, InterruptedException {
        try (Workspace workspace = new Workspace();
                SimulatedFleet devices = SimulatedFleet.start(workspace, OpenDaylight.build(workspace));
                TargetList targets = TargetList.of(count, interval, devices, workspace)) {
            out.printf(
                    "%d targets of %d interfaces, every %d s, on %d hosts%n",
                    count, SimulatedFleet.INTERFACES, interval.toSeconds(), SimulatedFleet.HOSTS);
            double emptyHeap = heapWithoutTargets(workspace);
            Map<String, String> environment =
                    Map.of("QUARKUS_CONFIG_LOCATIONS", targets.file().toString());
            Path data = workspace.file("data");
            if (often) {
                // Learns the host keys, so that what follows is a start as any other.
                try (CoreServerProcess service = start(environment, data)) {
                    service.awaitOk(READY);
                    try (FleetWatch watch = new FleetWatch(service, interval)) {
                        watch.awaitUp(count, UP_WITHIN);
                    }
                }
            }
            devices.logins();
            try (CoreServerProcess service = start(environment, data)) {
                Duration ready = service.awaitOk(READY);
                try (FleetWatch watch = new FleetWatch(service, interval)) {
                    measureStart(service, watch, devices, ready);
                    measure(service, watch, targets, emptyHeap);
                }
            }
        }
    }

    private void measure(CoreServerProcess service, FleetWatch watch, TargetList targets, double emptyHeap)
            throws IOException, InterruptedException {
        if (often) {
            measureReads(service, watch, targets);
        }
        Window steady = measureSteadyState(watch, targets);
        out.printf(
                "heap: %.0f KiB for each target, beside %.0f MiB without any%n",
                (heap(service) - emptyHeap) / count, emptyHeap / OCTETS_PER_KIBIBYTE);
        if (often) {
            measureFaults(watch, targets, steady);
        }
    }

    private CoreServerProcess start(Map<String, String> environment, Path data) throws IOException {
        return CoreServerProcess.withData(RestBench.SERVICE, JVM_OPTIONS, environment, data);
    }

    private static double heapWithoutTargets(Workspace workspace) throws IOException, InterruptedException {
        try (CoreServerProcess service = CoreServerProcess.withData(
                RestBench.SERVICE,
                JVM_OPTIONS,
                Map.of("CORESERVER_AGENT_ENABLED", "false"),
                workspace.file("data-without-targets"))) {
            service.awaitOk(READY);
            heap(service);
            return heap(service);
        }
    }

    /** What lives in the heap, in KiB. */
    private static double heap(CoreServerProcess service) throws IOException, InterruptedException {
        return Long.parseLong(service.text("/bench/live-heap")) / OCTETS_PER_KIBIBYTE;
    }

    private void measureStart(CoreServerProcess service, FleetWatch watch, SimulatedFleet devices, Duration ready)
            throws IOException, InterruptedException {
        watch.awaitUp(count, UP_WITHIN);
        if (!service.text("/api/v1/targets/" + TargetList.name(0))
                .contains("\"interfaces\":" + SimulatedFleet.INTERFACES)) {
            throw new IllegalStateException("the devices do not tell what they were asked");
        }
        Duration up = service.age();
        Duration cpu = service.cpuTime();
        Logins logins = devices.logins();
        out.printf(
                "start: ready after %.1f s, all up after %.1f s, %.1f s of CPU time; %s%n",
                seconds(ready), seconds(up), seconds(cpu), load());
        out.printf(
                "%d logins of %.0f ms; at once at most %d, %d to one host; one after the other in %d turns: %.1f s%n",
                logins.completed(),
                logins.millis(),
                logins.most(),
                logins.mostOfOneHost(),
                SimulatedFleet.CONNECTS_AT_ONCE,
                logins.completed() * logins.millis() / 1000 / SimulatedFleet.CONNECTS_AT_ONCE);
    }

    private Window measureSteadyState(FleetWatch watch, TargetList targets) throws IOException, InterruptedException {
        Thread.sleep(SETTLE);
        Duration window = often ? WINDOW : interval.plus(SETTLE);
        Window all = watch.watch(targets::isGood, window);
        out.printf("steady state: %s; %.2f ms of CPU time for a poll; %s%n", all.all(), all.cpuMillis(), load());
        return all;
    }

    private void measureReads(CoreServerProcess service, FleetWatch watch, TargetList targets)
            throws IOException, InterruptedException {
        String path = "/api/v1/targets/" + TargetList.name(0) + "/interfaces";
        String constantPath = "/bench/constant?octets=" + service.bodyLength(path);
        HttpLoad load = new HttpLoad(service.port());
        for (String each : List.of(path, constantPath)) {
            load.requestsPerSecond(each, REST_WARM_UP);
        }
        Figures reads = new Figures();
        Figures constants = new Figures();
        Figures ratios = new Figures();
        Window meanwhile = watch.watch(targets::isGood, () -> {
            for (int round = 0; round < REST_ROUNDS; round++) {
                double ours = load.requestsPerSecond(path, REST_ROUND);
                double constant = load.requestsPerSecond(constantPath, REST_ROUND);
                reads.add(ours);
                constants.add(constant);
                ratios.add(ours / constant);
            }
            return null;
        });
        out.printf(
                "reads: %.0f requests/s, of a constant body %.0f, ratio %s; meanwhile %s; %s%n",
                reads.median(), constants.median(), ratios, meanwhile.all(), load());
    }

    private void measureFaults(FleetWatch watch, TargetList targets, Window before)
            throws IOException, InterruptedException {
        Thread.sleep(SETTLE);
        targets.fail();
        Window then = watch.watch(targets::isGood, WINDOW);
        out.printf("%s%n", targets);
        out.printf("the others before: %s%nthe others then: %s; %s%n", before.good(), then.good(), load());
        out.printf("ratio of the p99: %.2f%n", then.good().p99() / before.good().p99());
    }

    private static String load() {
        return "load average %.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
