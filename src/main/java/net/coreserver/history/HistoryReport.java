package net.coreserver.history;

/**
 * How the history goes.
 *
 * @param state whether it is written
 * @param series of how many interfaces something is kept
 * @param samplesKept how many samples were written since the service started
 * @param samplesDropped how many were not, since too many waited already, or since the clock was set back
 * @param samplesWaiting how many wait to be written
 * @param samplesWaitingAtMost how many can wait
 * @param octets the size of its files
 * @param octetsAtMost how large they may become
 */
public record HistoryReport(
        HistoryState state,
        long series,
        long samplesKept,
        long samplesDropped,
        long samplesWaiting,
        long samplesWaitingAtMost,
        long octets,
        long octetsAtMost) {}
