package net.coreserver.agent;

import java.time.Instant;
import java.util.List;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import net.coreserver.testing.CountedSamples;
import org.jspecify.annotations.Nullable;

/** Samples to serve in tests. */
final class Samples {

    private Samples() {}

    /** With all that a sample can hold. */
    static InterfaceSample full() {
        return new InterfaceSample(
                "eth0",
                "to the <core> & back",
                InterfaceType.of("ethernetCsmacd"),
                AdminStatus.Known.UP,
                OperStatus.Known.LOWER_LAYER_DOWN,
                Instant.parse("2026-01-02T03:04:05Z"),
                2,
                "02:fc:00:00:00:01",
                10_000_000_000L,
                65_536L,
                List.of("br0"),
                List.of("slave0", "slave1"),
                List.of(new IpPrefix("192.0.2.2", 24), new IpPrefix("192.0.2.3", null)),
                List.of(new IpPrefix("2001:db8::1", 64)),
                new Statistics(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Counter64.parse("18446744073709551615"),
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
                        new Counter64(12),
                        new Counter64(13)));
    }

    /** With a name alone. */
    static InterfaceSample named(String name) {
        return counted(name, null);
    }

    /** With a name and counters. */
    static InterfaceSample counted(String name, @Nullable Statistics statistics) {
        return CountedSamples.sample(name, null, null, statistics);
    }
}
