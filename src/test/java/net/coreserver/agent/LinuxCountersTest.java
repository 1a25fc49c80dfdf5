package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinuxCountersTest {

    @TempDir
    private Path directory;

    private Map<String, LinuxCounters> read(String text) throws IOException {
        return LinuxCounters.read(Files.writeString(directory.resolve("dev"), text));
    }

    private Statistics readOne(String line) throws IOException {
        Map<String, LinuxCounters> byName = read(line);
        assertThat(byName).containsOnlyKeys("eth0");
        return Objects.requireNonNull(byName.get("eth0")).statistics(Instant.EPOCH);
    }

    @Test
    void keepsNumbersOverTheWholeOf64Bits() throws IOException {
        assertThat(readOne("eth0: 18446744073709551615 2 0 0 0 0 0 1 9223372036854775808 1 0 0 0 0 0 0"))
                .returns(Counter64.parse("18446744073709551615"), Statistics::inOctets)
                .returns(Counter64.parse("9223372036854775808"), Statistics::outOctets)
                .returns(new Counter64(1), Statistics::inUnicastPkts);
    }

    @Test
    void neverCountsFewerThanNoUnicastPackets() throws IOException {
        assertThat(readOne("eth0: 0 5 0 0 0 0 0 7 0 0 0 0 0 0 0 0"))
                .returns(Counter64.ZERO, Statistics::inUnicastPkts)
                .returns(new Counter64(7), Statistics::inMulticastPkts);
    }

    @Test
    void readsANumberThatTouchesTheColon() throws IOException {
        assertThat(readOne("  eth0:12 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")).returns(new Counter64(12), Statistics::inOctets);
    }

    @Test
    void passesOverHeadingsAndWhatIsNoLineOfCounters() throws IOException {
        assertThat(read("""
                        Inter-|   Receive  |  Transmit
                         face |bytes packets|bytes
                        eth0: 1 2 3
                        eth1: one 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
                        eth2: -1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0

                        eth3: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
                        """)).containsOnlyKeys("eth3");
    }

    @Test
    void isEmptyWithoutTheFile() {
        assertThat(LinuxCounters.read(directory.resolve("missing"))).isEmpty();
    }
}
