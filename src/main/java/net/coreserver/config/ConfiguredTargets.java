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
import net.coreserver.target.Inventory;
import org.jboss.logging.Logger;

/**
 * Reads the configuration once, at the start, and gives it out. A configuration with a problem ends the start before
 * anything else has begun.
 */
@Singleton
final class ConfiguredTargets {

    private static final Logger LOG = Logger.getLogger(ConfiguredTargets.class);

    private final Configuration configuration;

    @Inject
    ConfiguredTargets(SmallRyeConfig config) {
        configuration = Configuration.read(config, Path.of(System.getProperty("user.home")));
    }

    @Produces
    @Singleton
    Inventory inventory() {
        return configuration.inventory();
    }

    @Produces
    @Singleton
    Settings settings() {
        return configuration.settings();
    }

    /** Being asked for at all is what makes this bean read the configuration before the others look for it. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        int targets = configuration.inventory().targets().size();
        if (targets > 0) {
            LOG.infof("Configured targets: %d", targets);
        } else if (!configuration.settings().agent().runs(configuration.inventory())) {
            LOG.warn("No target is configured and the embedded agent is off: there is nothing to monitor."
                    + " A target begins with coreserver.targets.<name>.host");
        }
    }
}
