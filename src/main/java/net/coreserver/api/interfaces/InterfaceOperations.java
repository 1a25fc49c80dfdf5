package net.coreserver.api.interfaces;

import static net.coreserver.api.problem.ProblemType.INVALID_PARAMETER;
import static net.coreserver.api.problem.ProblemType.SERVICE_BUSY;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_INTERFACE;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_TARGET;

import java.util.EnumSet;
import java.util.List;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.http.Paging;
import net.coreserver.api.targets.TargetFilter;

/** What can be asked of the interfaces of targets. */
public final class InterfaceOperations {

    /** By what lists can be sorted; each word stands for itself, or behind a minus sign. */
    public static final List<String> SORT_KEYS = SortKey.words();

    /** The longest pattern of names, in characters. */
    public static final int MAX_PATTERN_LENGTH = Glob.MAX_LENGTH;

    private static final List<String> COUNTERS = List.of("counters");
    private static final List<String> FORM = List.of("counters", Form.EXTRA);
    private static final List<String> SORT = List.of(Sort.PARAMETER);

    /** The interfaces of one target, as a list or as a stream. */
    public static final ApiOperation LIST_TARGET_INTERFACES = ApiOperation.of(
                    "listTargetInterfaces",
                    ApiOperation.Kind.SNAPSHOT,
                    join(List.of(InterfaceFilter.PARAMETERS, FORM, SORT, Paging.PARAMETERS)),
                    EnumSet.of(INVALID_PARAMETER, UNKNOWN_TARGET, SERVICE_BUSY))
            .withStream();

    /** The interfaces of all targets, as a list or as a stream. */
    public static final ApiOperation LIST_INTERFACES = ApiOperation.of(
                    "listInterfaces",
                    ApiOperation.Kind.SNAPSHOTS,
                    join(List.of(TargetFilter.PARAMETERS, InterfaceFilter.PARAMETERS, FORM, SORT, Paging.PARAMETERS)),
                    EnumSet.of(INVALID_PARAMETER, SERVICE_BUSY))
            .withStream();

    static final ApiOperation GET_INTERFACE = ofOne("getInterface", FORM);

    static final ApiOperation GET_INTERFACE_STATISTICS = ofOne("getInterfaceStatistics", COUNTERS);

    /** All of them. */
    public static final List<ApiOperation> ALL =
            List.of(LIST_TARGET_INTERFACES, LIST_INTERFACES, GET_INTERFACE, GET_INTERFACE_STATISTICS);

    private InterfaceOperations() {}

    private static ApiOperation ofOne(String id, List<String> parameters) {
        return ApiOperation.of(
                id,
                ApiOperation.Kind.SNAPSHOT,
                parameters,
                EnumSet.of(INVALID_PARAMETER, UNKNOWN_TARGET, UNKNOWN_INTERFACE));
    }

    private static List<String> join(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
