package net.coreserver.api.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.Registration;

/** The targets that a test puts there. */
@Alternative
@Singleton
public class FakeMonitor implements Monitor {

    private final List<MonitorListener> listeners = new CopyOnWriteArrayList<>();
    private volatile List<MonitoredTarget> targets = List.of();

    /** From now on these are the targets, and no others. */
    public void show(MonitoredTarget... shown) {
        List<MonitoredTarget> before = targets;
        List<MonitoredTarget> now = List.of(shown);
        targets = now;
        for (MonitoredTarget target : before) {
            if (!now.contains(target)) {
                if (target instanceof FakeTarget fake) {
                    fake.tells(null);
                }
                listeners.forEach(listener -> listener.removed(target));
            }
        }
        for (MonitoredTarget target : now) {
            if (!before.contains(target)) {
                if (target instanceof FakeTarget fake) {
                    fake.tells(latest -> tell(target, latest));
                }
                tell(target, target.latest());
            }
        }
    }

    public int listeners() {
        return listeners.size();
    }

    private void tell(MonitoredTarget target, Observation latest) {
        listeners.forEach(listener -> listener.observed(target, latest));
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
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
