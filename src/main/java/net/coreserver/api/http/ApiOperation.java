package net.coreserver.api.http;

import static net.coreserver.api.problem.ProblemType.CONTENT_TOO_LARGE;
import static net.coreserver.api.problem.ProblemType.HEADER_FIELDS_TOO_LARGE;
import static net.coreserver.api.problem.ProblemType.INTERNAL_ERROR;
import static net.coreserver.api.problem.ProblemType.MALFORMED_REQUEST;
import static net.coreserver.api.problem.ProblemType.MISDIRECTED_REQUEST;
import static net.coreserver.api.problem.ProblemType.NOT_ACCEPTABLE;
import static net.coreserver.api.problem.ProblemType.NO_SNAPSHOT;
import static net.coreserver.api.problem.ProblemType.STORE_UNAVAILABLE;
import static net.coreserver.api.problem.ProblemType.TARGET_DISABLED;
import static net.coreserver.api.problem.ProblemType.TARGET_PARSE_ERROR;
import static net.coreserver.api.problem.ProblemType.TARGET_PROTOCOL_ERROR;
import static net.coreserver.api.problem.ProblemType.TARGET_RPC_ERROR;
import static net.coreserver.api.problem.ProblemType.TARGET_TIMEOUT;
import static net.coreserver.api.problem.ProblemType.TARGET_UNAVAILABLE;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_PARAMETER;
import static net.coreserver.api.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static net.coreserver.api.problem.ProblemType.URI_TOO_LONG;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.coreserver.api.problem.ProblemType;

/**
 * What an operation takes, and how it can end. Its resource lets through the parameters that stand here and no others,
 * and the API's document lists the same.
 *
 * @param id its name in the document
 * @param kind what it answers from
 * @param parameters the parameters of its query
 * @param problems the types of problems of its own; {@link #allProblems} has the others
 * @param hasStream whether it can be listened to as well, as a stream of events
 */
public record ApiOperation(
        String id, Kind kind, List<String> parameters, Set<ProblemType> problems, boolean hasStream) {

    /** Keeps copies of its lists. */
    public ApiOperation {
        parameters = List.copyOf(parameters);
        problems = Set.copyOf(problems);
    }

    /** What an operation answers from. */
    public enum Kind {
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

        /**
         * Whether it answers with what polls saw.
         *
         * @return whether {@code Last-Modified} and {@code Age} say how old that is
         */
        public boolean isOfSnapshots() {
            return this == SNAPSHOT || this == SNAPSHOTS;
        }

        /**
         * Whether it changes what is stored.
         *
         * @return whether the store has to be there for it
         */
        public boolean isOfChange() {
            return this == CHANGE || this == CONDITIONAL_CHANGE;
        }

        /**
         * Whether a client that has the answer already need not get it again.
         *
         * @return whether its answers have an entity tag
         */
        public boolean isConditional() {
            return isOfSnapshots() || this == STATE;
        }
    }

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

    /**
     * An operation that cannot be listened to.
     *
     * @param id its name in the document
     * @param kind what it answers from
     * @param parameters the parameters of its query
     * @param problems the types of problems of its own
     * @return the operation
     */
    public static ApiOperation of(String id, Kind kind, List<String> parameters, Set<ProblemType> problems) {
        return new ApiOperation(id, kind, parameters, problems, false);
    }

    /**
     * The same operation, which can be listened to as well.
     *
     * @return the operation with a stream of events
     */
    public ApiOperation withStream() {
        return new ApiOperation(id, kind, parameters, problems, true);
    }

    /**
     * The types of all problems that it can end with.
     *
     * @return them, in the order of their declaration
     */
    public Set<ProblemType> allProblems() {
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
}
