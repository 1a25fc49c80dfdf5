package net.coreserver.api.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import net.coreserver.api.interfaces.StatisticsJson;
import net.coreserver.history.series.RawSample;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "KeptSample",
        description = "What is kept of what one poll saw of an interface. What the target did not send is absent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SampleJson(
        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it was seen, to the millisecond (RFC 3339).",
                examples = "2026-11-20T07:59:58.125Z",
                required = true)
        Instant sampledAt,

        @Schema(
                description = "The desired state; absent, too, where it was no word of the model.",
                examples = "up",
                enumeration = {"up", "down", "testing"})
        @Nullable String adminStatus,

        @Schema(
                description = "The operational state; absent, too, where it was no word of the model.",
                examples = "up",
                enumeration = {"up", "down", "testing", "unknown", "dormant", "not-present", "lower-layer-down"})
        @Nullable String operStatus,

        @Schema(description = "The bandwidth. Unit: bits per second.", minimum = "0", examples = "10000000000")
        @Nullable Long speed,

        @Schema(
                description =
                        "The counters, without the time of their last discontinuity; an empty object when the target"
                                + " sent none.",
                examples = "{\"inOctets\": 1045388203, \"outOctets\": 812399012}",
                required = true)
        StatisticsJson statistics,

        @Schema(
                description = "Whether the target was seen all the time since the sample before, so that what that one"
                        + " showed held until this one.",
                examples = "true",
                required = true)
        boolean continuous,

        @Schema(
                description = "Whether the counters can be compared with those of the sample before: none was set back"
                        + " meanwhile, and a rate can be told from the two.",
                examples = "true",
                required = true)
        boolean comparable) {

    static SampleJson of(RawSample sample) {
        return new SampleJson(
                Instant.ofEpochMilli(sample.at()),
                adminStatus(sample.adminStatus()),
                operStatus(sample.operStatus()),
                sample.speed() == RawSample.NONE ? null : sample.speed(),
                StatisticsJson.of(statistics(sample)),
                sample.isContinuous(),
                sample.isComparable());
    }

    private static @Nullable String adminStatus(int number) {
        return Arrays.stream(AdminStatus.Known.values())
                .filter(status -> status.number() == number)
                .map(AdminStatus::word)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String operStatus(int number) {
        return Arrays.stream(OperStatus.Known.values())
                .filter(status -> status.number() == number)
                .map(OperStatus::word)
                .findFirst()
                .orElse(null);
    }

    private static Statistics statistics(RawSample sample) {
        return new Statistics(
                null,
                counter(sample, Metric.IN_OCTETS),
                counter(sample, Metric.IN_UNICAST_PKTS),
                counter(sample, Metric.IN_BROADCAST_PKTS),
                counter(sample, Metric.IN_MULTICAST_PKTS),
                counter(sample, Metric.IN_DISCARDS),
                counter(sample, Metric.IN_ERRORS),
                counter(sample, Metric.IN_UNKNOWN_PROTOS),
                counter(sample, Metric.OUT_OCTETS),
                counter(sample, Metric.OUT_UNICAST_PKTS),
                counter(sample, Metric.OUT_BROADCAST_PKTS),
                counter(sample, Metric.OUT_MULTICAST_PKTS),
                counter(sample, Metric.OUT_DISCARDS),
                counter(sample, Metric.OUT_ERRORS));
    }

    private static @Nullable Counter64 counter(RawSample sample, Metric counter) {
        return sample.has(counter) ? new Counter64(sample.counter(counter)) : null;
    }
}
