package net.coreserver.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a {@link ConnectionTest}.
 *
 * @param steps those that were passed, in their order
 * @param failed the step that failed; null when all were passed
 */
public record ConnectionReport(List<Passed> steps, @Nullable Failed failed) {

    /** What is tried, in this order. */
    public enum Step {
        /** The host name is looked up. */
        RESOLVE("resolve"),
        /** A TCP connection is made. */
        CONNECT("connect"),
        /** Algorithms are agreed on, and the server's host key is checked. */
        HOST_KEY("host-key"),
        /** We log in. */
        AUTHENTICATE("authenticate"),
        /** The subsystem is opened and hellos are exchanged. */
        HELLO("hello"),
        /** A model of the server's is chosen. */
        MODEL("model"),
        /** The interfaces are asked for once. */
        POLL("poll");

        private final String word;

        Step(String word) {
            this.word = word;
        }

        /** {@return the step in the spelling of the API} */
        public String word() {
            return word;
        }
    }

    /**
     * A step that was passed.
     *
     * @param step which one
     * @param outcome what came of it, in a few words for a person
     * @param duration how long it took; of the first one, with the wait for a turn to connect
     */
    public record Passed(Step step, String outcome, Duration duration) {}

    /**
     * The step that failed.
     *
     * @param step which one
     * @param failure why
     * @param duration how long it took to fail
     */
    public record Failed(Step step, Failure failure, Duration duration) {}

    /** Copies the steps. */
    public ConnectionReport {
        steps = List.copyOf(steps);
    }

    /** Puts a report together. For one thread. */
    static final class Builder {

        private final Deque<Step> left = new ArrayDeque<>(List.of(Step.values()));
        private final List<Passed> steps = new ArrayList<>();
        private @Nullable Failed failed;

        /** A step that is told again counts once: a host key is checked anew with every exchange of keys. */
        void passed(Step step, String outcome, Duration duration) {
            if (step == left.peek()) {
                left.remove();
                steps.add(new Passed(step, outcome, duration));
            }
        }

        void failed(Failure failure, Duration duration) {
            Step step = switch (failure.kind()) {
                // Keys and credentials are read before anything is connected.
                case HOST_KEY -> Step.HOST_KEY;
                case AUTHENTICATION -> Step.AUTHENTICATE;
                case TRANSPORT, TIMEOUT, PROTOCOL, RPC_ERROR, PARSE -> left.peek();
            };
            failed = new Failed(step == null ? Step.POLL : step, failure, duration);
        }

        ConnectionReport build() {
            return new ConnectionReport(steps, failed);
        }
    }
}
