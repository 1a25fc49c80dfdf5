package net.coreserver.target;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The targets that this service knows, by name, in the order in which they were given.
 *
 * @param targets by name
 */
public record Inventory(Map<String, Target> targets) {

    /** Copies the map, in its order. */
    public Inventory {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    /**
     * An inventory of these targets.
     *
     * @param targets no two of one name
     * @return the inventory
     */
    public static Inventory of(List<Target> targets) {
        Map<String, Target> byName = new LinkedHashMap<>();
        for (Target target : targets) {
            if (byName.put(target.name(), target) != null) {
                throw new IllegalArgumentException("two targets of the name " + target.name());
            }
        }
        return new Inventory(byName);
    }
}
