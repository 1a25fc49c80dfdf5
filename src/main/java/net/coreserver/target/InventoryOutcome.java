package net.coreserver.target;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of a change of the stored inventory. */
public sealed interface InventoryOutcome {

    /**
     * It is stored, and monitored from now on.
     *
     * @param targets those that were made or changed
     */
    record Done(List<StoredTarget> targets) implements InventoryOutcome {

        /** Copies the list. */
        public Done {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Nothing was changed: there are targets of these names.
     *
     * @param sources where they come from, by their names
     */
    record Exists(SortedMap<String, TargetSource> sources) implements InventoryOutcome {

        /** Copies the map. */
        public Exists {
            sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        }
    }

    /** Nothing was changed, for one of these reasons. */
    enum Refused implements InventoryOutcome {
        /** The target has another revision than was expected: somebody else was faster. */
        CHANGED_MEANWHILE,
        /** There is no such target in the store. */
        UNKNOWN
    }
}
