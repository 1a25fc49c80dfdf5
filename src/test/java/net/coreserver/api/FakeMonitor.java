package net.coreserver.api;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Registration;

/** The targets that a test puts there. */
@Alternative
@Singleton
public class FakeMonitor implements Monitor {

    private volatile List<MonitoredTarget> targets = List.of();

    void show(MonitoredTarget... shown) {
        targets = List.of(shown);
    }

    @Override
    public List<MonitoredTarget> targets() {
        return targets;
    }

    @Override
    public Optional<MonitoredTarget> target(String name) {
        return targets.stream()
                .filter(target -> target.target().name().equals(name))
                .findFirst();
    }

    @Override
    public Registration listen(MonitorListener listener) {
        throw new UnsupportedOperationException("nothing ever changes by itself here");
    }
}
