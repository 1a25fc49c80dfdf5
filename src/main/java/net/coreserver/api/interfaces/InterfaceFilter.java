package net.coreserver.api.interfaces;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.coreserver.api.http.Query;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.OperStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which interfaces a request wants: those that match one value of each parameter given. An empty set wants all.
 *
 * @param operStatus current states
 * @param adminStatus desired states
 * @param types kinds, IANA's or others
 * @param names patterns of names
 */
public record InterfaceFilter(
        Set<OperStatus> operStatus, Set<AdminStatus> adminStatus, Set<InterfaceType> types, List<Glob> names)
        implements Predicate<InterfaceSample> {

    /** The parameters that make a filter. */
    static final List<String> PARAMETERS = List.of("operStatus", "adminStatus", "type", "name");

    static final InterfaceFilter ALL = new InterfaceFilter(Set.of(), Set.of(), Set.of(), List.of());

    private static final List<String> OPER_STATUS =
            Arrays.stream(OperStatus.Known.values()).map(OperStatus::word).toList();
    private static final List<String> ADMIN_STATUS =
            Arrays.stream(AdminStatus.Known.values()).map(AdminStatus::word).toList();

    /**
     * The filter that a query asks for.
     *
     * @param query of a request
     * @return the filter
     */
    public static InterfaceFilter of(Query query) {
        if (query.isEmpty()) {
            return ALL;
        }
        return new InterfaceFilter(
                query.all("operStatus", OPER_STATUS).stream()
                        .map(OperStatus::of)
                        .collect(Collectors.toSet()),
                query.all("adminStatus", ADMIN_STATUS).stream()
                        .map(AdminStatus::of)
                        .collect(Collectors.toSet()),
                query.all("type").stream().map(InterfaceType::of).collect(Collectors.toSet()),
                query.all("name").stream().map(name -> Glob.of("name", name)).toList());
    }

    boolean wantsAll() {
        return operStatus.isEmpty() && adminStatus.isEmpty() && types.isEmpty() && names.isEmpty();
    }

    @Override
    public boolean test(InterfaceSample sample) {
        return (operStatus.isEmpty() || (sample.operStatus() != null && operStatus.contains(sample.operStatus())))
                && (adminStatus.isEmpty()
                        || (sample.adminStatus() != null && adminStatus.contains(sample.adminStatus())))
                && (types.isEmpty() || isOneOf(types, sample.type()))
                && (names.isEmpty() || names.stream().anyMatch(name -> name.matches(sample.name())));
    }

    /** A vendor's word is found by itself, and by the identity of IANA's that it stands for. */
    private static boolean isOneOf(Set<InterfaceType> types, @Nullable InterfaceType type) {
        return type != null
                && ((type.iana() != null && types.contains(type.iana()))
                        || (type.raw() != null && types.contains(new InterfaceType.Other(type.raw()))));
    }
}
