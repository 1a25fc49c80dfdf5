package net.coreserver.event.sink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to deliver events. */
sealed interface Outcome {

    /** All of them are where they should be. */
    enum Taken implements Outcome {
        /** The only one. */
        TAKEN
    }

    /**
     * The sink works, and does not want these, now or later; of several, one may be the reason.
     *
     * @param reason a sentence for a person
     */
    record Refused(String reason) implements Outcome {}

    /**
     * None of them may have arrived, and it is to be tried again.
     *
     * @param reason a sentence for a person
     * @param needsPerson whether it will go on until somebody changes something
     * @param retryAfter how long the sink wants to be left alone; null when it has not said
     */
    record Failed(
            String reason, boolean needsPerson, @Nullable Duration retryAfter) implements Outcome {

        static Failed passing(String reason) {
            return new Failed(reason, false, null);
        }

        static Failed lasting(String reason) {
            return new Failed(reason, true, null);
        }
    }
}
