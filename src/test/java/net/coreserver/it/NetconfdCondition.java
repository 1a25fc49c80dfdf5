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

    /** What was found out about this machine: once in a run, and told once. */
    private record Machine(Optional<String> lacks) {

        static Machine explore() {
            Optional<String> lacks = NetconfdRig.unavailableBecause();
            lacks.ifPresent(NetconfdCondition::announce);
            return new Machine(lacks);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String wish = System.getProperty("netconfd", "auto");
        if (!wish.equals("auto") && !wish.equals("required")) {
            throw new IllegalStateException("-Dnetconfd is auto or required, not " + wish);
        }
        Optional<String> lacks = context.getRoot()
                .getStore(Namespace.create(NetconfdCondition.class))
                .computeIfAbsent(Machine.class, ignored -> Machine.explore(), Machine.class)
                .lacks();
        if (lacks.isEmpty()) {
            return ConditionEvaluationResult.enabled("netconfd can be run");
        }
        if (wish.equals("required")) {
            throw new IllegalStateException("netconfd is required, but " + lacks.get());
        }
        return ConditionEvaluationResult.disabled(lacks.get());
    }

    private static void announce(String reason) {
        System.err.println("""

            ************************************************************************
            * The integration tests against netconfd cannot run on this machine:
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
            """.formatted(reason));
    }
}
