package net.coreserver.api.metrics;

import static net.coreserver.api.problem.ProblemType.INVALID_PARAMETER;
import static net.coreserver.api.problem.ProblemType.SERVICE_BUSY;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_TARGET;

import java.util.EnumSet;
import java.util.List;
import net.coreserver.api.http.ApiOperation;

/** What scrapers can ask for. */
public final class MetricsOperations {

    /** The parameter that names the target. */
    public static final String TARGET = "target";

    /** The parameter that says what the metrics are named. */
    public static final String MODULE = "module";

    static final ApiOperation GET_METRICS =
            ApiOperation.of("getMetrics", ApiOperation.Kind.MOMENT, List.of(), EnumSet.of(SERVICE_BUSY));

    /** One target's metrics. */
    public static final ApiOperation PROBE_TARGET = ApiOperation.of(
            "probeTarget",
            ApiOperation.Kind.MOMENT,
            List.of(TARGET, MODULE),
            EnumSet.of(INVALID_PARAMETER, UNKNOWN_TARGET, SERVICE_BUSY));

    /** All of them. */
    public static final List<ApiOperation> ALL = List.of(GET_METRICS, PROBE_TARGET);

    private MetricsOperations() {}
}
