package net.coreserver.api.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Runs the service with the stand-ins in place of the monitor and of the clock. */
public final class ApiProfile implements QuarkusTestProfile {

    /** Makes the profile. */
    public ApiProfile() {}

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(
                FakeMonitor.class,
                FakeClock.class,
                FakePulse.class,
                FakeEvents.class,
                FakeHistory.class,
                TestSinks.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port", "0",
                "coreserver.data-dir", dataDirectory().toString(),
                "coreserver.agent.enabled", "false",
                "coreserver.allowed-hosts", "monitoring.example,192.0.2.7");
    }

    /** A directory of this run's own, which whoever cleans the build takes away. */
    private static Path dataDirectory() {
        try {
            Path target = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(target, "api").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
