package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.coreserver.interfaces.InterfaceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinuxInterfaceTypeTest {

    @TempDir
    private Path root;

    private HostTree.Interface any() {
        return new HostTree(root).add("any0", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, ethernetCsmacd",
        "24, ieee1394",
        "32, infiniband",
        "256, slip",
        "512, ppp",
        "768, tunnel",
        "769, tunnel",
        "772, softwareLoopback",
        "774, fddi",
        "776, tunnel",
        "778, tunnel",
        "801, ieee80211",
        "803, ieee80211",
        "823, tunnel",
        "65534, other",
        "nonsense, other"
    })
    void knowsTheHardware(String hardwareType, String identity) {
        assertThat(LinuxInterfaceType.of(any().directory(), null, hardwareType))
                .isEqualTo(new InterfaceType.Iana(identity));
    }

    @ParameterizedTest
    @CsvSource({
        "bridge, 1, bridge",
        "vlan, 1, l2vlan",
        "wlan, 1, ieee80211",
        "vxlan, 1, tunnel",
        "geneve, 1, tunnel",
        "wireguard, 65534, tunnel",
        "ppp, 512, ppp",
        "macvlan, 1, ethernetCsmacd"
    })
    void knowsTheDriverBetterThanTheHardware(String deviceType, String hardwareType, String identity) {
        assertThat(LinuxInterfaceType.of(any().directory(), deviceType, hardwareType))
                .isEqualTo(new InterfaceType.Iana(identity));
    }

    @ParameterizedTest
    @CsvSource({"bridge, bridge", "wireless, ieee80211"})
    void knowsADirectoryOfTheKind(String subdirectory, String identity) {
        assertThat(LinuxInterfaceType.of(any().subdirectory(subdirectory).directory(), null, "1"))
                .isEqualTo(new InterfaceType.Iana(identity));
    }

    @ParameterizedTest
    @CsvSource({"802.3ad 4, ieee8023adLag", "active-backup 1, ethernetCsmacd"})
    void takesABondForAnAggregateOnlyInThatMode(String mode, String identity) {
        HostTree.Interface bond = any().file("bonding/mode", mode);

        assertThat(LinuxInterfaceType.of(bond.directory(), "bond", "1")).isEqualTo(new InterfaceType.Iana(identity));
    }

    @Test
    void takesATunForVirtual() {
        HostTree.Interface tun = any().file("tun_flags", "0x1001");

        assertThat(LinuxInterfaceType.of(tun.directory(), null, "65534"))
                .isEqualTo(new InterfaceType.Iana("propVirtual"));
    }

    @Test
    void takesATapForEthernet() {
        HostTree.Interface tap = any().file("tun_flags", "0x1002");

        assertThat(LinuxInterfaceType.of(tap.directory(), null, "1"))
                .isEqualTo(new InterfaceType.Iana("ethernetCsmacd"));
    }
}
