package net.coreserver.history;

import java.time.Duration;

/**
 * The bounds of the history.
 *
 * @param isEnabled whether there is any
 * @param maxOctets how large its files may become; this wins over the ages
 * @param samplesMaxAge how long samples are kept as they are
 * @param fiveMinutesMaxAge how long roll-ups over five minutes are kept
 * @param hoursMaxAge how long roll-ups over an hour are kept
 */
public record HistorySettings(
        boolean isEnabled, long maxOctets, Duration samplesMaxAge, Duration fiveMinutesMaxAge, Duration hoursMaxAge) {}
