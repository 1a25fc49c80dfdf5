package net.coreserver.api;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this package makes for itself where nobody else provides it. */
final class ApiDefaults {

    @Produces
    @Singleton
    @DefaultBean
    static InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    @DefaultBean
    static AllowedHosts allowedHosts(
            @ConfigProperty(name = "coreserver.allowed-hosts") Optional<List<String>> configured,
            @ConfigProperty(name = "quarkus.http.host") Optional<String> listen) {
        Set<String> names = new HashSet<>(configured.orElse(List.of()));
        // An address that means all addresses is no name to be called by.
        listen.filter(address -> !Set.of("0.0.0.0", "::", "[::]").contains(address))
                .ifPresent(names::add);
        return new AllowedHosts(names);
    }
}
