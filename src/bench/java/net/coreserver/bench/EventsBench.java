package net.coreserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long it takes from a notification's octets on the wire to a client of the stream and to the request of a webhook, with all
 * targets being polled; first at leisure, then for links whose new state a poll confirms, then at full speed for a minute. Beside it
 * stands what this disk takes to keep four kibibytes, which every event waits for.
 */
final class EventsBench {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(10);
    private static final Duration UP_WITHIN = Duration.ofMinutes(5);
    private static final Duration SETTLE = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SLOWLY = 50;
    private static final int FLIPS = 20;
    private static final int FAST = 2_000;
    private static final int SECONDS = 60;
    private static final int SYNCS = 200;

    private final PrintStream out;
    private final int count;
    private final Random random = new Random(20_261_121);

    private EventsBench(PrintStream out, int count) {
        this.out = out;
        this.count = count;
    }

    static void run(PrintStream out, int count) throws IOException, InterruptedException, GeneralSecurityException {
        new EventsBench(out, count).run();
    }

    private void run() throws IOException, InterruptedException, GeneralSecurityException {
        try (Workspace workspace = new Workspace();
                NotifyingDevices devices = new NotifyingDevices();
                EventWatch watch = new EventWatch()) {
            Path configuration = workspace.file("targets.properties");
            Files.writeString(configuration, configuration(devices, watch, workspace));
            out.printf("%d targets, every %d s%n", count, POLL_INTERVAL.toSeconds());
            out.printf("this disk keeps 4 KiB in %s ms%n", syncMillis(workspace.file("sync")));
            try (CoreServerProcess service = CoreServerProcess.withData(
                    RestBench.SERVICE,
                    List.of("-Xmx1g"),
                    Map.of("QUARKUS_CONFIG_LOCATIONS", configuration.toString()),
                    workspace.file("data"))) {
                service.awaitOk("/q/health/ready");
                try (FleetWatch fleet = new FleetWatch(service, POLL_INTERVAL)) {
                    fleet.awaitUp(count, UP_WITHIN);
                }
                awaitSubscriptions(devices);
                Thread.sleep(SETTLE);
                watch.follow(service.port());
                warmUp(devices, watch);
                measureTicks(devices, watch, service, SLOWLY);
                measureFlips(devices, watch);
                measureTicks(devices, watch, service, FAST);
                measureFlood(devices, watch, service);
            }
        }
    }

    private String configuration(NotifyingDevices devices, EventWatch watch, Workspace workspace) {
        StringBuilder lines = new StringBuilder("""
                coreserver.defaults.password=%s
                coreserver.defaults.host-key=accept-new
                coreserver.defaults.poll-interval=%ds
                coreserver.known-hosts-file=%s
                coreserver.sinks.bench.type=webhook
                coreserver.sinks.bench.url=%s
                coreserver.sinks.bench.batch-size=500
                """.formatted(
                        NotifyingDevices.PASSWORD,
                        POLL_INTERVAL.toSeconds(),
                        workspace.file("known_hosts"),
                        watch.webhookUrl()));
        for (int i = 0; i < count; i++) {
            lines.append("""
                    coreserver.targets.t-%1$d.host=%2$s
                    coreserver.targets.t-%1$d.port=%3$d
                    coreserver.targets.t-%1$d.username=%4$s
                    """.formatted(i, devices.host(i), devices.port(i), NotifyingDevices.username(i)));
        }
        return lines.toString();
    }

