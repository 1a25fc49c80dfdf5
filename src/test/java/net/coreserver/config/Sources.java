package net.coreserver.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a test gives as configuration: properties and environment variables, read by the real SmallRye Config. */
final class Sources {

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    static Sources empty() {
        return new Sources();
    }

    /** All that a target named {@code edge} needs. */
    static Sources ofOneTarget() {
        return empty().property("coreserver.targets.edge.host", "192.0.2.1")
                .property("coreserver.targets.edge.username", "monitor")
                .property("coreserver.targets.edge.password", "test-password");
    }

    Sources property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Sources variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Sources without(String name) {
        properties.remove(name);
        variables.remove(name);
        return this;
    }

    SmallRyeConfig config() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(new EnvConfigSource(variables, 300), new PropertiesConfigSource(properties, "test", 260))
                .build();
    }

    Configuration read() {
        return Configuration.read(config(), Path.of("/home/test"));
    }
}
