package net.coreserver.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.coreserver.agent.InterfaceSource;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;

/** Interfaces as a switch has them, every leaf filled, with counters that grow from poll to poll. */
final class SyntheticInterfaces implements InterfaceSource {

    private static final long OCTETS_PER_POLL = 1_234_567;

    private final AtomicLong polls = new AtomicLong();
    private final Instant started = Instant.now();
    private final int count;

    SyntheticInterfaces(int count) {
        this.count = count;
    }

    @Override
    public List<InterfaceSample> read() {
        long poll = polls.incrementAndGet();
        return IntStream.rangeClosed(1, count)
                .mapToObj(port -> sample(port, poll))
                .toList();
    }

    private InterfaceSample sample(int port, long poll) {
        Counter64 octets = new Counter64(poll * OCTETS_PER_POLL * port);
        Counter64 packets = new Counter64(poll * port * 1000L);
        return new InterfaceSample(
                "GigabitEthernet1/0/" + port,
                "port " + port,
                InterfaceType.of("ianaift:ethernetCsmacd"),
                AdminStatus.Known.UP,
                OperStatus.Known.UP,
                started,
                port,
                "00:00:5e:00:53:%02x".formatted(port & 0xff),
                1_000_000_000L,
                1500L,
                List.of(),
                List.of(),
                List.of(new IpPrefix("192.0.2." + (port & 0xff), 24)),
                List.of(new IpPrefix("2001:db8::" + Integer.toHexString(port), 64)),
                new Statistics(
                        started,
                        octets,
                        packets,
                        packets,
                        packets,
                        Counter64.ZERO,
                        Counter64.ZERO,
                        Counter64.ZERO,
                        octets,
                        packets,
                        packets,
                        packets,
                        Counter64.ZERO,
                        Counter64.ZERO));
    }
}
