package net.coreserver.api.event;

import static net.coreserver.api.problem.ProblemType.INVALID_PARAMETER;
import static net.coreserver.api.problem.ProblemType.SERVICE_BUSY;
import static net.coreserver.api.problem.ProblemType.STORE_UNAVAILABLE;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_EVENT;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import net.coreserver.api.http.ApiOperation;

/** What can be asked of the log. */
public final class EventOperations {

    /** How many events a page has when nothing is said. */
    public static final int DEFAULT_LIMIT = 100;

    /** How many events a page has at most. */
    public static final int MAX_LIMIT = 1_000;

    /** The kinds that a log can hold, in the spelling of the API. */
    public static final List<String> KINDS = Filtering.KINDS;

    /** The severities, in the spelling of the API. */
    public static final List<String> SEVERITIES = Filtering.SEVERITIES;

    /** The events, as pages, as a stream, or as lines. */
    public static final ApiOperation LIST_EVENTS = ApiOperation.of(
                    "listEvents",
                    ApiOperation.Kind.STATE,
                    Stream.of(Filtering.PARAMETERS, List.of("limit"), StreamWish.PARAMETERS)
                            .flatMap(List::stream)
                            .toList(),
                    EnumSet.of(INVALID_PARAMETER, STORE_UNAVAILABLE, SERVICE_BUSY))
            .withStream();

    static final ApiOperation GET_EVENT = ApiOperation.of(
            "getEvent", ApiOperation.Kind.STATE, List.of(), EnumSet.of(UNKNOWN_EVENT, STORE_UNAVAILABLE));

    /** All of them. */
    public static final List<ApiOperation> ALL = List.of(LIST_EVENTS, GET_EVENT);

    private EventOperations() {}
}
