package net.coreserver.api;

import jakarta.inject.Singleton;
import net.coreserver.store.Store;
import net.coreserver.store.StoreState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether what clients change can be kept. Monitoring goes on when it cannot. */
@Readiness
@Singleton
final class InventoryIsStored implements HealthCheck {

    private final Store store;

    InventoryIsStored(Store store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return switch (store.state()) {
            case StoreState.Available _ -> HealthCheckResponse.up("database");
            case StoreState.Unavailable(String reason, var nextAttempt) ->
                HealthCheckResponse.named("database")
                        .down()
                        .withData("reason", reason)
                        .withData("nextAttempt", nextAttempt.toString())
                        .build();
        };
    }
}
