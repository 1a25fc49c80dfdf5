package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * What a poll sees of an interface, leaf by leaf.
 *
 * @param inOctets its only counter
 */
record Seen(
        String name,
        @Nullable String admin,
        @Nullable String oper,
        @Nullable Integer ifIndex,
        @Nullable String physAddress,
        @Nullable Long speed,
        List<String> ipv4,
        @Nullable Instant discontinuityTime,
        @Nullable Long inOctets) {

    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    /** An interface with this operational state, and nothing more. */
    static Seen oper(String name, @Nullable String oper) {
        return new Seen(name, null, oper, null, null, null, List.of(), null, null);
    }

    Seen withAdmin(@Nullable String now) {
        return new Seen(name, now, oper, ifIndex, physAddress, speed, ipv4, discontinuityTime, inOctets);
    }

    Seen withOper(@Nullable String now) {
        return new Seen(name, admin, now, ifIndex, physAddress, speed, ipv4, discontinuityTime, inOctets);
    }

    Seen withIfIndex(@Nullable Integer now) {
        return new Seen(name, admin, oper, now, physAddress, speed, ipv4, discontinuityTime, inOctets);
    }

    Seen withPhysAddress(@Nullable String now) {
        return new Seen(name, admin, oper, ifIndex, now, speed, ipv4, discontinuityTime, inOctets);
    }

    Seen withSpeed(@Nullable Long now) {
        return new Seen(name, admin, oper, ifIndex, physAddress, now, ipv4, discontinuityTime, inOctets);
    }

    Seen withIpv4(String... now) {
        return new Seen(name, admin, oper, ifIndex, physAddress, speed, List.of(now), discontinuityTime, inOctets);
    }

    Seen withCounter(@Nullable Instant since, @Nullable Long octets) {
        return new Seen(name, admin, oper, ifIndex, physAddress, speed, ipv4, since, octets);
    }

    InterfaceSample sample() {
        Statistics statistics = discontinuityTime == null && inOctets == null
                ? null
                : new Statistics(
                        discontinuityTime,
                        inOctets == null ? null : new Counter64(inOctets),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return new InterfaceSample(
                name,
                null,
                null,
                admin == null ? null : AdminStatus.of(admin),
                oper == null ? null : OperStatus.of(oper),
                null,
                ifIndex,
                physAddress,
                speed,
                null,
                List.of(),
                List.of(),
                ipv4.stream().map(ip -> new IpPrefix(ip, 24)).toList(),
                List.of(),
                statistics);
    }

    static Snapshot snapshot(Instant takenAt, Seen... seen) {
        return snapshot(takenAt, Duration.ZERO, Map.of(), seen);
    }

    static Snapshot snapshot(Instant takenAt, Duration pollDuration, Map<String, Rates> rates, Seen... seen) {
        return new Snapshot(
                "edge-1",
                takenAt,
                pollDuration,
                List.of(seen).stream().map(Seen::sample).toList(),
                rates);
    }
}
