package net.coreserver.api.http;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Errors of our own: the log gets all of it, the client a name under which the log has it. */
@Singleton
final class InternalErrors {

    private static final Logger LOG = Logger.getLogger(InternalErrors.class);

    Problem problem(@Nullable Throwable failure) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.errorf(failure, "Internal error %s", id);
        return Problem.of(ProblemType.INTERNAL_ERROR, "The service made a mistake; its log has it as " + id + '.')
                .loggedAs(id);
    }
}
