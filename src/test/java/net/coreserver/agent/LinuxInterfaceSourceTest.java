package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.coreserver.agent.AddressSource.Addresses;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinuxInterfaceSourceTest {

    private static final Instant BOOT = Instant.ofEpochSecond(1_700_000_000);
    private static final Instant NOW = Instant.ofEpochSecond(1_700_090_000);

    @TempDir
    private Path root;

    private HostTree host;

    @BeforeEach
    void bootHost() {
        host = new HostTree(root).bootTime(BOOT.getEpochSecond());
    }

    private InterfaceSource source() {
        return source(Map.of());
    }

    private InterfaceSource source(Map<Integer, Addresses> addresses) {
        return new LinuxInterfaceSource(root, () -> addresses, () -> NOW);
    }

    private InterfaceSample only() throws IOException {
        List<InterfaceSample> samples = source().read();
        assertThat(samples).hasSize(1);
        return samples.getFirst();
    }

    @Test
    void tellsAllThatTheKernelTells() throws IOException {
        host.add("eth0", 2)
                .file("uevent", "INTERFACE=eth0\nIFINDEX=2")
                .file("type", "1")
                .file("flags", "0x1003")
                .file("operstate", "up")
                .file("address", "02:fc:00:00:00:01")
                .file("speed", "10000")
                .file("mtu", "1400")
                .file("ifalias", "to the core");
        host.count("eth0", "1000 50 1 2 0 0 0 8 2000 60 3 4 0 0 0 0");
        Addresses addresses =
                new Addresses(List.of(new IpPrefix("192.0.2.2", 24)), List.of(new IpPrefix("fe80::1", 64)));

        assertThat(source(Map.of(2, addresses)).read())
                .containsExactly(new InterfaceSample(
                        "eth0",
                        "to the core",
                        InterfaceType.of("ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.UP,
                        null,
                        2,
                        "02:fc:00:00:00:01",
                        10_000_000_000L,
                        1400L,
                        List.of(),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.2", 24)),
                        List.of(new IpPrefix("fe80::1", 64)),
                        new Statistics(
                                BOOT,
                                new Counter64(1000),
                                new Counter64(42),
                                null,
                                new Counter64(8),
                                new Counter64(2),
                                new Counter64(1),
                                null,
                                new Counter64(2000),
                                new Counter64(60),
                                null,
                                null,
                                new Counter64(4),
                                new Counter64(3))));
    }

    @Test
    void leavesOutWhatCannotBeRead() throws IOException {
        host.add("eth0", 2).unreadable("speed").unreadable("ifalias").unreadable("type");

        InterfaceSample sample = only();

        assertThat(sample)
                .isEqualTo(new InterfaceSample(
                        "eth0",
                        null,
                        InterfaceType.of("other"),
                        null,
                        OperStatus.Known.UNKNOWN,
                        null,
                        2,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        CounterStarts.uncounted(BOOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "4294967295", "18446744073709551615", "fast", ""})
    void hasNoSpeedWhereThereIsNone(String megabits) throws IOException {
        host.add("eth0", 2).file("speed", megabits);

        assertThat(only().speedBitsPerSecond()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "up, UP",
        "down, DOWN",
        "testing, TESTING",
        "unknown, UNKNOWN",
        "dormant, DORMANT",
        "notpresent, NOT_PRESENT",
        "lowerlayerdown, LOWER_LAYER_DOWN"
    })
    void putsTheKernelsStateIntoTheWordsOfTheModel(String operstate, OperStatus.Known expected) throws IOException {
        host.add("eth0", 2).file("operstate", operstate);

        assertThat(only().operStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0x1003, UP", "0x1, UP", "0x1002, DOWN", "0x0, DOWN", "0xffffffff, UP"})
    void takesTheDesiredStateFromTheFlag(String flags, AdminStatus.Known expected) throws IOException {
        host.add("eth0", 2).file("flags", flags);

        assertThat(only().adminStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1003", "0xup", "0x123456789"})
    void hasNoDesiredStateWithoutFlags(String flags) throws IOException {
        host.add("eth0", 2).file("flags", flags);

        assertThat(only().adminStatus()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00:00:00:00:00:00", "00"})
    void takesZerosForNoAddress(String address) throws IOException {
        host.add("lo", 1).file("address", address);

        assertThat(only().physAddress()).isNull();
    }

    @Test
    void keepsAnAddressThatOnlyStartsWithZeros() throws IOException {
        host.add("eth0", 1).file("address", "00:00:5e:00:53:01");

        assertThat(only().physAddress()).isEqualTo("00:00:5e:00:53:01");
    }

    @Test
    void tellsAnMtuThatSixteenBitsCannotHold() throws IOException {
        host.add("lo", 1).file("mtu", "65536");

        assertThat(only().mtuOctets()).isEqualTo(65_536L);
    }

    @Test
    void namesTheLayersAboveAndBelow() throws IOException {
        HostTree.Interface port = host.add("eth0", 2);
        HostTree.Interface bridge = host.add("br0", 3).above(port);
        host.add("br0.7", 4).above(bridge);

        Map<String, InterfaceSample> byName = byName(source().read());

        assertThat(byName.get("eth0"))
                .returns(List.of("br0"), InterfaceSample::higherLayerIf)
                .returns(List.of(), InterfaceSample::lowerLayerIf);
        assertThat(byName.get("br0"))
                .returns(List.of("br0.7"), InterfaceSample::higherLayerIf)
                .returns(List.of("eth0"), InterfaceSample::lowerLayerIf);
        assertThat(byName.get("br0.7"))
                .returns(List.of(), InterfaceSample::higherLayerIf)
                .returns(List.of("br0"), InterfaceSample::lowerLayerIf);
    }

    @Test
    void doesNotNameALayerThatHasVanished() throws IOException {
        HostTree.Interface port = host.add("eth0", 2);
        HostTree.Interface bridge = host.add("br0", 3).above(port);
        Files.delete(bridge.directory().resolve("ifindex"));

        assertThat(only()).returns("eth0", InterfaceSample::name).returns(List.of(), InterfaceSample::higherLayerIf);
    }

    @Test
    void leavesOutAnInterfaceThatVanishesWhileItIsRead() throws IOException {
        host.add("eth0", 2);
        host.add("eth1", 3);
        host.count("eth0", "1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0");
        AddressSource afterListing = () -> {
            host.remove("eth1");
            return Map.of();
        };

        assertThat(new LinuxInterfaceSource(root, afterListing, () -> NOW).read())
                .extracting(InterfaceSample::name)
                .containsExactly("eth0");
    }

    @Test
    void passesOverWhatIsNoInterface() throws IOException {
        host.add("eth0", 2);
        Files.writeString(root.resolve("sys/class/net/bonding_masters"), "bond0\n");

        assertThat(only().name()).isEqualTo("eth0");
    }

    @Test
    void takesTheNameFromTheKernelWhereTheFileSystemsViewOfItIsSpoilt() throws IOException {
        HostTree.Interface lower = host.add("???", 2).file("uevent", "INTERFACE=größe\nIFINDEX=2");
        host.add("br0", 3).above(lower);

        Map<String, InterfaceSample> byName = byName(source().read());

        assertThat(byName).containsOnlyKeys("größe", "br0");
        assertThat(byName.get("br0")).returns(List.of("größe"), InterfaceSample::lowerLayerIf);
    }

    @Test
    void countsAnewWhenAnInterfaceComesAgain() throws IOException {
        host.add("eth0", 2);
        host.add("veth0", 3);
        InterfaceSource source = source();
        source.read();

        host.remove("veth0");
        host.add("veth0", 9);

        Map<String, InterfaceSample> byName = byName(source.read());
        assertThat(byName.get("eth0")).returns(CounterStarts.uncounted(BOOT), InterfaceSample::statistics);
        assertThat(byName.get("veth0")).returns(CounterStarts.uncounted(NOW), InterfaceSample::statistics);
    }

    @Test
    void countsSinceItsOwnStartWhereTheSystemsStartIsNotTold() throws IOException {
        Files.writeString(root.resolve("proc/stat"), "btime soon\n");
        host.add("eth0", 2);

        assertThat(only().statistics()).isEqualTo(CounterStarts.uncounted(NOW));
    }

    @Test
    void failsWhenThereIsNothingToRead() {
        InterfaceSource nowhere = new LinuxInterfaceSource(root.resolve("nowhere"), Map::of, () -> NOW);

        assertThatExceptionOfType(IOException.class).isThrownBy(nowhere::read);
    }

    private static Map<String, InterfaceSample> byName(List<InterfaceSample> samples) {
        return samples.stream().collect(Collectors.toMap(InterfaceSample::name, Function.identity()));
    }
}
