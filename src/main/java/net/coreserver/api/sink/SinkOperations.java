package net.coreserver.api.sink;

import static net.coreserver.api.problem.ProblemType.INVALID_PARAMETER;
import static net.coreserver.api.problem.ProblemType.STORE_UNAVAILABLE;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_EVENT;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_SINK;
import static net.coreserver.api.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.http.Paging;

/** What can be asked of the sinks. */
public final class SinkOperations {

    /** How many dead letters a page has when nothing is said. */
    public static final int DEFAULT_LIMIT = 50;

    /** How many dead letters a page has at most; each may hold a large event. */
    public static final int MAX_LIMIT = 100;

    static final ApiOperation LIST_SINKS = ApiOperation.of("listSinks", ApiOperation.Kind.STATE, List.of(), Set.of());

    static final ApiOperation GET_SINK =
            ApiOperation.of("getSink", ApiOperation.Kind.STATE, List.of(), EnumSet.of(UNKNOWN_SINK));

    static final ApiOperation TEST_SINK = ApiOperation.of(
            "testSink", ApiOperation.Kind.MOMENT, List.of(), EnumSet.of(UNKNOWN_SINK, UNSUPPORTED_MEDIA_TYPE));

    /** The events that a sink did not take. */
    public static final ApiOperation LIST_DEAD_LETTERS = ApiOperation.of(
            "listDeadLetters",
            ApiOperation.Kind.STATE,
            Paging.PARAMETERS,
            EnumSet.of(INVALID_PARAMETER, UNKNOWN_SINK, STORE_UNAVAILABLE));

    static final ApiOperation REDELIVER_DEAD_LETTER = ApiOperation.of(
            "redeliverDeadLetter",
            ApiOperation.Kind.MOMENT,
            List.of(),
            EnumSet.of(UNKNOWN_SINK, UNKNOWN_EVENT, UNSUPPORTED_MEDIA_TYPE, STORE_UNAVAILABLE));

    /** All of them. */
    public static final List<ApiOperation> ALL =
            List.of(LIST_SINKS, GET_SINK, TEST_SINK, LIST_DEAD_LETTERS, REDELIVER_DEAD_LETTER);

    private SinkOperations() {}
}
