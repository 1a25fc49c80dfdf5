package net.coreserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.coreserver.agent.AgentServer;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;

/**
 * Reads of {@code /api/v1/targets/localhost/interfaces} for 50 interfaces, against an endpoint of the same process that
 * answers a constant body of the same length; with the time to start and the memory held.
 *
 * <p>The three paths are asked in turn, round by round, so that a machine that changes its speed does so for all.
 */
final class RestBench {

    /** The service as the profile {@code bench} packages it. */
    static final Path SERVICE = Path.of("target", "bench", "quarkus-app", "quarkus-run.jar");

    private static final int INTERFACES = 50;
    private static final int ROUNDS = 25;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofMillis(800);
    private static final String INTERFACES_PATH = "/api/v1/targets/localhost/interfaces";
    private static final String HELLO_PATH = "/bench/hello";

    private RestBench() {}

    static void run(PrintStream out) throws IOException, InterruptedException {
        try (AgentServer agent = AgentServer.start(new SyntheticInterfaces(INTERFACES))) {
            Map<String, String> environment = environment(agent.endpoint("localhost"));
            try (CoreServerProcess server = new CoreServerProcess(SERVICE, List.of("-Xmx256m"), environment)) {
                Duration ready = server.awaitOk("/q/health/ready");
                Duration firstRead = server.awaitOk(INTERFACES_PATH);
                out.printf(
                        "start to ready: %.2f s; to the first interfaces served: %.2f s%n",
                        seconds(ready), seconds(firstRead));
                out.printf("resident after the start: %d MiB%n", server.residentMebibytes());
                measureReads(server, out);
                out.printf("resident after the load: %d MiB (heap limit 256 MiB)%n", server.residentMebibytes());
            }
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void measureReads(CoreServerProcess server, PrintStream out)
            throws IOException, InterruptedException {
        int octets = server.bodyLength(INTERFACES_PATH);
        String constantPath = "/bench/constant?octets=" + octets;
        HttpLoad load = new HttpLoad(server.port());
        for (String path : List.of(INTERFACES_PATH, constantPath, HELLO_PATH)) {
            load.requestsPerSecond(path, WARM_UP);
        }
        List<Double> ratios = new ArrayList<>();
        List<Double> interfaces = new ArrayList<>();
        List<Double> constants = new ArrayList<>();
        List<Double> hellos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double ours = load.requestsPerSecond(INTERFACES_PATH, ROUND);
            double constant = load.requestsPerSecond(constantPath, ROUND);
            interfaces.add(ours);
            constants.add(constant);
            ratios.add(ours / constant);
            hellos.add(load.requestsPerSecond(HELLO_PATH, ROUND));
        }
        out.printf("%d interfaces, %d octets: %.0f requests/s%n", INTERFACES, octets, median(interfaces));
        out.printf("a constant body of that length: %.0f requests/s%n", median(constants));
        out.printf("hello: %.0f requests/s%n", median(hellos));
        out.printf(
                "ratio, interfaces to constant: median %.2f (the middle half of %d rounds: %.2f to %.2f)%n",
                median(ratios), ROUNDS, quantile(ratios, 0.25), quantile(ratios, 0.75));
    }

    private static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    private static double quantile(List<Double> values, double share) {
        return values.stream().sorted().toList().get((int) (share * (values.size() - 1)));
    }

    private static Map<String, String> environment(Endpoint endpoint) throws IOException {
        if (!(endpoint.hostKeyPolicy() instanceof HostKeyPolicy.Pinned(String fingerprint))
                || endpoint.credentials().password() == null) {
            throw new IllegalStateException("the agent is reached with a password and a pinned key");
        }
        return Map.of(
                "CORESERVER_TARGETS_LOCALHOST_HOST", endpoint.host(),
                "CORESERVER_TARGETS_LOCALHOST_PORT", Integer.toString(endpoint.port()),
                "CORESERVER_TARGETS_LOCALHOST_USERNAME", endpoint.credentials().username(),
                "CORESERVER_TARGETS_LOCALHOST_PASSWORD",
                        endpoint.credentials().password().reveal(),
                "CORESERVER_TARGETS_LOCALHOST_HOST_KEY", fingerprint,
                "CORESERVER_TARGETS_LOCALHOST_POLL_INTERVAL", "10s");
    }
}
