package net.coreserver.api.inventory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.coreserver.api.problem.ContentErrorJson;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.problem.Problems;
import net.coreserver.store.StoreUnavailableException;
import net.coreserver.target.TargetSource;

/** The problems that a change of the inventory gives rise to. */
public final class InventoryProblems {

    private InventoryProblems() {}

    /**
     * A change of a target that is not the API's to change.
     *
     * @param name of the target
     * @param source where it comes from
     * @return the problem
     */
    public static ProblemException readOnly(String name, TargetSource source) {
        String owner = switch (source) {
            case CONFIGURATION -> "stands in the configuration";
            case FILE -> "stands in the targets file";
            case AGENT -> "is the embedded agent";
            case API -> throw new IllegalArgumentException("what the API made, it may change");
        };
        return new ProblemException(Problem.of(
                        ProblemType.READ_ONLY_TARGET,
                        "The target %s %s, and cannot be changed by the API.".formatted(name, owner))
                .about(name, null));
    }

    /**
     * A change that means another version of the settings.
     *
     * @param name of the target
     * @return the problem
     */
    public static ProblemException changedMeanwhile(String name) {
        return new ProblemException(Problem.of(
                        ProblemType.PRECONDITION_FAILED,
                        "The settings of the target %s are not those that If-Match names; read them again."
                                .formatted(name))
                .about(name, null));
    }

    /**
     * A change that does not say which version it means.
     *
     * @param name of the target
     * @return the problem
     */
    public static ProblemException preconditionRequired(String name) {
        return new ProblemException(Problem.of(
                        ProblemType.PRECONDITION_REQUIRED,
                        "A change of the target %s needs If-Match, with the ETag of the settings that it is made of."
                                .formatted(name))
                .about(name, null));
    }

    /**
     * There are targets of names that others were to have.
     *
     * @param sources where they come from, by name
     * @param places where the names stand in the request
     */
    static ProblemException exists(SortedMap<String, TargetSource> sources, Map<String, String> places) {
        List<ContentErrorJson> errors = sources.entrySet().stream()
                .limit(ContentErrors.MOST_LISTED)
                .map(taken -> new ContentErrorJson(
                        places.getOrDefault(taken.getKey(), ""),
                        "there is a target \"%s\" of the source %s"
                                .formatted(taken.getKey(), taken.getValue().word())))
                .toList();
        String detail = sources.size() == 1
                ? "There is a target \"%s\" already, of the source %s."
                        .formatted(
                                sources.firstKey(),
                                sources.sequencedValues().getFirst().word())
                : "There are targets of %d of these names already.".formatted(sources.size());
        return new ProblemException(
                Problem.of(ProblemType.TARGET_EXISTS, detail).listing(errors));
    }

    static ProblemException unavailable(StoreUnavailableException failure, InstantSource clock) {
        return Problems.storeUnavailable(failure.reason(), Duration.between(clock.instant(), failure.nextAttempt()));
    }
}
