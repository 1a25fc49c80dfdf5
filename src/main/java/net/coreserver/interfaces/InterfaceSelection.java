package net.coreserver.interfaces;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The interfaces of a target that are asked for: those that have one of the names, if any are given, and one of the types, if
 * any are given.
 *
 * @param names exact names
 * @param types kinds
 */
public record InterfaceSelection(Set<String> names, Set<InterfaceType> types) {

    /** Every interface. */
    public static final InterfaceSelection ALL = new InterfaceSelection(Set.of(), Set.of());

    /** Copies the sets, in their order. */
    public InterfaceSelection {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        types = Collections.unmodifiableSet(new LinkedHashSet<>(types));
    }

    /** {@return whether no interface is left out} */
    public boolean isAll() {
        return names.isEmpty() && types.isEmpty();
    }
}
