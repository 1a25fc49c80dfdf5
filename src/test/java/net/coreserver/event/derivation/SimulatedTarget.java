package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.Explanation;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.target.EventSelection;
import net.coreserver.target.Target;
import net.coreserver.target.TargetSource;
import org.jspecify.annotations.Nullable;

/** A target with interfaces that a test changes, polled in virtual time when a test or a listener says so. */
final class SimulatedTarget implements MonitoredTarget {

    /** Who is told of what is seen. */
    interface Audience {
        void observed(MonitoredTarget target, Observation latest);
    }

    private final VirtualTime time;
    private final Audience audience;
    private final Map<String, Seen> interfaces = new LinkedHashMap<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private Target target;
    private Observation latest = new Observation(Statuses.connecting(), null);
    private Duration pollDuration = Duration.ofMillis(20);
    private Duration cache = Duration.ZERO;
    private List<Seen> cached = List.of();
    private @Nullable Instant cachedAt;
    private boolean polling;
    private boolean pollWanted;
    private boolean connected = true;
    private int polls;

    SimulatedTarget(VirtualTime time, Audience audience) {
        this.time = time;
        this.audience = audience;
        this.target = target("192.0.2.10", InterfaceSelection.ALL);
    }

    private static Target target(String host, InterfaceSelection selection) {
        Endpoint endpoint = new Endpoint(
                "edge-1",
                host,
                Endpoint.DEFAULT_PORT,
                Credentials.ofPassword("test-user", Secret.of("test-password")),
                new HostKeyPolicy.Pinned("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
        return new Target(
                endpoint,
                Duration.ofSeconds(10),
                true,
                Map.of(),
                selection,
                EventSelection.STANDARD,
                null,
                TargetSource.CONFIGURATION);
    }

    /** It is reached at another address from now on; nothing of what was known holds. */
    void movesTo(String host) {
        target = target(host, target.interfaces());
        publish(new Observation(Statuses.connecting(), null));
    }

    void isAskedFor(InterfaceSelection selection) {
        target = target(target.endpoint().host(), selection);
    }

    void has(Seen... now) {
        for (Seen each : now) {
            interfaces.put(each.name(), each);
        }
    }

    void loses(String name) {
        interfaces.remove(name);
    }

    /** How long a poll takes. */
    void answersAfter(Duration duration) {
        pollDuration = duration;
    }

    /** For how long it answers what it has answered before. */
    void answersFromCacheFor(Duration duration) {
        cache = duration;
    }

    /** Only the state changes. */
    void becomes(TargetStatus status) {
        connected = status.state().isConnected();
        publish(new Observation(status, latest.snapshot()));
    }

    /** A poll on the schedule. */
    void isPolled() {
        connected = true;
        startPoll();
    }

    /** A poll, and its end. */
    void isPolledNow() {
        isPolled();
        time.advance(pollDuration);
    }

    private void startPoll() {
        if (polling) {
            pollWanted = true;
            return;
        }
        polling = true;
        polls++;
        List<Seen> answer = answer();
        time.after(pollDuration, () -> {
            polling = false;
            if (connected) {
                Snapshot snapshot = Seen.snapshot(time.instant(), pollDuration, Map.of(), answer.toArray(Seen[]::new));
                snapshots.add(snapshot);
                publish(new Observation(Statuses.up(), snapshot));
            }
            if (pollWanted) {
                pollWanted = false;
                startPoll();
            }
        });
    }

    private List<Seen> answer() {
        if (cachedAt == null || !time.instant().isBefore(cachedAt.plus(cache))) {
            cached = List.copyOf(interfaces.values());
            cachedAt = time.instant();
        }
        return cached;
    }

    private void publish(Observation now) {
        latest = now;
        audience.observed(this, now);
    }

    /** How often it was polled. */
    int polls() {
        return polls;
    }

    List<Snapshot> snapshots() {
        return List.copyOf(snapshots);
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
        throw new UnsupportedOperationException("nobody asks here");
    }

    @Override
    public CompletableFuture<Snapshot> poll() {
        if (!connected) {
            return CompletableFuture.failedFuture(new IllegalStateException("down"));
        }
        startPoll();
        return new CompletableFuture<>();
    }
}
