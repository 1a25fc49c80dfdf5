package net.coreserver.interfaces;

import org.jspecify.annotations.Nullable;

/**
 * How fast the counters of one interface moved between two polls: averages over the time between them. A rate that cannot
 * be told is null, never zero: a gap, where a counter started anew or was not sent in both polls. Immutable.
 *
 * <p>No record, since it is made for every interface at every poll, and numbers that may be null would be ten objects more
 * each time.
 */
public final class Rates {

    /** Stands for a rate that cannot be told. */
    public static final double GAP = Double.NaN;

    private final double inBitsPerSecond;
    private final double outBitsPerSecond;
    private final double inPacketsPerSecond;
    private final double outPacketsPerSecond;
    private final double inUtilization;
    private final double outUtilization;
    private final double inErrorsPerSecond;
    private final double outErrorsPerSecond;
    private final double inDiscardsPerSecond;
    private final double outDiscardsPerSecond;
    private final double intervalSeconds;

    /**
     * Makes rates, each of them {@link Double#NaN} when it cannot be told.
     *
     * @param inBitsPerSecond received, framing included
     * @param outBitsPerSecond sent, framing included
     * @param inPacketsPerSecond received: unicast, broadcast and multicast together, as far as the target counts them
     * @param outPacketsPerSecond sent, likewise
     * @param inUtilization the part of the bandwidth that was used, 0 to 1; NaN where the speed is not known
     * @param outUtilization likewise, for what was sent
     * @param inErrorsPerSecond inbound packets with errors
     * @param outErrorsPerSecond outbound packets that could not be sent because of errors
     * @param inDiscardsPerSecond inbound packets dropped although no error was found in them
     * @param outDiscardsPerSecond outbound packets dropped although no error was found in them
     * @param intervalSeconds the time between the two polls
     */
    public Rates(
            double inBitsPerSecond,
            double outBitsPerSecond,
            double inPacketsPerSecond,
            double outPacketsPerSecond,
            double inUtilization,
            double outUtilization,
            double inErrorsPerSecond,
            double outErrorsPerSecond,
            double inDiscardsPerSecond,
            double outDiscardsPerSecond,
            double intervalSeconds) {
        this.inBitsPerSecond = inBitsPerSecond;
        this.outBitsPerSecond = outBitsPerSecond;
        this.inPacketsPerSecond = inPacketsPerSecond;
        this.outPacketsPerSecond = outPacketsPerSecond;
        this.inUtilization = inUtilization;
        this.outUtilization = outUtilization;
        this.inErrorsPerSecond = inErrorsPerSecond;
        this.outErrorsPerSecond = outErrorsPerSecond;
        this.inDiscardsPerSecond = inDiscardsPerSecond;
        this.outDiscardsPerSecond = outDiscardsPerSecond;
        this.intervalSeconds = intervalSeconds;
    }

    private static @Nullable Double unlessGap(double rate) {
        return Double.isNaN(rate) ? null : rate;
    }

    /** {@return received, framing included} */
    public @Nullable Double inBitsPerSecond() {
        return unlessGap(inBitsPerSecond);
    }

    /** {@return sent, framing included} */
    public @Nullable Double outBitsPerSecond() {
        return unlessGap(outBitsPerSecond);
    }

    /** {@return received: unicast, broadcast and multicast together, as far as the target counts them} */
    public @Nullable Double inPacketsPerSecond() {
        return unlessGap(inPacketsPerSecond);
    }

    /** {@return sent: unicast, broadcast and multicast together, as far as the target counts them} */
    public @Nullable Double outPacketsPerSecond() {
        return unlessGap(outPacketsPerSecond);
    }

    /** {@return the part of the bandwidth that was used for what was received, 0 to 1; null where the speed is not known} */
    public @Nullable Double inUtilization() {
        return unlessGap(inUtilization);
    }

    /** {@return the part of the bandwidth that was used for what was sent, 0 to 1; null where the speed is not known} */
    public @Nullable Double outUtilization() {
        return unlessGap(outUtilization);
    }

    /** {@return inbound packets with errors} */
    public @Nullable Double inErrorsPerSecond() {
        return unlessGap(inErrorsPerSecond);
    }

    /** {@return outbound packets that could not be sent because of errors} */
    public @Nullable Double outErrorsPerSecond() {
        return unlessGap(outErrorsPerSecond);
    }

    /** {@return inbound packets dropped although no error was found in them} */
    public @Nullable Double inDiscardsPerSecond() {
        return unlessGap(inDiscardsPerSecond);
    }

    /** {@return outbound packets dropped although no error was found in them} */
    public @Nullable Double outDiscardsPerSecond() {
        return unlessGap(outDiscardsPerSecond);
    }

    /** {@return the time between the two polls} */
    public double intervalSeconds() {
        return intervalSeconds;
    }
}
