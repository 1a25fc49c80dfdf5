package net.coreserver.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.coreserver.agent.AddressSource.Addresses;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of a Linux host: state from {@code /sys/class/net}, counters from {@code /proc/net/dev}.
 *
 * <p>A leaf whose file cannot be read, or holds what cannot be, is absent. An interface that vanishes while it is read
 * is left out.
 */
final class LinuxInterfaceSource implements InterfaceSource {

    private final Path root;
    private final AddressSource addressSource;
    private final CounterStarts counterStarts;

    /**
     * Reads below a directory.
     *
     * @param root holds {@code sys} and {@code proc}
     * @param addressSource tells the addresses, which neither holds in full
     * @param clock tells when an interface was first seen
     */
    LinuxInterfaceSource(Path root, AddressSource addressSource, InstantSource clock) {
        this.root = root;
        this.addressSource = addressSource;
        this.counterStarts = new CounterStarts(systemStart(root.resolve("proc/stat"), clock), clock);
    }

    static Path interfaces(Path root) {
        return root.resolve("sys/class/net");
    }

    /** When the system started, or now where that is not told: of the time before, the agent knows nothing. */
    private static Instant systemStart(Path stat, InstantSource clock) {
        String text = Sysfs.read(stat);
        if (text != null) {
            for (String line : text.lines().toList()) {
                if (line.matches("btime [0-9]{1,12}")) {
                    return Instant.ofEpochSecond(Long.parseLong(line.substring("btime ".length())));
                }
            }
        }
        return clock.instant();
    }

    @Override
    public List<InterfaceSample> read() throws IOException {
        Map<String, LinuxInterface> byName = new LinkedHashMap<>();
        for (Path directory : Sysfs.directories(interfaces(root), "*")) {
            LinuxInterface each = LinuxInterface.in(directory);
            if (each != null) {
                byName.put(each.name(), each);
            }
        }
        Map<String, Instant> starts = counterStarts.look(byName.values());
        Map<String, LinuxCounters> counters = LinuxCounters.read(root.resolve("proc/net/dev"));
        Map<Integer, Addresses> addresses = addressSource.read();
        List<InterfaceSample> samples = new ArrayList<>();
        for (LinuxInterface each : byName.values()) {
            InterfaceSample sample = each.sample(
                    byName.keySet(),
                    addresses.getOrDefault(each.ifIndex(), Addresses.NONE),
                    statistics(counters.get(each.name()), Objects.requireNonNull(starts.get(each.name()))));
            if (each.isThere()) {
                samples.add(sample);
            }
        }
        return samples;
    }

    private static Statistics statistics(@Nullable LinuxCounters counters, Instant start) {
        return counters == null ? CounterStarts.uncounted(start) : counters.statistics(start);
    }
}
