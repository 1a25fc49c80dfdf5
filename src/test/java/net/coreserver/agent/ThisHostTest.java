package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import org.junit.jupiter.api.Test;

/** Every host has a loopback interface, and it is the same everywhere. */
final class ThisHostTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private static NetworkInterface loopback() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(ThisHostTest::isLoopback)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLoopback(NetworkInterface networkInterface) {
        try {
            return networkInterface.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    private static InterfaceSample loopbackOf(List<InterfaceSample> samples) throws SocketException {
        String name = loopback().getName();
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isToldWithItsLoopback() throws IOException {
        InterfaceSample sample = loopbackOf(InterfaceSource.ofThisHost().read());

        assertThat(sample)
                .returns(new InterfaceType.Iana("softwareLoopback"), InterfaceSample::type)
                .returns(AdminStatus.Known.UP, InterfaceSample::adminStatus)
                .returns(loopback().getIndex(), InterfaceSample::ifIndex)
                .returns((long) loopback().getMTU(), InterfaceSample::mtuOctets)
                .returns(null, InterfaceSample::physAddress);
        assertThat(sample.ipv4()).contains(new IpPrefix("127.0.0.1", 8));
        assertThat(sample.statistics()).isNotNull();
    }

    @Test
    void isToldByThePortableSourceToo() throws IOException {
        InterfaceSample sample = loopbackOf(new PortableInterfaceSource(InstantSource.fixed(NOW)).read());

        assertThat(sample)
                .returns(new InterfaceType.Iana("softwareLoopback"), InterfaceSample::type)
                .returns(AdminStatus.Known.UP, InterfaceSample::adminStatus)
                .returns(OperStatus.Known.UP, InterfaceSample::operStatus)
                .returns(loopback().getIndex(), InterfaceSample::ifIndex)
                .returns((long) loopback().getMTU(), InterfaceSample::mtuOctets)
                .returns(CounterStarts.uncounted(NOW), InterfaceSample::statistics);
        assertThat(sample.ipv4()).contains(new IpPrefix("127.0.0.1", 8));
    }
}
