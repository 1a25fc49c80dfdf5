package net.coreserver.it;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Skips, where no {@link NetconfdRig} can be started, what needs one, and says so loudly; with {@code
 * -Dnetconfd=required} it fails.
 */
final class NetconfdCondition implements ExecutionCondition {

    /** What this machine lacks: found out once in a run, and told once. */
    private record Machine(Optional<String> lacks) {

        static Machine explore() {
            Optional<String> lacks = NetconfdRig.unavailableBecause();
            lacks.ifPresent(NetconfdCondition::announce);
            return new Machine(lacks);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> lacks = context.getRoot()
                .getStore(Namespace.create(NetconfdCondition.class))
                .computeIfAbsent(Machine.class, ignored -> Machine.explore(), Machine.class)
                .lacks();
        if (lacks.isEmpty()) {
            return ConditionEvaluationResult.enabled("netconfd can be run");
        }
        if (isRequired()) {
            throw new IllegalStateException("netconfd is required, but " + lacks.get());
        }
        return ConditionEvaluationResult.disabled(lacks.get());
    }

    private static boolean isRequired() {
        String wish = System.getProperty("netconfd", "auto");
        return switch (wish) {
            case "required" -> true;
            case "auto" -> false;
            default -> throw new IllegalStateException("-Dnetconfd is auto or required, not " + wish);
        };
    }

    private static void announce(String reason) {
        System.err.println("""

            ************************************************************************
            * The integration tests against netconfd %s on this machine:
            *
            *   %s
            *
            * To run them, on Debian or Ubuntu, as root:
            *
            *   apt-get install netconfd netconfd-module-ietf-interfaces \\
            *     netconfd-module-ietf-system openssh-server openssh-client \\
            *     iproute2 util-linux
            *   ./mvnw verify -Dnetconfd=required
            ************************************************************************
            """.formatted(isRequired() ? "FAIL" : "are SKIPPED", reason));
    }
}
