package net.coreserver.it;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Skips, where no {@link Prometheus} can be started, what needs one, and says so loudly; with {@code -Dprometheus=required} it fails.
 */
final class PrometheusCondition implements ExecutionCondition {

    /** What this machine lacks: found out once in a run, and told once. */
    private record Machine(Optional<String> lacks) {

        static Machine explore() {
            Optional<String> lacks = Prometheus.unavailableBecause();
            lacks.ifPresent(PrometheusCondition::announce);
            return new Machine(lacks);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> lacks = context.getRoot()
                .getStore(Namespace.create(PrometheusCondition.class))
                .computeIfAbsent(Machine.class, ignored -> Machine.explore(), Machine.class)
                .lacks();
        if (lacks.isEmpty()) {
            return ConditionEvaluationResult.enabled("Prometheus can be run");
        }
        if (isRequired()) {
            throw new IllegalStateException("Prometheus is required, but " + lacks.get());
        }
        return ConditionEvaluationResult.disabled(lacks.get());
    }

    private static boolean isRequired() {
        String wish = System.getProperty("prometheus", "auto");
        return switch (wish) {
            case "required" -> true;
            case "auto" -> false;
            default -> throw new IllegalStateException("-Dprometheus is auto or required, not " + wish);
        };
    }

    private static void announce(String reason) {
        System.err.println("""

            ************************************************************************
            * The integration tests with Prometheus %s on this machine:
            *
            *   %s
            *
            * To run them, on Debian or Ubuntu:
            *
            *   apt-get install prometheus
            *   ./mvnw verify -Dprometheus=required
            ************************************************************************
            """.formatted(isRequired() ? "FAIL" : "are SKIPPED", reason));
    }
}
