package net.coreserver.history;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All interfaces of which something is kept. Changed by one thread at a time; read by any number. */
final class SeriesIndex {

    private final Map<String, Map<String, Series>> byTarget = new ConcurrentHashMap<>();
    private final Map<Integer, Series> byId = new ConcurrentHashMap<>();
    private int newest;

    Optional<Series> find(SeriesKey key) {
        return Optional.ofNullable(ofTarget(key.target()).get(key.interfaceName()));
    }

    @Nullable Series find(int id) {
        return byId.get(id);
    }

    private Map<String, Series> ofTarget(String target) {
        return byTarget.getOrDefault(target, Map.of());
    }

    int size() {
        return byId.size();
    }

    Iterable<Series> all() {
        return byId.values();
    }

    /** Adds one that is known already. */
    Series add(int id, SeriesKey key) {
        Series series = new Series(id, key);
        byTarget.computeIfAbsent(key.target(), target -> new ConcurrentHashMap<>())
                .put(key.interfaceName(), series);
        byId.put(id, series);
        newest = Math.max(newest, id);
        return series;
    }

    /** Looks one up, or adds it; the new ones are told of. */
    Series get(SeriesKey key, Consumer<Series> added) {
        Series known = ofTarget(key.target()).get(key.interfaceName());
        if (known != null) {
            return known;
        }
        Series series = add(newest + 1, key);
        added.accept(series);
        return series;
    }

    void remove(Series series) {
        byId.remove(series.id());
        byTarget.computeIfPresent(series.key().target(), (target, ofTarget) -> {
            ofTarget.remove(series.key().interfaceName(), series);
            return ofTarget.isEmpty() ? null : ofTarget;
        });
    }
}
