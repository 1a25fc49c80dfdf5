package net.coreserver.interfaces;

import org.jspecify.annotations.Nullable;

/**
 * How fast the counters of one interface moved between two polls: averages over the time between them. A rate that cannot
 * be told is null, never zero: a gap, where a counter started anew or was not sent in both polls.
 *
 * @param inBitsPerSecond received, framing included
 * @param outBitsPerSecond sent, framing included
 * @param inPacketsPerSecond received: unicast, broadcast and multicast together, as far as the target counts them
 * @param outPacketsPerSecond sent, likewise
 * @param inUtilization the part of the bandwidth that was used, 0 to 1; null where the speed is not known
 * @param outUtilization likewise, for what was sent
 * @param inErrorsPerSecond inbound packets with errors
 * @param outErrorsPerSecond outbound packets that could not be sent because of errors
 * @param inDiscardsPerSecond inbound packets dropped although no error was found in them
 * @param outDiscardsPerSecond outbound packets dropped although no error was found in them
 * @param intervalSeconds the time between the two polls
 */
public record Rates(
        @Nullable Double inBitsPerSecond,
        @Nullable Double outBitsPerSecond,
        @Nullable Double inPacketsPerSecond,
        @Nullable Double outPacketsPerSecond,
        @Nullable Double inUtilization,
        @Nullable Double outUtilization,
        @Nullable Double inErrorsPerSecond,
        @Nullable Double outErrorsPerSecond,
        @Nullable Double inDiscardsPerSecond,
        @Nullable Double outDiscardsPerSecond,
        double intervalSeconds) {}
