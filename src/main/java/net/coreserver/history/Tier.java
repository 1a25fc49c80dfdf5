package net.coreserver.history;

import java.time.Duration;
import java.util.List;

/** What is kept, from the finest to the coarsest. */
enum Tier {
    /** Samples as they came. */
    SAMPLES("block", Duration.ZERO, 5),
    /** Their roll-ups over five minutes. */
    FIVE_MINUTES("block_5m", Duration.ofMinutes(5), 3),
    /** Their roll-ups over an hour. */
    HOURS("block_1h", Duration.ofHours(1), 2);

    static final List<Tier> ALL = List.of(values());

    private final String table;
    private final long width;
    private final int share;

    Tier(String table, Duration width, int share) {
        this.table = table;
        this.width = width.toMillis();
        this.share = share;
    }

    /** The table with the blocks. */
    String table() {
        return table;
    }

    /** How long a roll-up is. */
    long width() {
        return width;
    }

    /** How many tenths of all room it may take where the others want theirs. */
    int share() {
        return share;
    }

    /** The last multiple of the width that is not after a time. */
    long floor(long time) {
        return Math.floorDiv(time, width) * width;
    }

    /** How long it is kept, by age. */
    Duration maxAge(HistorySettings settings) {
        return switch (this) {
            case SAMPLES -> settings.samplesMaxAge();
            case FIVE_MINUTES -> settings.fiveMinutesMaxAge();
            case HOURS -> settings.hoursMaxAge();
        };
    }
}
