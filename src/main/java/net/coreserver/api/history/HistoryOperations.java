package net.coreserver.api.history;

import static net.coreserver.api.problem.ProblemType.HISTORY_OFF;
import static net.coreserver.api.problem.ProblemType.INVALID_PARAMETER;
import static net.coreserver.api.problem.ProblemType.NO_SNAPSHOT;
import static net.coreserver.api.problem.ProblemType.SERVICE_BUSY;
import static net.coreserver.api.problem.ProblemType.STORE_UNAVAILABLE;
import static net.coreserver.api.problem.ProblemType.TARGET_DISABLED;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_INTERFACE;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_TARGET;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.history.TopRequest;

/** What can be asked of the history. */
public final class HistoryOperations {

    /** How many interfaces a rank has when nothing is said. */
    public static final int DEFAULT_TOP = 10;

    /** How many it has at most. */
    public static final int MAX_TOP = TopRequest.MAX_LIMIT;

    /** The metrics that a graph can have, in the spelling of the API, each alone and with each of its aggregates. */
    public static final List<String> METRICS = NamedLine.ALL_WORDS;

    /** What interfaces can be ranked by, in the spelling of the API. */
    public static final List<String> RATES = NamedLine.RATE_WORDS;

    private static final Set<ProblemType> OF_ONE_INTERFACE = EnumSet.of(
            INVALID_PARAMETER,
            UNKNOWN_TARGET,
            UNKNOWN_INTERFACE,
            HISTORY_OFF,
            TARGET_DISABLED,
            NO_SNAPSHOT,
            SERVICE_BUSY,
            STORE_UNAVAILABLE);

    /** A graph of one interface. */
    public static final ApiOperation GET_HISTORY = ApiOperation.of(
            "getInterfaceHistory",
            ApiOperation.Kind.STATE,
            List.of(TimeRange.FROM, TimeRange.TO, GraphWish.STEP, NamedLine.METRIC, "counters"),
            OF_ONE_INTERFACE);

    /** The samples of one interface. */
    public static final ApiOperation LIST_SAMPLES = ApiOperation.of(
            "listInterfaceSamples",
            ApiOperation.Kind.MOMENT,
            List.of(TimeRange.FROM, TimeRange.TO, "counters"),
            OF_ONE_INTERFACE);

    /** Which interfaces had most. */
    public static final ApiOperation LIST_TOP = ApiOperation.of(
            "listTopInterfaces",
            ApiOperation.Kind.STATE,
            TopWish.PARAMETERS,
            EnumSet.of(INVALID_PARAMETER, HISTORY_OFF, SERVICE_BUSY, STORE_UNAVAILABLE));

    /** All of them. */
    public static final List<ApiOperation> ALL = List.of(GET_HISTORY, LIST_SAMPLES, LIST_TOP);

    private HistoryOperations() {}
}
