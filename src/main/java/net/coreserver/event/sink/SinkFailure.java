package net.coreserver.event.sink;

import java.time.Instant;

/**
 * Why a sink did not take events.
 *
 * @param message a sentence for a person, without a full stop
 * @param at when it did not the last time
 * @param attempts how often in a row it did not
 */
public record SinkFailure(String message, Instant at, int attempts) {}
