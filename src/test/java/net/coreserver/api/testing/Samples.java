package net.coreserver.api.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Anomaly;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import net.coreserver.testing.CountedSamples;
import org.jspecify.annotations.Nullable;

/** Samples to show. */
public final class Samples {

    public static final Counter64 LARGEST = Counter64.parse("18446744073709551615");

    private Samples() {}

    /** A sample of which the target sent all leaves. */
    public static InterfaceSample full(String name) {
        return new InterfaceSample(
                name,
                "uplink \"west\"",
                InterfaceType.of("ianaift:ethernetCsmacd"),
                AdminStatus.Known.UP,
                OperStatus.Known.LOWER_LAYER_DOWN,
                Instant.parse("2026-11-20T07:58:12Z"),
                3,
                "02:00:5e:10:00:01",
                10_000_000_000L,
                1500L,
                List.of("bond0"),
                List.of("xe-0", "xe-1"),
                List.of(new IpPrefix("192.0.2.1", 24), new IpPrefix("192.0.2.2", null)),
                List.of(new IpPrefix("2001:db8::1", 64)),
                new Statistics(
                        Instant.parse("2026-11-20T06:00:00Z"),
                        LARGEST,
                        new Counter64(1),
                        new Counter64(2),
                        new Counter64(3),
                        new Counter64(4),
                        new Counter64(5),
                        new Counter64(6),
                        new Counter64(7),
                        new Counter64(8),
                        new Counter64(9),
                        new Counter64(10),
                        new Counter64(11),
                        new Counter64(12)));
    }

    /** A sample of a vendor's model: a word of its own for the type, a value that cannot be, and what has no leaf here. */
    public static InterfaceSample ofVendor(String name) {
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("vrf", "management");
        extra.put("duplex", "full \"auto\"");
        return new InterfaceSample(
                name,
                null,
                InterfaceType.translated("ACME_ETHER", "ethernetCsmacd"),
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                CountedSamples.inOctets(null, new Counter64(7)),
                List.of(new Anomaly("outOctets", "-324"), new Anomaly("speed", "fast")),
                extra);
    }

    /** A sample of which the target sent the name alone. */
    public static InterfaceSample bare(String name) {
        return sample(name, null, null, null, null);
    }

    public static InterfaceSample inState(String name, String adminStatus, String operStatus) {
        return sample(name, null, adminStatus, operStatus, null);
    }

    public static InterfaceSample ofType(String name, String type) {
        return sample(name, type, null, null, null);
    }

    public static InterfaceSample counting(String name, long inOctets) {
        return sample(name, null, null, "up", CountedSamples.inOctets(null, new Counter64(inOctets)));
    }

    private static InterfaceSample sample(
            String name,
            @Nullable String type,
            @Nullable String adminStatus,
            @Nullable String operStatus,
            @Nullable Statistics statistics) {
        return new InterfaceSample(
                name,
                null,
                type == null ? null : InterfaceType.of(type),
                adminStatus == null ? null : AdminStatus.of(adminStatus),
                operStatus == null ? null : OperStatus.of(operStatus),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                statistics);
    }
}
