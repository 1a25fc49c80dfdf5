package net.coreserver.api;

import java.time.Duration;

/** Durations as JSON has them: a number of seconds, with a fraction where there is one. */
final class Seconds {

    private Seconds() {}

    static double of(Duration duration) {
        return duration.toSeconds() + duration.toNanosPart() / 1e9;
    }
}
