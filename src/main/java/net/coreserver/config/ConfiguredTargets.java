package net.coreserver.config;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import net.coreserver.api.http.AllowedHosts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the configuration once, at the start, and gives it out. A configuration with a problem ends the start before
 * anything else has begun.
 */
@Singleton
final class ConfiguredTargets {

    private static final Logger LOG = Logger.getLogger(ConfiguredTargets.class);

    /** To listen on these is to listen on every address, and none that a client would call the service by. */
    private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::", "[::]");

    private final Configuration configuration;

    @Inject
    ConfiguredTargets(SmallRyeConfig config) {
        configuration = Configuration.read(config, Path.of(System.getProperty("user.home")));
    }

    @Produces
    @Singleton
    Configuration configuration() {
        return configuration;
    }

    @Produces
    @Singleton
    Settings settings() {
        return configuration.settings();
    }

    @Produces
    @Singleton
    AllowedHosts allowedHosts(@ConfigProperty(name = "quarkus.http.host") String listen) {
        Set<String> names = new HashSet<>(configuration.settings().allowedHosts());
        if (!ALL_ADDRESSES.contains(listen)) {
            names.add(listen);
        }
        return new AllowedHosts(names);
    }

    /** Being asked for at all is what makes this bean read the configuration before the others look for it. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        int targets = configuration.inventory().targets().size();
        if (targets > 0) {
            LOG.infof("Configured targets: %d", targets);
        } else if (configuration.settings().targetsFile() == null && !configuration.runsAgent()) {
            LOG.warn("No target is configured and the embedded agent is off: there is nothing to monitor."
                    + " A target begins with coreserver.targets.<name>.host");
        }
    }
}
