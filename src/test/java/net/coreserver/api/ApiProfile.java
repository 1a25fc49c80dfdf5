package net.coreserver.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Runs the service with the stand-ins in place of the monitor and of the clock. */
public final class ApiProfile implements QuarkusTestProfile {

    /** Makes the profile. */
    public ApiProfile() {}

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeMonitor.class, FakeClock.class, FakePulse.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port", "0",
                "coreserver.allowed-hosts", "monitoring.example,192.0.2.7");
    }
}
