package net.coreserver.history.series;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.Metric;

/** The counters of an interface, in the order in which they are kept. That order never changes. */
public final class Counters {

    /** All of them. */
    public static final List<Metric> ALL = Arrays.stream(Metric.values())
            .filter(metric -> metric.kind() == Metric.Kind.COUNTER)
            .toList();

    /** How many there are. */
    static final int COUNT = ALL.size();

    /** A bit for each of them. */
    static final int EVERY = (1 << COUNT) - 1;

    /** The gauges, in the order in which they are kept, which never changes either. */
    static final List<Metric> GAUGES = List.of(Metric.ADMIN_STATUS, Metric.OPER_STATUS, Metric.SPEED);

    private static final Map<Metric, Integer> INDEX = new EnumMap<>(Metric.class);

    static {
        for (Metric counter : ALL) {
            INDEX.put(counter, INDEX.size());
        }
    }

    private Counters() {}

    /**
     * The place of a counter.
     *
     * @param counter which
     * @return its index in {@link #ALL}
     * @throws IllegalArgumentException when it is no counter
     */
    public static int index(Metric counter) {
        Integer index = INDEX.get(counter);
        if (index == null) {
            throw new IllegalArgumentException(counter.word() + " is no counter");
        }
        return index;
    }
}
