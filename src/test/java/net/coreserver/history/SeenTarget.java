package net.coreserver.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.RateOfChange;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.Statistics;
import net.coreserver.monitor.Explanation;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.TargetState;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/** A target whose interfaces count as they are told to, polled when a test says so. */
final class SeenTarget implements MonitoredTarget {

    static final long SPEED = 1_000_000_000;

    private final Target target;
    private final List<Port> ports = new ArrayList<>();
    private final Map<String, InterfaceSample> before = new HashMap<>();
    private @Nullable Instant polledAt;
    private Observation latest;

    /** An interface, and how much it has counted. */
    static final class Port {

        private final String name;
        long octets;
        long errors;
        OperStatus operStatus = OperStatus.Known.UP;

        Port(String name) {
            this.name = name;
        }

        private InterfaceSample sample() {
            Counter64 in = new Counter64(octets);
            Counter64 packets = new Counter64(octets / 500);
            Statistics statistics = new Statistics(
                    null,
                    in,
                    packets,
                    Counter64.ZERO,
                    Counter64.ZERO,
                    Counter64.ZERO,
                    new Counter64(errors),
                    Counter64.ZERO,
                    new Counter64(octets / 2),
                    packets,
                    Counter64.ZERO,
                    Counter64.ZERO,
                    Counter64.ZERO,
                    Counter64.ZERO);
            return new InterfaceSample(
                    name,
                    null,
                    null,
                    AdminStatus.Known.UP,
                    operStatus,
                    null,
                    null,
                    null,
                    SPEED,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    statistics);
        }
    }

    SeenTarget(String name, Duration pollInterval, String... ports) {
        Endpoint endpoint = new Endpoint(
                name,
                "192.0.2.10",
                Endpoint.DEFAULT_PORT,
                Credentials.ofPassword("test-user", Secret.of("test-password")),
                new HostKeyPolicy.Pinned("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
        target = new Target(endpoint, pollInterval, true, Map.of());
        for (String port : ports) {
            this.ports.add(new Port(port));
        }
        latest = new Observation(status(Instant.EPOCH), null);
    }

    private static TargetStatus status(Instant at) {
        return new TargetStatus(TargetState.UP, at, at, null, null, null, 0, null, null, false);
    }

    Port port(int index) {
        return ports.get(index);
    }

    /** It is polled; the rates are told as the monitor tells them. */
    SeenTarget polled(Instant at) {
        Instant last = polledAt;
        Map<String, Rates> rates = new HashMap<>();
        List<InterfaceSample> samples = new ArrayList<>();
        for (Port port : ports) {
            InterfaceSample sample = port.sample();
            InterfaceSample earlier = before.put(port.name, sample);
            if (earlier != null && last != null) {
                Rates moved = RateOfChange.between(earlier, sample, Duration.between(last, at));
                if (moved != null) {
                    rates.put(port.name, moved);
                }
            }
            samples.add(sample);
        }
        polledAt = at;
        latest = new Observation(status(at), new Snapshot(target.name(), at, Duration.ofMillis(20), samples, rates));
        return this;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Observation latest() {
        return latest;
    }

    @Override
    public Explanation explain() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Snapshot> poll() {
        throw new UnsupportedOperationException();
    }
}
