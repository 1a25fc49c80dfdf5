package net.coreserver.api.interfaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import net.coreserver.interfaces.Rates;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Rates",
        description =
                "How fast the counters of an interface move: averages over the time between two polls, at least half a poll"
                        + " interval apart. No leaves of a YANG model. What cannot be told is absent, never 0: after a"
                        + " counter started anew, and where the target did not send it in both polls.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RatesJson(
        @Schema(description = "Received, framing included. Unit: bits per second.", minimum = "0", examples = "83123.2")
        @Nullable Double inBitsPerSecond,

        @Schema(description = "Sent, framing included. Unit: bits per second.", minimum = "0", examples = "64010.8")
        @Nullable Double outBitsPerSecond,

        @Schema(
                description =
                        "Received: unicast, broadcast and multicast together, as far as the target counts them. Unit:"
                                + " packets per second.",
                minimum = "0",
                examples = "81.3")
        @Nullable Double inPacketsPerSecond,

        @Schema(
                description =
                        "Sent: unicast, broadcast and multicast together, as far as the target counts them. Unit: packets"
                                + " per second.",
                minimum = "0",
                examples = "64.2")
        @Nullable Double outPacketsPerSecond,

        @Schema(
                description = "The part of `speed` that was used for what was received; absent without a speed.",
                minimum = "0",
                maximum = "1",
                examples = "0.083123")
        @Nullable Double inUtilization,

        @Schema(
                description = "The part of `speed` that was used for what was sent; absent without a speed.",
                minimum = "0",
                maximum = "1",
                examples = "0.064011")
        @Nullable Double outUtilization,

        @Schema(description = "Inbound packets with errors. Unit: packets per second.", minimum = "0", examples = "0")
        @Nullable Double inErrorsPerSecond,

        @Schema(
                description = "Outbound packets that could not be sent because of errors. Unit: packets per second.",
                minimum = "0",
                examples = "0")
        @Nullable Double outErrorsPerSecond,

        @Schema(
                description = "Inbound packets dropped although no error was found in them. Unit: packets per second.",
                minimum = "0",
                examples = "0.5")
        @Nullable Double inDiscardsPerSecond,

        @Schema(
                description = "Outbound packets dropped although no error was found in them. Unit: packets per second.",
                minimum = "0",
                examples = "0")
        @Nullable Double outDiscardsPerSecond,

        @Schema(
                description = "The time between the two polls. Unit: seconds.",
                minimum = "0",
                examples = "10.004",
                required = true)
        double intervalSeconds) {

    /** More digits than these say nothing of a target. */
    private static final double THOUSANDTHS = 1e3;

    private static final double MILLIONTHS = 1e6;

    static RatesJson of(Rates rates) {
        return new RatesJson(
                rounded(rates.inBitsPerSecond()),
                rounded(rates.outBitsPerSecond()),
                rounded(rates.inPacketsPerSecond()),
                rounded(rates.outPacketsPerSecond()),
                part(rates.inUtilization()),
                part(rates.outUtilization()),
                rounded(rates.inErrorsPerSecond()),
                rounded(rates.outErrorsPerSecond()),
                rounded(rates.inDiscardsPerSecond()),
                rounded(rates.outDiscardsPerSecond()),
                rounded(rates.intervalSeconds(), THOUSANDTHS));
    }

    private static @Nullable Double rounded(@Nullable Double rate) {
        return rate == null ? null : rounded(rate, THOUSANDTHS);
    }

    private static @Nullable Double part(@Nullable Double rate) {
        return rate == null ? null : rounded(rate, MILLIONTHS);
    }

    private static double rounded(double value, double places) {
        return Math.rint(value * places) / places;
    }
}
