package net.coreserver.event.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.Explanation;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.target.EventSelection;
import net.coreserver.target.Target;
import net.coreserver.target.TargetSource;

/** A target that nobody polls. */
final class LabTarget implements MonitoredTarget {

    private volatile Target target;

    LabTarget(EventSelection events) {
        target = target("192.0.2.1", events);
    }

    static LabTarget ofStreams(String... streams) {
        return new LabTarget(new EventSelection(List.of(streams), ""));
    }

    /** It is at another place from now on. */
    void move(String host) {
        target = target(host, target.events());
    }

    private static Target target(String host, EventSelection events) {
        Endpoint endpoint = new Endpoint(
                "lab",
                host,
                830,
                Credentials.ofPassword("test-user", Secret.of("test-password")),
                new HostKeyPolicy.Pinned("SHA256:" + "A".repeat(43)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20));
        return new Target(
                endpoint,
                Duration.ofHours(1),
                true,
                Map.of(),
                InterfaceSelection.ALL,
                events,
                null,
                TargetSource.CONFIGURATION);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Observation latest() {
        throw new UnsupportedOperationException();
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
