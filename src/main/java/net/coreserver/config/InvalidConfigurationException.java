package net.coreserver.config;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration has problems, and the service does not start. The message has one line for each of them.
 *
 * <p>The cause is what makes Quarkus print that message alone, without a stack trace, and exit with status 1. It has to
 * be a cause: thrown by itself, Quarkus takes it for the wish to stay as it is, neither started nor stopped.
 */
final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int EXIT_STATUS = 1;

    /**
     * Makes the exception.
     *
     * @param problems at least one, each a sentence
     */
    InvalidConfigurationException(List<String> problems) {
        this(message(problems));
    }

    private InvalidConfigurationException(String message) {
        super(message, new PreventFurtherStepsException(message, EXIT_STATUS));
    }

    private static String message(List<String> problems) {
        return problems.stream()
                .collect(Collectors.joining(
                        "\n  - ",
                        problems.size() == 1
                                ? "CoreServer does not start, its configuration has a problem:\n  - "
                                : "CoreServer does not start, its configuration has " + problems.size()
                                        + " problems:\n  - ",
                        ""));
    }
}
