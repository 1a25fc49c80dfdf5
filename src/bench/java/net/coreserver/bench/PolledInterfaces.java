package net.coreserver.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

/**
 * A made-up target, seen by polls without a device: of three interfaces one is busy, one has a moderate load, and one hardly any. The
 * load goes with the time of day, and is never the same twice.
 */
final class PolledInterfaces implements MonitoredTarget {

    private static final long SPEED = 10_000_000_000L;
    private static final double DAY_SECONDS = 86_400;
    private static final double OCTETS_PER_PACKET = 700;
    private static final int COUNTERS = 13;

    private final Target target;
    private final SplittableRandom random;
    private final long[][] counters;
    private final List<String> names = new ArrayList<>();
    private List<InterfaceSample> before = List.of();
    private Instant polledAt = Instant.EPOCH;
    private Observation latest = new Observation(status(Instant.EPOCH), null);

    PolledInterfaces(String name, int interfaces, Duration pollInterval, long seed) {
        target = new Target(
                new Endpoint(
                        name,
                        "192.0.2.10",
                        Endpoint.DEFAULT_PORT,
                        Credentials.ofPassword("test-user", Secret.of("test-password")),
                        new HostKeyPolicy.Pinned("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10)),
                pollInterval,
                true,
                Map.of());
        random = new SplittableRandom(seed);
        counters = new long[interfaces][COUNTERS];
        for (int i = 0; i < interfaces; i++) {
            names.add("GigabitEthernet0/0/" + i);
            for (int c = 0; c < COUNTERS; c++) {
                counters[i][c] = random.nextLong(1L << 40);
            }
        }
    }

    private static TargetStatus status(Instant at) {
        return new TargetStatus(TargetState.UP, at, at, null, null, null, 0, null, null, false);
    }

    String interfaceName(int index) {
        return names.get(index);
    }

    /** It is polled. */
    PolledInterfaces poll(Instant at) {
        double seconds =
                latest.snapshot() == null ? 0 : Duration.between(polledAt, at).toNanos() / 1e9;
        Map<String, Rates> rates = HashMap.newHashMap(names.size());
        List<InterfaceSample> samples = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            count(counters[i], i % 3, at, seconds);
            InterfaceSample sample = sample(names.get(i), counters[i]);
            if (!before.isEmpty()) {
                Rates moved = RateOfChange.between(before.get(i), sample, Duration.between(polledAt, at));
                if (moved != null) {
                    rates.put(sample.name(), moved);
                }
            }
            samples.add(sample);
        }
        before = samples;
        polledAt = at;
        latest = new Observation(status(at), new Snapshot(target.name(), at, Duration.ofMillis(20), samples, rates));
        return this;
    }

    private void count(long[] counter, int load, Instant at, double seconds) {
        double day = 1 + 0.6 * Math.sin(at.getEpochSecond() % DAY_SECONDS / DAY_SECONDS * 2 * Math.PI);
        double bits = switch (load) {
            case 0 -> 2e9 * day;
            case 1 -> 4e7 * day;
            default -> 2e3;
        };
        for (int direction = 0; direction < 2; direction++) {
            int first = direction * 7;
            double octets = bits / 8 * seconds * (0.7 + 0.6 * random.nextDouble());
            double packets = octets / OCTETS_PER_PACKET * (0.9 + 0.2 * random.nextDouble());
            counter[first] += (long) octets;
            counter[first + 1] += (long) packets;
            counter[first + 2] += random.nextInt(1 + (int) seconds);
            counter[first + 3] += random.nextInt(1 + 2 * (int) seconds);
            counter[first + 4] += load == 0 && random.nextInt(10) == 0 ? 1 + random.nextInt(20) : 0;
            counter[first + 5] += random.nextInt(5_000) == 0 ? 1 : 0;
        }
    }

    private static InterfaceSample sample(String name, long[] counter) {
        Counter64[] values = new Counter64[COUNTERS];
        for (int i = 0; i < COUNTERS; i++) {
            values[i] = new Counter64(counter[i]);
        }
        return new InterfaceSample(
                name,
                null,
                null,
                AdminStatus.Known.UP,
                OperStatus.Known.UP,
                null,
                null,
                null,
                SPEED,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Statistics(
                        null,
                        values[0],
                        values[1],
                        values[2],
                        values[3],
                        values[4],
                        values[5],
                        values[6],
                        values[7],
                        values[8],
                        values[9],
                        values[10],
                        values[11],
                        values[12]));
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
        throw new UnsupportedOperationException("nobody converses with it");
    }

    @Override
    public CompletableFuture<Snapshot> poll() {
        throw new UnsupportedOperationException("nobody converses with it");
    }
}
