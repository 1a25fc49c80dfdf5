package net.coreserver.api.inventory;

import java.time.Duration;

/** Durations as settings have them: a whole number of the largest unit that leaves nothing over. */
final class DurationText {

    private DurationText() {}

    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (!duration.equals(Duration.ofMillis(millis))) {
            return duration.toString();
        }
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 60 != 0) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        return minutes % 60 == 0 && minutes > 0 ? minutes / 60 + "h" : minutes + "m";
    }
}
