package net.coreserver.api;

import jakarta.inject.Singleton;
import net.coreserver.history.HistoryReader;
import net.coreserver.history.HistoryReport;
import net.coreserver.history.HistoryState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How it goes with the history, as data. Requests can be served all the same when none is written. */
@Readiness
@Singleton
final class HistoryIsKept implements HealthCheck {

    private final HistoryReader history;

    HistoryIsKept(HistoryReader history) {
        this.history = history;
    }

    @Override
    public HealthCheckResponse call() {
        HistoryReport report = history.report();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("history").up();
        switch (report.state()) {
            case HistoryState.Kept _ -> response.withData("state", "kept");
            case HistoryState.Off _ -> response.withData("state", "off");
            case HistoryState.Stopped(String reason, var since) ->
                response.withData("state", "stopped").withData("reason", reason).withData("since", since.toString());
        }
        return response.withData("samplesDropped", report.samplesDropped())
                .withData("samplesWaiting", report.samplesWaiting())
                .build();
    }
}
