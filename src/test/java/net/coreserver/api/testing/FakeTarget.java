package net.coreserver.api.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.Explanation;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.Opening;
import net.coreserver.monitor.SessionInfo;
import net.coreserver.monitor.TargetState;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Peer;
import net.coreserver.netconf.Secret;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/** A target whose state and whose polls are a test's to say. */
public final class FakeTarget implements MonitoredTarget {

    public static final Instant SINCE = FakeClock.START.minus(Duration.ofMinutes(30));

    private static final String FINGERPRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Target target;
    private final AtomicInteger polls = new AtomicInteger();
    private volatile Observation latest;
    private volatile @Nullable Explanation explanation;
    private volatile @Nullable Consumer<Observation> listener;
    private volatile Supplier<CompletableFuture<Snapshot>> poll = () -> {
        throw new IllegalStateException("nobody said what a poll finds");
    };

    public FakeTarget(String name) {
        this(name, Map.of());
    }

    public FakeTarget(String name, Map<String, String> labels) {
        Endpoint endpoint = new Endpoint(
                name,
                "192.0.2.10",
                Endpoint.DEFAULT_PORT,
                Credentials.ofPassword("test-user", Secret.of("test-password")),
                new HostKeyPolicy.Pinned(FINGERPRINT),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
        this.target = new Target(endpoint, Duration.ofSeconds(5), true, labels);
        this.latest = new Observation(status(TargetState.CONNECTING, SINCE, null, null, null), null);
    }

    /** A target that was polled as the clock's start struck. */
    public static FakeTarget up(String name, InterfaceSample... samples) {
        FakeTarget target = new FakeTarget(name);
        target.isUp(snapshot(name, FakeClock.START, samples));
        return target;
    }

    public static Snapshot snapshot(String target, Instant takenAt, InterfaceSample... samples) {
        return snapshot(target, takenAt, Map.of(), samples);
    }

    public static Snapshot snapshot(
            String target, Instant takenAt, Map<String, Rates> rates, InterfaceSample... samples) {
        return new Snapshot(target, takenAt, Duration.ofMillis(125), List.of(samples), rates);
    }

    public void isUp(Snapshot snapshot) {
        SessionInfo session = new SessionInfo(
                4711,
                "chunked",
                List.of("urn:ietf:params:netconf:base:1.0", "urn:ietf:params:netconf:base:1.1"),
                Map.of("keyExchange", "curve25519-sha256", "cipher", "aes128-ctr"),
                new Opening(
                        SINCE,
                        new Peer("192.0.2.10", Endpoint.DEFAULT_PORT, FINGERPRINT, Duration.ofMillis(60)),
                        Duration.ofMillis(25)));
        publish(new Observation(status(TargetState.UP, SINCE, snapshot.takenAt(), null, session), snapshot));
    }

    /** The state changes; the last snapshot, if there is one, stays. */
    public void becomes(TargetState state, Instant since, @Nullable Instant nextAttempt, @Nullable Failure failure) {
        Instant lastSuccess = latest.status().lastSuccess();
        publish(new Observation(
                new TargetStatus(
                        state,
                        since,
                        lastSuccess,
                        nextAttempt,
                        failure,
                        null,
                        failure == null ? 0 : 1,
                        null,
                        null,
                        false),
                latest.snapshot()));
    }

    /** All that is known of it. */
    public void isKnownBy(Observation observation) {
        publish(observation);
    }

    /** What it answers when it is to explain itself. */
    public void explains(Explanation explained) {
        explanation = explained;
    }

    /** Who is told of every change. */
    void tells(@Nullable Consumer<Observation> told) {
        listener = told;
    }

    private void publish(Observation now) {
        latest = now;
        Consumer<Observation> told = listener;
        if (told != null) {
            told.accept(now);
        }
    }

    /** What the polls find from now on. */
    public void pollsFind(Supplier<CompletableFuture<Snapshot>> found) {
        poll = found;
    }

    /** Polls succeed, and what they find is then the latest. */
    public void pollsFind(Snapshot snapshot) {
        pollsFind(() -> {
            isUp(snapshot);
            return CompletableFuture.completedFuture(snapshot);
        });
    }

    public void pollsFail(RuntimeException failure) {
        pollsFind(() -> CompletableFuture.failedFuture(failure));
    }

    public int polls() {
        return polls.get();
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
        if (explanation == null) {
            throw new IllegalStateException("nobody said what it explains");
        }
        return explanation;
    }

    @Override
    public CompletableFuture<Snapshot> poll() {
        polls.incrementAndGet();
        return poll.get();
    }

    private static TargetStatus status(
            TargetState state,
            Instant since,
            @Nullable Instant lastSuccess,
            @Nullable Failure failure,
            @Nullable SessionInfo session) {
        return new TargetStatus(state, since, lastSuccess, null, failure, session, 0, null, null, false);
    }
}
