package net.coreserver.event.derivation;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the interfaces of a target: the last snapshot, and of single interfaces what an earlier one had and the last
 * does not have. Immutable.
 *
 * <p>The snapshot is the one that the monitor keeps anyway: for an interface that always sends the same leaves, nothing is kept
 * here.
 */
final class KnownInterfaces {

    private final @Nullable Snapshot last;
    private final Map<String, InterfaceSample> fuller;
    private final Set<String> lastResets;
    private final int size;

    private KnownInterfaces(
            @Nullable Snapshot last, Map<String, InterfaceSample> fuller, Set<String> lastResets, int size) {
        this.last = last;
        this.fuller = fuller;
        this.lastResets = lastResets;
        this.size = size;
    }

    /**
     * What a baseline knew.
     *
     * @param samples with the leaves that it keeps
     */
    static KnownInterfaces of(Collection<InterfaceSample> samples) {
        Map<String, InterfaceSample> byName = LinkedHashMap.newLinkedHashMap(samples.size());
        samples.forEach(sample -> byName.putIfAbsent(sample.name(), sample));
        return new KnownInterfaces(null, byName, Set.of(), byName.size());
    }

    /**
     * What a snapshot lets be known.
     *
     * @param fuller those of its interfaces of which more was known before, by name
     * @param resets the names of those whose counters began anew with it
     * @param size how many interfaces it has, each name once
     */
    static KnownInterfaces of(Snapshot last, Map<String, InterfaceSample> fuller, Set<String> resets, int size) {
        return new KnownInterfaces(last, fuller, resets, size);
    }

    @Nullable InterfaceSample find(String name) {
        InterfaceSample known = fuller.get(name);
        return known != null || last == null ? known : last.find(name).orElse(null);
    }

    /** How many there are, each name once. */
    int size() {
        return size;
    }

    /** All of them; one whose name came twice may be among them twice. */
    Collection<InterfaceSample> all() {
        if (last == null) {
            return fuller.values();
        }
        List<InterfaceSample> samples = last.interfaces();
        return fuller.isEmpty()
                ? samples
                : samples.stream()
                        .map(sample -> fuller.getOrDefault(sample.name(), sample))
                        .toList();
    }

    /** How much later a snapshot was taken; zero when that is not known. */
    Duration until(Snapshot next) {
        return last == null ? Duration.ZERO : Duration.between(last.takenAt(), next.takenAt());
    }

    /** Whether it was told of the last snapshot that the counters of an interface began anew. */
    boolean hasJustReset(String name) {
        return lastResets.contains(name);
    }
}
