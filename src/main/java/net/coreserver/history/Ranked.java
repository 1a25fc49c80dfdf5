package net.coreserver.history;

/**
 * An interface, and how much it had.
 *
 * @param series which one
 * @param value in the unit of what was asked for
 */
public record Ranked(SeriesKey series, double value) {}
