package net.coreserver.interfaces;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * Tells whether an interface is selected.
     *
     * @param sample the interface
     * @return whether it is
     */
    public boolean selects(InterfaceSample sample) {
        InterfaceType type = sample.type();
        InterfaceType kind = type == null || type.iana() == null ? type : type.iana();
        return (names.isEmpty() || names.contains(sample.name()))
                && (types.isEmpty() || (kind != null && types.contains(kind)));
    }

    /**
     * Makes one thing of every combination of a name and a type that is selected; where only names, or only types, are given,
     * of each of them.
     *
     * @param combination takes a name and a type, of which one is null when none are given; only one, unless all are selected
     * @return what it makes; nothing when all are selected
     * @param <T> what it makes
     */
    public <T> Stream<T> each(BiFunction<@Nullable String, @Nullable InterfaceType, T> combination) {
        if (names.isEmpty()) {
            return types.stream().map(type -> combination.apply(null, type));
        }
        if (types.isEmpty()) {
            return names.stream().map(name -> combination.apply(name, null));
        }
        return names.stream().flatMap(name -> types.stream().map(type -> combination.apply(name, type)));
    }
}
