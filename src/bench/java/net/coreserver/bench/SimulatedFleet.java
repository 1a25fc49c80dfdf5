package net.coreserver.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.ssh.NetconfSshClient;

/**
 * Devices as OpenDaylight simulates them, on several loopback addresses, which are hosts of their own to whoever connects.
 * They are fewer than the targets: a device takes any number of sessions, but needs a fifth of a second of CPU time to make
 * its key.
 */
final class SimulatedFleet implements AutoCloseable {

    static final int HOSTS = 8;
    static final int INTERFACES = 50;

    /** As many turns to connect as the service gives in all, four to each host. */
    static final int CONNECTS_AT_ONCE = 32;

    static final String USERNAME = "bench";

    private static final int DEVICES_PER_HOST = 4;
    private static final String ANSWER = "> ";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final int firstPort = ChildProcess.freePort();
    private final ChildProcess simulator;
    private final BufferedReader answers;
    private final Writer questions;

    private SimulatedFleet(Workspace workspace, OpenDaylight openDaylight) throws IOException {
        Path rpcs = workspace.file("rpcs.xml");
        Files.writeString(rpcs, InterfacesReply.ofSimulator(INTERFACES));
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx4g",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                openDaylight.contenderClassPath(),
                "net.coreserver.bench.contender.FleetSimulator",
                rpcs.toString(),
                Integer.toString(firstPort),
                Integer.toString(DEVICES_PER_HOST)));
        IntStream.range(0, HOSTS).mapToObj(SimulatedFleet::host).forEach(command::add);
        simulator = ChildProcess.start(workspace.file("simulator.log"), true, command);
        answers = simulator.process().inputReader(StandardCharsets.UTF_8);
        questions = simulator.process().outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the devices, and logs in to each once: they make their keys at their first connection. */
    static SimulatedFleet start(Workspace workspace, OpenDaylight openDaylight)
            throws IOException, InterruptedException {
        SimulatedFleet fleet = new SimulatedFleet(workspace, openDaylight);
        try {
            fleet.answer();
            fleet.logInToEachDevice(workspace);
            return fleet;
        } catch (IOException | InterruptedException | RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    private void logInToEachDevice(Workspace workspace) throws InterruptedException {
        Path knownHosts = workspace.file("known-hosts-of-the-benchmark");
        Credentials credentials = new Credentials(USERNAME, null, new Secret.InFile(workspace.clientKey()), null);
        try (NetconfSshClient client = new NetconfSshClient();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> logins = new ArrayList<>();
            for (int i = 0; i < HOSTS * DEVICES_PER_HOST; i++) {
                InetSocketAddress device = device(i);
                Endpoint endpoint = new Endpoint(
                        "device-" + i,
                        device.getHostString(),
                        device.getPort(),
                        credentials,
                        new HostKeyPolicy.AcceptNew(knownHosts, knownHosts),
                        TIMEOUT,
                        TIMEOUT);
                logins.add(executor.submit(() -> {
                    client.connect(endpoint).close();
                    return null;
                }));
            }
            for (Future<?> login : logins) {
                login.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a simulated device lets nobody in", e.getCause());
        }
    }

    /** The loopback address that stands for a host. */
    static String host(int index) {
        return "127.0.0." + (2 + index % HOSTS);
    }

    /** The device that a target of this number is. */
    InetSocketAddress device(int target) {
        return InetSocketAddress.createUnresolved(host(target), firstPort + target / HOSTS % DEVICES_PER_HOST);
    }

    /** What the devices have seen of logins since they were last asked. */
    Logins logins() throws IOException {
        questions.write("logins\n");
        questions.flush();
        String[] figures = answer().split(" ", -1);
        return new Logins(
                Integer.parseInt(figures[0]),
                Double.parseDouble(figures[1]),
                Integer.parseInt(figures[2]),
                Integer.parseInt(figures[3]));
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
        }
        throw new IOException("the simulator failed:\n" + simulator.log());
    }

    @Override
    public void close() {
        simulator.close();
    }

    /**
     * Logins, as the devices see them.
     *
     * @param completed how many there were
     * @param millis from the connection to the login, on average
     * @param most the most connections at once that were not logged in yet
     * @param mostOfOneHost the same of one host
     */
    record Logins(int completed, double millis, int most, int mostOfOneHost) {}
}
