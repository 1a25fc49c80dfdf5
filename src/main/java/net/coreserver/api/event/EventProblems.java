package net.coreserver.api.event;

import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;

/** The problems that the log gives rise to. */
public final class EventProblems {

    private EventProblems() {}

    /**
     * An event that the log does not have.
     *
     * @param id its number
     * @param oldest that of the oldest event that there still is
     * @param newest that of the newest
     */
    static ProblemException unknownEvent(long id, long oldest, long newest) {
        String why;
        if (id > newest) {
            why = newest == 0
                    ? "The log has no event %d: nothing has happened yet.".formatted(id)
                    : "The log has no event %d yet: the newest is %d.".formatted(id, newest);
        } else if (id > 0 && id < oldest) {
            why = oldest > newest
                    ? "The log has no event %d any more: it has none at all now.".formatted(id)
                    : "The log has no event %d any more: the oldest is %d.".formatted(id, oldest);
        } else {
            why = "The log has no event %d.".formatted(id);
        }
        return unknownEvent(why);
    }

    /**
     * What is no number of an event at all.
     *
     * @param text in its place
     */
    static ProblemException noEvent(String text) {
        return unknownEvent("The log has no event \"%s\": events have whole numbers from 1.".formatted(text));
    }

    /**
     * An event that nobody keeps for a sink.
     *
     * @param text its number, or what stands in its place
     * @param sink the name of the sink
     * @return the problem
     */
    public static ProblemException noDeadLetter(String text, String sink) {
        return unknownEvent(
                "The sink %s has no dead letter \"%s\", or the log has that event no longer.".formatted(sink, text));
    }

    private static ProblemException unknownEvent(String detail) {
        return new ProblemException(Problem.of(ProblemType.UNKNOWN_EVENT, detail));
    }
}
