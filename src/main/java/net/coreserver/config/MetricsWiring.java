package net.coreserver.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import net.coreserver.metrics.Expositions;
import net.coreserver.metrics.Tallies;
import net.coreserver.monitor.Monitor;

/** Counts from the start what metrics are to tell, and hands out what makes them. */
@Singleton
final class MetricsWiring {

    private final Expositions expositions;

    MetricsWiring(Configuration configuration, Monitor monitor, InstantSource clock) {
        Tallies tallies = new Tallies(clock);
        // For as long as the monitor lives, which is as long as the service does.
        var _ = monitor.listen(tallies);
        expositions = new Expositions(monitor, tallies, configuration.settings().metrics());
    }

    @Produces
    @Singleton
    Expositions expositions() {
        return expositions;
    }

    /** Being asked for at all is what starts the counting, before anybody reads. */
    void onStart(@Observes StartupEvent start) {
        // nothing more to do
    }
}
