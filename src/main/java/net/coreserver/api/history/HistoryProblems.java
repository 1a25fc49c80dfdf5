package net.coreserver.api.history;

import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;

/** The problems that the history gives rise to. */
public final class HistoryProblems {

    private HistoryProblems() {}

    /**
     * No history is wanted.
     *
     * @return the problem
     */
    public static ProblemException off() {
        return new ProblemException(
                Problem.of(ProblemType.HISTORY_OFF, "No history is kept: it is switched off in the configuration."));
    }
}
