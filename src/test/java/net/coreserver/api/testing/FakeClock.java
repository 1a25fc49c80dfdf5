package net.coreserver.api.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when a test says so. */
@Alternative
@Singleton
public class FakeClock implements InstantSource {

    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void reset() {
        now = START;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }
}
