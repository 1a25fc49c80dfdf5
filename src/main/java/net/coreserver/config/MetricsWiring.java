package net.coreserver.config;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import net.coreserver.event.EventReader;
import net.coreserver.event.sink.Sinks;
import net.coreserver.history.HistoryReader;
import net.coreserver.metrics.Expositions;
import net.coreserver.metrics.ServiceMetrics;
import net.coreserver.metrics.Tallies;
import net.coreserver.monitor.Monitor;

/** Counts from the start what metrics are to tell, and hands out what makes them. */
@Singleton
final class MetricsWiring {

    private final Expositions expositions;
    private final ServiceMetrics service = new ServiceMetrics();

    MetricsWiring(
            Configuration configuration,
            Monitor monitor,
            EventReader events,
            Sinks sinks,
            HistoryReader history,
            InstantSource clock) {
        Tallies tallies = new Tallies(clock);
        // For as long as the monitor lives, which is as long as the service does.
        var _ = monitor.listen(tallies);
        expositions = new Expositions(monitor, tallies, configuration.settings().metrics());
        new ServiceMeters(monitor, events, sinks, history).bindTo(service.registry());
    }

    @Produces
    @Singleton
    Expositions expositions() {
        return expositions;
    }

    @Produces
    @Singleton
    ServiceMetrics service() {
        return service;
    }

    /** Being asked for at all is what starts the counting, before anybody reads. */
    void onStart(@Observes StartupEvent start) {
        // nothing more to do
    }

    void onStop(@Observes ShutdownEvent stop) {
        service.close();
    }
}
