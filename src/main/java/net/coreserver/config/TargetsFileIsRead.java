package net.coreserver.config;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells what is wrong with the targets file. Requests can be served all the same, from what was read before: a slip of an
 * editor must not take the service out of use.
 */
@Readiness
@Singleton
final class TargetsFileIsRead implements HealthCheck {

    private static final int SHOWN = 20;

    private final TargetSources sources;

    TargetsFileIsRead(TargetSources sources) {
        this.sources = sources;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("targets-file").up().withData("configured", sources.hasFile());
        List<String> problems = sources.problems();
        response.withData("problems", problems.size());
        for (int i = 0; i < Math.min(SHOWN, problems.size()); i++) {
            response.withData("problem" + (i + 1), problems.get(i));
        }
        return response.build();
    }
}
