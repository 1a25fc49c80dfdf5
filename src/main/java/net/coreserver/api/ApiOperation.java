package net.coreserver.api;

import static net.coreserver.api.ProblemType.CONTENT_TOO_LARGE;
import static net.coreserver.api.ProblemType.HEADER_FIELDS_TOO_LARGE;
import static net.coreserver.api.ProblemType.INTERNAL_ERROR;
import static net.coreserver.api.ProblemType.INVALID_PARAMETER;
import static net.coreserver.api.ProblemType.INVALID_SETTINGS;
import static net.coreserver.api.ProblemType.MALFORMED_CONTENT;
import static net.coreserver.api.ProblemType.MALFORMED_REQUEST;
import static net.coreserver.api.ProblemType.MISDIRECTED_REQUEST;
import static net.coreserver.api.ProblemType.NOT_ACCEPTABLE;
import static net.coreserver.api.ProblemType.NO_SNAPSHOT;
import static net.coreserver.api.ProblemType.PRECONDITION_FAILED;
import static net.coreserver.api.ProblemType.PRECONDITION_REQUIRED;
import static net.coreserver.api.ProblemType.READ_ONLY_TARGET;
import static net.coreserver.api.ProblemType.SERVICE_BUSY;
import static net.coreserver.api.ProblemType.STORE_UNAVAILABLE;
import static net.coreserver.api.ProblemType.TARGET_DISABLED;
import static net.coreserver.api.ProblemType.TARGET_EXISTS;
import static net.coreserver.api.ProblemType.TARGET_PARSE_ERROR;
import static net.coreserver.api.ProblemType.TARGET_PROTOCOL_ERROR;
import static net.coreserver.api.ProblemType.TARGET_RPC_ERROR;
import static net.coreserver.api.ProblemType.TARGET_TIMEOUT;
import static net.coreserver.api.ProblemType.TARGET_UNAVAILABLE;
import static net.coreserver.api.ProblemType.UNKNOWN_INTERFACE;
import static net.coreserver.api.ProblemType.UNKNOWN_PARAMETER;
import static net.coreserver.api.ProblemType.UNKNOWN_TARGET;
import static net.coreserver.api.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static net.coreserver.api.ProblemType.URI_TOO_LONG;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an operation takes, and how it can end. Its resource lets through the parameters that stand here and no others,
 * and the API's document lists the same.
 *
 * @param id its name in the document
 * @param kind what it answers from
 * @param parameters the parameters of its query
 * @param problems the types of problems of its own; {@link #allProblems} has the others
 */
record ApiOperation(String id, Kind kind, List<String> parameters, Set<ProblemType> problems) {

    /** What an operation answers from. */
    enum Kind {
        /** From what is so now; never kept. */
        MOMENT,
        /** From what is so now; asked for again, it may not have changed. */
        STATE,
        /** From the snapshot of one target. */
        SNAPSHOT,
        /** From the snapshots of many targets. */
        SNAPSHOTS,
        /** From a poll. */
        POLL,
        /** From a change that it makes. */
        CHANGE,
        /** From a change of what the request has to know. */
        CONDITIONAL_CHANGE;

        boolean isOfSnapshots() {
            return this == SNAPSHOT || this == SNAPSHOTS;
        }

        boolean isOfChange() {
            return this == CHANGE || this == CONDITIONAL_CHANGE;
        }

        boolean isConditional() {
            return isOfSnapshots() || this == STATE;
        }
    }

    private static final List<String> COUNTERS = List.of("counters");
    private static final List<String> SORT = List.of(Sort.PARAMETER);

    static final ApiOperation LIST_TARGETS =
            of("listTargets", Kind.STATE, Paging.PARAMETERS, EnumSet.of(INVALID_PARAMETER, SERVICE_BUSY));

    static final ApiOperation GET_TARGET = of("getTarget", Kind.STATE, List.of(), EnumSet.of(UNKNOWN_TARGET));

    static final ApiOperation EXPLAIN_TARGET = of("explainTarget", Kind.STATE, List.of(), EnumSet.of(UNKNOWN_TARGET));

    static final ApiOperation POLL_TARGET = of("pollTarget", Kind.POLL, List.of(), EnumSet.of(UNKNOWN_TARGET));

    static final ApiOperation LIST_TARGET_INTERFACES = of(
            "listTargetInterfaces",
            Kind.SNAPSHOT,
            join(List.of(InterfaceFilter.PARAMETERS, COUNTERS, SORT, Paging.PARAMETERS)),
            EnumSet.of(INVALID_PARAMETER, UNKNOWN_TARGET, SERVICE_BUSY));

    static final ApiOperation GET_INTERFACE = of(
            "getInterface", Kind.SNAPSHOT, COUNTERS, EnumSet.of(INVALID_PARAMETER, UNKNOWN_TARGET, UNKNOWN_INTERFACE));

    static final ApiOperation GET_INTERFACE_STATISTICS = of(
            "getInterfaceStatistics",
            Kind.SNAPSHOT,
            COUNTERS,
            EnumSet.of(INVALID_PARAMETER, UNKNOWN_TARGET, UNKNOWN_INTERFACE));

    static final ApiOperation LIST_INTERFACES = of(
            "listInterfaces",
            Kind.SNAPSHOTS,
            join(List.of(TargetFilter.PARAMETERS, InterfaceFilter.PARAMETERS, COUNTERS, SORT, Paging.PARAMETERS)),
            EnumSet.of(INVALID_PARAMETER, SERVICE_BUSY));

    static final ApiOperation GET_ABOUT = of("getAbout", Kind.MOMENT, List.of(), EnumSet.noneOf(ProblemType.class));

    static final ApiOperation CREATE_TARGETS = of(
            "createTargets",
            Kind.CHANGE,
            List.of(),
            EnumSet.of(MALFORMED_CONTENT, INVALID_SETTINGS, TARGET_EXISTS, UNSUPPORTED_MEDIA_TYPE));

    static final ApiOperation TEST_CONNECTION = of(
            "testConnection",
            Kind.MOMENT,
            List.of(),
            EnumSet.of(MALFORMED_CONTENT, INVALID_SETTINGS, UNSUPPORTED_MEDIA_TYPE, SERVICE_BUSY));

    static final ApiOperation DELETE_TARGET = of(
            "deleteTarget", Kind.CHANGE, List.of(), EnumSet.of(UNKNOWN_TARGET, READ_ONLY_TARGET, PRECONDITION_FAILED));

    static final ApiOperation GET_SETTINGS =
            of("getSettings", Kind.STATE, List.of(), EnumSet.of(UNKNOWN_TARGET, STORE_UNAVAILABLE));

    static final ApiOperation REPLACE_SETTINGS = ofSettings("replaceSettings");

    static final ApiOperation PATCH_SETTINGS = ofSettings("patchSettings");

    private static final List<ApiOperation> ALL = List.of(
            LIST_TARGETS,
            GET_TARGET,
            EXPLAIN_TARGET,
            CREATE_TARGETS,
            TEST_CONNECTION,
            DELETE_TARGET,
            GET_SETTINGS,
            REPLACE_SETTINGS,
            PATCH_SETTINGS,
            POLL_TARGET,
            LIST_TARGET_INTERFACES,
            GET_INTERFACE,
            GET_INTERFACE_STATISTICS,
            LIST_INTERFACES,
            GET_ABOUT);

    private static final Set<ProblemType> OF_EVERY_REQUEST = EnumSet.of(
            MALFORMED_REQUEST,
            UNKNOWN_PARAMETER,
            NOT_ACCEPTABLE,
            CONTENT_TOO_LARGE,
            URI_TOO_LONG,
            MISDIRECTED_REQUEST,
            HEADER_FIELDS_TOO_LARGE,
            INTERNAL_ERROR);

    private static final Set<ProblemType> OF_A_POLL = EnumSet.of(
            TARGET_RPC_ERROR,
            TARGET_PROTOCOL_ERROR,
            TARGET_PARSE_ERROR,
            TARGET_UNAVAILABLE,
            TARGET_DISABLED,
            TARGET_TIMEOUT);

    /** The operation of a name. */
    static ApiOperation named(String id) {
        return ALL.stream()
                .filter(operation -> operation.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation is named " + id));
    }

    /** Whether it can be listened to as well, as a stream of events. */
    boolean hasStream() {
        return parameters.contains(Sort.PARAMETER);
    }

    /** The types of all problems that it can end with. */
    Set<ProblemType> allProblems() {
        Set<ProblemType> all = EnumSet.copyOf(OF_EVERY_REQUEST);
        all.addAll(problems);
        switch (kind) {
            case SNAPSHOT -> {
                all.addAll(OF_A_POLL);
                all.add(NO_SNAPSHOT);
            }
            case POLL -> {
                all.addAll(OF_A_POLL);
                all.add(UNSUPPORTED_MEDIA_TYPE);
            }
            case CHANGE, CONDITIONAL_CHANGE -> all.add(STORE_UNAVAILABLE);
            case MOMENT, STATE, SNAPSHOTS -> {}
        }
        return all;
    }

    private static ApiOperation ofSettings(String id) {
        return of(
                id,
                Kind.CONDITIONAL_CHANGE,
                List.of(),
                EnumSet.of(
                        MALFORMED_CONTENT,
                        INVALID_SETTINGS,
                        UNKNOWN_TARGET,
                        READ_ONLY_TARGET,
                        PRECONDITION_FAILED,
                        PRECONDITION_REQUIRED,
                        UNSUPPORTED_MEDIA_TYPE));
    }

    private static ApiOperation of(String id, Kind kind, List<String> parameters, Set<ProblemType> problems) {
        return new ApiOperation(id, kind, parameters, Set.copyOf(problems));
    }

    private static List<String> join(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
