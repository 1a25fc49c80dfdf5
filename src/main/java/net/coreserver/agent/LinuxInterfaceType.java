package net.coreserver.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import net.coreserver.interfaces.InterfaceType;
import org.jspecify.annotations.Nullable;

/**
 * What kind of interface a directory of {@code /sys/class/net} stands for, in IANA's words.
 *
 * <p>Only what is certain gets a name of its own. Whatever carries Ethernet frames is {@code ethernetCsmacd}, as RFC
 * 3635 section 3.2.4 has it: veth, macvlan, dummy and TAP devices too. The rest is {@code other}, since the leaf is
 * mandatory.
 */
final class LinuxInterfaceType {

    private LinuxInterfaceType() {}

    /**
     * The type of an interface.
     *
     * @param directory its directory
     * @param deviceType {@code DEVTYPE} of its {@code uevent}, which drivers of more than a plain device set
     * @param hardwareType the kernel's {@code ARPHRD_} number, file {@code type}
     */
    static InterfaceType of(Path directory, @Nullable String deviceType, @Nullable String hardwareType) {
        String identity = identityOfDeviceType(directory, deviceType);
        if (identity == null) {
            identity = identityOfDirectory(directory);
        }
        if (identity == null) {
            identity = identityOfHardware(hardwareType);
        }
        if (identity == null && Files.exists(directory.resolve("tun_flags"))) {
            identity = "propVirtual"; // a TUN device, at whose other end is a program
        }
        return InterfaceType.of(identity == null ? "other" : identity);
    }

    private static @Nullable String identityOfDeviceType(Path directory, @Nullable String deviceType) {
        return switch (deviceType) {
            case "bridge" -> "bridge";
            case "vlan" -> "l2vlan";
            case "wlan" -> "ieee80211";
            case "ppp" -> "ppp";
            case "vxlan", "geneve", "bareudp", "wireguard" -> "tunnel";
            case "bond" -> aggregates(directory) ? "ieee8023adLag" : null;
            case null, default -> null;
        };
    }

    /** A bond is an aggregate of IEEE 802.3ad in one of its modes; in the others it behaves as one Ethernet port. */
    private static boolean aggregates(Path directory) {
        String mode = Sysfs.read(directory.resolve("bonding/mode"));
        return mode != null && mode.startsWith("802.3ad");
    }

    private static @Nullable String identityOfDirectory(Path directory) {
        if (Files.isDirectory(directory.resolve("bridge"))) {
            return "bridge";
        }
        if (Files.isDirectory(directory.resolve("wireless"))) {
            return "ieee80211";
        }
        return null;
    }

    private static @Nullable String identityOfHardware(@Nullable String hardwareType) {
        return switch (hardwareType) {
            case "1" -> "ethernetCsmacd";
            case "24" -> "ieee1394";
            case "32" -> "infiniband";
            case "256" -> "slip";
            case "512" -> "ppp";
            case "768", "769" -> "tunnel"; // IP in IP, IP in IPv6
            case "772" -> "softwareLoopback";
            case "774" -> "fddi";
            case "776" -> "tunnel"; // IPv6 in IPv4
            case "778", "823" -> "tunnel"; // GRE over IPv4, over IPv6
            case "801", "802", "803" -> "ieee80211";
            case null, default -> null;
        };
    }
}
