package net.coreserver.interfaces;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All samples of one poll of one target. Immutable.
 *
 * <p>The samples stand in {@link NaturalOrder} of their names. When a reply held one name twice, {@link #find} gives
 * the first.
 */
public final class Snapshot {

    private final String target;
    private final Instant takenAt;
    private final Duration pollDuration;
    private final Map<String, InterfaceSample> byName;
    private final Map<String, Rates> rates;
    private final List<InterfaceSample> interfaces;

    /**
     * Makes a snapshot.
     *
     * @param target the name of the target
     * @param takenAt when its reply had been read
     * @param pollDuration how long the poll took, from the request to the end of the reply
     * @param interfaces the samples, in any order
     * @param rates how fast their counters move, by the names of those of which it can be told
     */
    public Snapshot(
            String target,
            Instant takenAt,
            Duration pollDuration,
            List<InterfaceSample> interfaces,
            Map<String, Rates> rates) {
        this.target = target;
        this.takenAt = takenAt;
        this.pollDuration = pollDuration;
        this.rates = Map.copyOf(rates);
        this.interfaces = interfaces.stream()
                .sorted(Comparator.comparing(InterfaceSample::name, NaturalOrder.BY_NAME))
                .toList();
        this.byName = LinkedHashMap.newLinkedHashMap(interfaces.size());
        for (InterfaceSample sample : this.interfaces) {
            byName.putIfAbsent(sample.name(), sample);
        }
    }

    /** {@return the name of the target} */
    public String target() {
        return target;
    }

    /** {@return when the reply had been read} */
    public Instant takenAt() {
        return takenAt;
    }

    /** {@return how long the poll took} */
    public Duration pollDuration() {
        return pollDuration;
    }

    /** {@return all samples, in natural order of their names} */
    public List<InterfaceSample> interfaces() {
        return interfaces;
    }

    /**
     * Looks an interface up.
     *
     * @param name its name, exactly as the target sent it
     * @return its sample, or empty when the poll saw no such interface
     */
    public Optional<InterfaceSample> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Tells how fast the counters of an interface move.
     *
     * @param name its name, exactly as the target sent it
     * @return its rates; empty when they cannot be told, as at the first poll
     */
    public Optional<Rates> rates(String name) {
        return Optional.ofNullable(rates.get(name));
    }
}
