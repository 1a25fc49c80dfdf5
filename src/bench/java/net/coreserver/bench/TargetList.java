package net.coreserver.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.coreserver.bench.FaultyRelay.Fault;

/** The targets of a service, as a file of its configuration. A tenth of them can be made to hang, and a tenth to flap. */
final class TargetList implements AutoCloseable {

    private static final int GROUPS = 10;
    private static final int HANGING = 3;
    private static final int FLAPPING = 7;

    private final List<FaultyRelay> relays = new ArrayList<>();
    private final Set<String> hanging = new HashSet<>();
    private final Set<String> flapping = new HashSet<>();
    private final Path file;

    private TargetList(Path file) {
        this.file = file;
    }

    static TargetList of(int count, Duration interval, SimulatedFleet devices, Workspace workspace) throws IOException {
        TargetList targets = new TargetList(workspace.file("targets.properties"));
        // The devices announce notifications without :interleave, so that to hear any would take a second session of
        // each. They announce no model, so that one would be looked for at each start.
        StringBuilder lines = new StringBuilder("""
                coreserver.defaults.username=%s
                coreserver.defaults.private-key-file=%s
                coreserver.defaults.host-key=accept-new
                coreserver.defaults.poll-interval=%ds
                coreserver.defaults.event-streams=none
                coreserver.defaults.model=ietf-interfaces-state
                coreserver.known-hosts-file=%s
                """.formatted(
                SimulatedFleet.USERNAME, workspace.clientKey(), interval.toSeconds(), workspace.file("known_hosts")));
        Map<InetSocketAddress, FaultyRelay> hangingWays = new HashMap<>();
        Map<InetSocketAddress, FaultyRelay> flappingWays = new HashMap<>();
        for (int i = 0; i < count; i++) {
            InetSocketAddress device = devices.device(i);
            // Every host has targets of each kind.
            InetSocketAddress way = switch (i / SimulatedFleet.HOSTS % GROUPS) {
                case HANGING -> targets.by(hangingWays, Fault.HANGING, device, targets.hanging, i);
                case FLAPPING -> targets.by(flappingWays, Fault.FLAPPING, device, targets.flapping, i);
                default -> device;
            };
            lines.append("coreserver.targets.%s.host=%s%n".formatted(name(i), way.getHostString()));
            lines.append("coreserver.targets.%s.port=%d%n".formatted(name(i), way.getPort()));
        }
        Files.writeString(targets.file, lines);
        return targets;
    }

    private InetSocketAddress by(
            Map<InetSocketAddress, FaultyRelay> ways,
            Fault fault,
            InetSocketAddress device,
            Set<String> names,
            int target)
            throws IOException {
        FaultyRelay relay = ways.get(device);
        if (relay == null) {
            relay = new FaultyRelay(fault, device);
            relays.add(relay);
            ways.put(device, relay);
        }
        names.add(name(target));
        return relay.address();
    }

    static String name(int target) {
        return "t-" + target;
    }

    Path file() {
        return file;
    }

    /** Whether nothing will happen to a target. */
    boolean isGood(String target) {
        return !hanging.contains(target) && !flapping.contains(target);
    }

    /** From now on those that are to hang hang, and those that are to flap flap. */
    void fail() {
        relays.forEach(FaultyRelay::fail);
    }

    @Override
    public String toString() {
        return hanging.size() + " targets hang, " + flapping.size() + " flap";
    }

    @Override
    public void close() throws IOException {
        for (FaultyRelay relay : relays) {
            relay.close();
        }
    }
}
