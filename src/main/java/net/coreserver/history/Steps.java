package net.coreserver.history;

import java.time.Duration;
import java.util.stream.LongStream;

/** How far the points of a graph are apart when nobody says. */
final class Steps {

    private static final long[] SECONDS = {
        1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600, 28_800,
        43_200
    };

    private static final long DAY = Duration.ofDays(1).toMillis();

    private Steps() {}

    /**
     * A step that people like to read, so that there are not many more points than wanted.
     *
     * @param millis the least that it may be
     */
    static long atLeast(long millis) {
        return LongStream.of(SECONDS)
                .map(seconds -> seconds * 1_000)
                .filter(step -> step >= millis)
                .findFirst()
                .orElseGet(() -> multiple(millis, DAY));
    }

    /** The least multiple of a width that is not less than a step. */
    static long multiple(long step, long width) {
        return Math.ceilDiv(step, width) * width;
    }
}