    private void awaitSubscriptions(NotifyingDevices devices) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        while (devices.subscribed() < count) {
            if (System.nanoTime() > deadline) {
                throw new IOException("only %d of %d devices are subscribed to".formatted(devices.subscribed(), count));
            }
            Thread.sleep(100);
        }
    }

    private void warmUp(NotifyingDevices devices, EventWatch watch) throws IOException, InterruptedException {
        tick(devices, FAST / 2, 10);
        watch.webhook().await(5 * FAST, PATIENCE);
        Thread.sleep(SETTLE);
    }

    private void measureTicks(NotifyingDevices devices, EventWatch watch, CoreServerProcess service, int perSecond)
            throws IOException, InterruptedException {
        watch.stream().clear();
        watch.webhook().clear();
        Duration cpu = service.cpuTime();
        int sent = tick(devices, perSecond, SECONDS);
        Duration used = service.cpuTime().minus(cpu);
        watch.stream().await(sent, PATIENCE);
        watch.webhook().await(sent, PATIENCE);
        out.printf("%d notifications a second for %d s%n", perSecond, SECONDS);
        print(watch, sent);
        out.printf("  %.0f%% of a core; %s%n", used.toMillis() / 10.0 / SECONDS, load());
    }

    private void print(EventWatch watch, int sent) {
        out.printf("  stream:  %s%n", watch.stream().describe(sent));
        out.printf("  webhook: %s%n", watch.webhook().describe(sent));
    }

    /** Notifications of one device after the other, evenly. */
    private int tick(NotifyingDevices devices, int perSecond, int seconds) throws IOException, InterruptedException {
        int all = perSecond * seconds;
        long start = System.nanoTime();
        for (int i = 0; i < all; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            long ahead = due - System.nanoTime();
            if (ahead > 0) {
                Thread.sleep(Duration.ofNanos(ahead));
            }
            devices.session(1 + i % (count - 1)).tick(i);
        }
        return all;
    }

    private void measureFlips(NotifyingDevices devices, EventWatch watch) throws IOException, InterruptedException {
        watch.stream().clear();
        watch.webhook().clear();
        int flips = FLIPS * SECONDS;
        long start = System.nanoTime();
        int first = random.nextInt(count);
        for (int i = 0; i < flips; i++) {
            long ahead = start + (long) (i * 1e9 / FLIPS) - System.nanoTime();
            if (ahead > 0) {
                Thread.sleep(Duration.ofNanos(ahead));
            }
            int target = (first + i) % count;
            // What happens is expected before it can be heard of.
            watch.stream().expectFlip(target, System.nanoTime());
            watch.webhook().expectFlip(target, System.nanoTime());
            devices.session(target).flip();
        }
        watch.stream().await(flips, PATIENCE);
        watch.webhook().await(flips, PATIENCE);
        out.printf("%d links a second go down or up for %d s, each confirmed by a poll%n", FLIPS, SECONDS);
        print(watch, flips);
    }

    /** One device tells as fast as it can, and the others as at leisure. */
    private void measureFlood(NotifyingDevices devices, EventWatch watch, CoreServerProcess service)
            throws IOException, InterruptedException {
        watch.stream().clear();
        watch.webhook().clear();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong flood = new AtomicLong();
        Thread flooding = Thread.ofPlatform().start(() -> {
            try {
                while (!isOver.get()) {
                    devices.session(0).flood(flood.incrementAndGet());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        int sent = tick(devices, SLOWLY, SECONDS / 2);
        isOver.set(true);
        flooding.join();
        watch.stream().await(sent, PATIENCE);
        watch.webhook().await(sent, PATIENCE);
        Thread.sleep(SETTLE);
        out.printf(
                "one device tells %d more, %d a second; of the others, %d a second%n",
                flood.get(), flood.get() / (SECONDS / 2), SLOWLY);
        print(watch, sent);
        for (String line : service.text("/api/v1/events?kind=events-dropped").split("\"message\":", -1)) {
            if (line.startsWith("\"")) {
                out.printf("  told: %s%n", line.substring(1, line.indexOf('"', 1)));
            }
        }
    }

    private static Figures syncMillis(Path file) throws IOException {
        Figures millis = new Figures();
        ByteBuffer page = ByteBuffer.allocate(4096);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                page.clear();
                long start = System.nanoTime();
                channel.write(page);
                channel.force(false);
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return millis;
    }

    private static String load() {
        return "load average %.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
