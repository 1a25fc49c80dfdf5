package net.coreserver.api.interfaces;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import net.coreserver.api.targets.Reading;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitorListener;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.Registration;
import org.jspecify.annotations.Nullable;

/** The latest rendering of each target; it goes when there is a newer snapshot, and with the target. */
@Singleton
public final class Renderings implements MonitorListener {

    private final ConcurrentHashMap<String, Rendering> latest = new ConcurrentHashMap<>();
    private @Nullable Registration listening;

    Renderings() {}

    void onStart(@Observes StartupEvent start, Monitor monitor) {
        listening = monitor.listen(this);
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (listening != null) {
            listening.close();
        }
    }

    @Override
    public void observed(MonitoredTarget target, Observation seen) {
        latest.computeIfPresent(
                target.target().name(),
                (name, rendering) -> rendering.reading().snapshot() == seen.snapshot() ? rendering : null);
    }

    @Override
    public void removed(MonitoredTarget target) {
        latest.remove(target.target().name());
    }

    /**
     * The rendering of a reading.
     *
     * @param reading what is rendered
     * @return the one that all share who read the same
     */
    public Rendering of(Reading reading) {
        String target = reading.snapshot().target();
        Rendering known = latest.get(target);
        if (known != null && known.reading().looksLike(reading)) {
            return known;
        }
        // Two who come at once must get the same one, or each would render it.
        return latest.compute(
                target,
                (name, present) ->
                        present != null && present.reading().looksLike(reading) ? present : new Rendering(reading));
    }
}
