package net.coreserver.api.http;

import java.time.Duration;

/** Durations as JSON has them: a number of seconds, with a fraction where there is one. */
public final class Seconds {

    private Seconds() {}

    /**
     * The seconds of a duration.
     *
     * @param duration of any length
     * @return them, with their fraction
     */
    public static double of(Duration duration) {
        return duration.toSeconds() + duration.toNanosPart() / 1e9;
    }
}
