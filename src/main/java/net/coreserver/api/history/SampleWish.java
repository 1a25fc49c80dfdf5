package net.coreserver.api.history;

import net.coreserver.api.http.Counters;
import net.coreserver.history.SeriesKey;

/**
 * Which samples a request wants.
 *
 * @param series whose
 * @param range of which time
 * @param text how they are written
 * @param counters how they stand in JSON
 */
record SampleWish(SeriesKey series, TimeRange range, SampleText text, Counters counters) {}
