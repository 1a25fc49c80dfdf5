package net.coreserver.api;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.TargetState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether requests can be served: always, since a target that is down is an answer, too. How many targets stand where is
 * told as data.
 */
@Readiness
@Singleton
final class TargetsAreWatched implements HealthCheck {

    private final Monitor monitor;

    TargetsAreWatched(Monitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public HealthCheckResponse call() {
        Map<TargetState, Integer> count = new EnumMap<>(TargetState.class);
        for (MonitoredTarget target : monitor.targets()) {
            count.merge(target.latest().status().state(), 1, Integer::sum);
        }
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("targets").up();
        for (TargetState state : TargetState.values()) {
            response.withData(state.word(), count.getOrDefault(state, 0));
        }
        return response.build();
    }
}
