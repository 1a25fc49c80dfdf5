package net.coreserver.api.targets;

import static net.coreserver.api.problem.ProblemType.INVALID_PARAMETER;
import static net.coreserver.api.problem.ProblemType.SERVICE_BUSY;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_TARGET;

import java.util.EnumSet;
import java.util.List;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.http.Paging;

/** What can be asked of the monitored targets. */
public final class TargetOperations {

    static final ApiOperation LIST_TARGETS = ApiOperation.of(
            "listTargets", ApiOperation.Kind.STATE, Paging.PARAMETERS, EnumSet.of(INVALID_PARAMETER, SERVICE_BUSY));

    static final ApiOperation GET_TARGET =
            ApiOperation.of("getTarget", ApiOperation.Kind.STATE, List.of(), EnumSet.of(UNKNOWN_TARGET));

    static final ApiOperation EXPLAIN_TARGET =
            ApiOperation.of("explainTarget", ApiOperation.Kind.STATE, List.of(), EnumSet.of(UNKNOWN_TARGET));

    static final ApiOperation POLL_TARGET =
            ApiOperation.of("pollTarget", ApiOperation.Kind.POLL, List.of(), EnumSet.of(UNKNOWN_TARGET));

    /** All of them. */
    public static final List<ApiOperation> ALL = List.of(LIST_TARGETS, GET_TARGET, EXPLAIN_TARGET, POLL_TARGET);

    private TargetOperations() {}
}
