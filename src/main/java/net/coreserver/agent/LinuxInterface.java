package net.coreserver.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.coreserver.agent.AddressSource.Addresses;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * One interface of a Linux host: its directory in {@code /sys/class/net}.
 *
 * @param directory the directory
 * @param name the name as the kernel tells it, which a file system's view of it may spoil where it is not ASCII
 * @param ifIndex its number
 */
record LinuxInterface(Path directory, String name, int ifIndex) {

    private static final int IFF_UP = 1;
    private static final long BITS_PER_MEGABIT = 1_000_000;
    private static final long UINT32_MAX = 4_294_967_295L;

    /** What some drivers say for "unknown": -1 as an unsigned number of 32 bits. */
    private static final long UNKNOWN_MEGABITS = UINT32_MAX;

    /** {@return the interface of a directory, or null when it has just vanished} */
    static @Nullable LinuxInterface in(Path directory) {
        Long ifIndex = Sysfs.readNumber(directory.resolve("ifindex"));
        return ifIndex == null || ifIndex < 1 || ifIndex > Integer.MAX_VALUE
                ? null
                : new LinuxInterface(directory, nameOf(directory, ""), ifIndex.intValue());
    }

    private static String nameOf(Path directory, String prefix) {
        String name = Sysfs.readProperty(directory.resolve("uevent"), "INTERFACE");
        return name == null || name.isEmpty()
                ? directory.getFileName().toString().substring(prefix.length())
                : name;
    }

    /**
     * Reads the rest.
     *
     * @param all the names of all interfaces that are there: a layer that is not among them is not named
     */
    InterfaceSample sample(Set<String> all, Addresses addresses, Statistics statistics) {
        return new InterfaceSample(
                name,
                text("ifalias"),
                LinuxInterfaceType.of(
                        directory, Sysfs.readProperty(directory.resolve("uevent"), "DEVTYPE"), text("type")),
                adminStatus(),
                operStatus(),
                null, // Linux does not keep when the state changed
                ifIndex,
                physAddress(),
                speedBitsPerSecond(),
                mtuOctets(),
                layers("upper_", all),
                layers("lower_", all),
                addresses.ipv4(),
                addresses.ipv6(),
                statistics);
    }

    /** {@return whether it has not vanished since it was found, in which case what was read of it means nothing} */
    boolean isThere() {
        return Files.isDirectory(directory);
    }

    private @Nullable String text(String file) {
        return Sysfs.read(directory.resolve(file));
    }

    private @Nullable AdminStatus adminStatus() {
        String flags = text("flags");
        if (flags == null || !flags.matches("0x[0-9a-f]{1,8}")) {
            return null;
        }
        boolean up = (Integer.parseUnsignedInt(flags.substring(2), 16) & IFF_UP) != 0;
        return up ? AdminStatus.Known.UP : AdminStatus.Known.DOWN;
    }

    /** The kernel has the words of RFC 2863, as the model does, written together. */
    private OperStatus operStatus() {
        return switch (text("operstate")) {
            case null -> OperStatus.Known.UNKNOWN;
            case "lowerlayerdown" -> OperStatus.Known.LOWER_LAYER_DOWN;
            case "notpresent" -> OperStatus.Known.NOT_PRESENT;
            case String word -> OperStatus.of(word);
        };
    }

    /** None of zeros alone: so the kernel fills the place of an address that there is not, as on the loopback. */
    private @Nullable String physAddress() {
        String address = text("address");
        return address == null || address.matches("00(:00)*") ? null : address;
    }

    private @Nullable Long speedBitsPerSecond() {
        Long megabits = Sysfs.readNumber(directory.resolve("speed"));
        return megabits == null || megabits <= 0 || megabits >= UNKNOWN_MEGABITS ? null : megabits * BITS_PER_MEGABIT;
    }

    private @Nullable Long mtuOctets() {
        Long octets = Sysfs.readNumber(directory.resolve("mtu"));
        return octets == null || octets < 0 || octets > UINT32_MAX ? null : octets;
    }

    /** The interfaces one layer up or down, to each of which the kernel makes a link; {@code master} is one of them. */
    private List<String> layers(String prefix, Set<String> all) {
        List<String> names = new ArrayList<>();
        try {
            for (Path link : Sysfs.directories(directory, prefix + "*")) {
                String layer = nameOf(link, prefix);
                if (all.contains(layer)) {
                    names.add(layer);
                }
            }
        } catch (IOException e) {
            return List.of(); // vanished
        }
        return names;
    }
}
