package net.coreserver.api.http;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Beats on an event loop. */
@Singleton
final class VertxPulse implements Pulse {

    private final Vertx vertx;

    VertxPulse(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Beating every(Duration interval, Runnable beat) {
        long timer = vertx.setPeriodic(interval.toMillis(), ignored -> beat.run());
        return () -> vertx.cancelTimer(timer);
    }
}
