package net.coreserver.api.interfaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.coreserver.api.targets.Reading;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Interface",
        description =
                "What the last poll of a target saw of one interface. The names are the leaves of `ietf-interfaces`"
                        + " (RFC 8343) and `ietf-ip` (RFC 8344) in camelCase; `target`, `typeRaw`, `mtu`, the flat `ipv4` and"
                        + " `ipv6`, `rates`, `anomalies`, `extra`, `sampledAt` and `stale` are ours. They mean the same of every"
                        + " device, whichever model it speaks. What the target did not send is absent, never 0 or null.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterfaceJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target,

        @Schema(
                description = "The name of the interface, exactly as the target sent it; any text.",
                examples = "GigabitEthernet0/0/1",
                required = true)
        String name,

        @Schema(description = "Free text of the operator's.", examples = "uplink to core-2") @Nullable String description,

        @Schema(
                description =
                        "The kind of interface: the local name of an identity of IANA's `iana-if-type` (RFC 7224). Where the"
                                + " target says it in a word of its vendor's, the identity that means the same.",
                examples = "ethernetCsmacd")
        @Nullable String type,

        @Schema(
                description =
                        "The kind of interface as the target sent it, where that is no identity of IANA's. It stands beside"
                                + " `type` when it is known which identity means the same, else in its place.",
                examples = "acme:warp-tunnel")
        @Nullable String typeRaw,

        @Schema(
                description = "The desired state: `up`, `down` or `testing`; another word stays as the target sent it.",
                examples = "up")
        @Nullable String adminStatus,

        @Schema(
                description = "The current state: `up`, `down`, `testing`, `unknown`, `dormant`, `not-present` or"
                        + " `lower-layer-down`; another word stays as the target sent it.",
                examples = "lower-layer-down")
        @Nullable String operStatus,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When the interface entered its current operational state (RFC 3339).",
                examples = "2026-11-20T07:58:12Z")
        @Nullable Instant lastChange,

        @Schema(
                description = "Its number in the IF-MIB; 0, which the IF-MIB has not, where the target says so.",
                examples = "3",
                minimum = "0",
                maximum = "2147483647")
        @Nullable Integer ifIndex,

        @Schema(description = "Its address below the network layer.", examples = "02:00:5e:10:00:01") @Nullable String physAddress,

        @Schema(
                description =
                        "The current bandwidth. Unit: bits per second. Absent when unknown, and when what was sent"
                                + " cannot be a speed.",
                format = "uint64",
                minimum = "0",
                examples = "1000000000")
        @Nullable Long speed,

        @Schema(
                description = "The largest packet. Unit: octets. No leaf of `ietf-interfaces`.",
                format = "uint64",
                minimum = "0",
                examples = "1500")
        @Nullable Long mtu,

        @Schema(description = "Names of the interfaces layered on top of this one.", examples = "[\"bond0\"]") @Nullable List<String> higherLayerIf,

        @Schema(description = "Names of the interfaces below this one.", examples = "[\"eth0\", \"eth1\"]") @Nullable List<String> lowerLayerIf,

        @Schema(description = "Its IPv4 addresses.", examples = "[{\"ip\": \"192.0.2.1\", \"prefixLength\": 24}]")
        @Nullable List<AddressJson> ipv4,

        @Schema(description = "Its IPv6 addresses.", examples = "[{\"ip\": \"2001:db8::1\", \"prefixLength\": 64}]")
        @Nullable List<AddressJson> ipv6,

        @Schema(
                description = "Its counters; absent when the target sent none.",
                examples = "{\"inOctets\": 1045388203, \"outOctets\": 812399012}")
        @Nullable StatisticsJson statistics,

        @Schema(
                description = "How fast its counters move; absent when that cannot be told, as at the first poll.",
                examples = "{\"intervalSeconds\": 10.004, \"inBitsPerSecond\": 83123.2}")
        @Nullable RatesJson rates,

        @Schema(
                description = "What the target sent that cannot be; absent when there is nothing of the kind.",
                examples = "[{\"leaf\": \"inOctets\", \"value\": \"-324\"}]")
        @Nullable List<AnomalyJson> anomalies,

        @Schema(
                description =
                        "What else the target's model says and has no name of its own here, as sent, under the model's"
                                + " own names of the leaves; only with `?extra=true`, and absent when there is nothing.",
                additionalProperties = String.class,
                examples = "{\"duplex-mode\": \"full-duplex\", \"vrf\": \"management\"}")
        @Nullable Map<String, String> extra,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When the poll that saw this had read the target's reply (RFC 3339).",
                examples = "2026-11-20T08:00:00.125Z",
                required = true)
        Instant sampledAt,

        @Schema(
                description = "True when the target is not `up`, so that this may have been overtaken; else absent.",
                examples = "true")
        @Nullable Boolean stale) {

    /** All that has a name of its own here. */
    static InterfaceJson of(Reading reading, InterfaceSample sample) {
        return of(reading, sample, Map.of());
    }

    /** The same, and what else the target's model says. */
    static InterfaceJson withExtra(Reading reading, InterfaceSample sample) {
        return of(reading, sample, sample.extra());
    }

    private static InterfaceJson of(Reading reading, InterfaceSample sample, Map<String, String> extra) {
        InterfaceType type = sample.type();
        AdminStatus adminStatus = sample.adminStatus();
        OperStatus operStatus = sample.operStatus();
        Statistics statistics = sample.statistics();
        return new InterfaceJson(
                reading.snapshot().target(),
                sample.name(),
                sample.description(),
                type == null || type.iana() == null ? null : type.text(),
                type == null ? null : type.raw(),
                adminStatus == null ? null : adminStatus.word(),
                operStatus == null ? null : operStatus.word(),
                sample.lastChange(),
                sample.ifIndex(),
                sample.physAddress(),
                sample.speedBitsPerSecond(),
                sample.mtuOctets(),
                unlessEmpty(sample.higherLayerIf()),
                unlessEmpty(sample.lowerLayerIf()),
                AddressJson.of(sample.ipv4()),
                AddressJson.of(sample.ipv6()),
                statistics == null ? null : StatisticsJson.of(statistics),
                reading.snapshot().rates(sample.name()).map(RatesJson::of).orElse(null),
                AnomalyJson.of(sample.anomalies()),
                extra.isEmpty() ? null : extra,
                reading.snapshot().takenAt().truncatedTo(ChronoUnit.MILLIS),
                reading.isStale() ? Boolean.TRUE : null);
    }

    private static @Nullable List<String> unlessEmpty(List<String> names) {
        return names.isEmpty() ? null : names;
    }
}
