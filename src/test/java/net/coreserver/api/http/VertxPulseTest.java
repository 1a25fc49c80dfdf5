package net.coreserver.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class VertxPulseTest {

    @Test
    void itBeatsUntilItIsTold() {
        Vertx vertx = Vertx.vertx();
        try {
            VertxPulse pulse = new VertxPulse(vertx);
            AtomicInteger beats = new AtomicInteger();
            AtomicInteger others = new AtomicInteger();

            Pulse.Beating first = pulse.every(Duration.ofMillis(5), beats::incrementAndGet);
            await().until(() -> beats.get() >= 3);
            first.close();
            first.close();
            Pulse.Beating second = pulse.every(Duration.ofMillis(5), others::incrementAndGet);
            await().until(() -> others.get() >= 2);
            int last = beats.get();
            await().until(() -> others.get() >= 10);
            second.close();

            // One may have been under way as it was told.
            assertThat(beats.get()).isLessThanOrEqualTo(last + 1);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
