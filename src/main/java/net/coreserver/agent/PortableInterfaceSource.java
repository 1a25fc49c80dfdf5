package net.coreserver.agent;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.coreserver.agent.AddressSource.Addresses;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.OperStatus;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of a host that is not Linux, as far as {@link NetworkInterface} tells: no counters, no speed, no
 * layers, and no type but the loopback's.
 *
 * <p>An interface that is not up may be so by desire or not; then {@code admin-status} is absent, although the model
 * wants it, rather than claim that somebody shut it.
 */
final class PortableInterfaceSource implements InterfaceSource {

    private final Instant started;

    /**
     * Reads the interfaces of this host.
     *
     * @param clock tells the start of this agent, which is the {@code discontinuity-time} of counters that are not there
     */
    PortableInterfaceSource(InstantSource clock) {
        this.started = clock.instant();
    }

    @Override
    public List<InterfaceSample> read() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .map(this::sample)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null when the interface has just vanished. */
    private @Nullable InterfaceSample sample(NetworkInterface networkInterface) {
        try {
            boolean up = networkInterface.isUp();
            Addresses addresses = NetworkInterfaces.addressesOf(networkInterface);
            return new InterfaceSample(
                    networkInterface.getName(),
                    null,
                    InterfaceType.of(networkInterface.isLoopback() ? "softwareLoopback" : "other"),
                    up ? AdminStatus.Known.UP : null,
                    up ? OperStatus.Known.UP : OperStatus.Known.DOWN,
                    null,
                    networkInterface.getIndex() > 0 ? networkInterface.getIndex() : null,
                    physAddress(networkInterface.getHardwareAddress()),
                    null,
                    networkInterface.getMTU() > 0 ? (long) networkInterface.getMTU() : null,
                    List.of(),
                    List.of(),
                    addresses.ipv4(),
                    addresses.ipv6(),
                    CounterStarts.uncounted(started));
        } catch (SocketException e) {
            return null;
        }
    }

    private static @Nullable String physAddress(byte @Nullable [] octets) {
        return octets == null || octets.length == 0
                ? null
                : HexFormat.ofDelimiter(":").formatHex(octets);
    }
}
