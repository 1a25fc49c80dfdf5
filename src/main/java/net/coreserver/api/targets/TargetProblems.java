package net.coreserver.api.targets;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.problem.Problems;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.TargetDisabledException;
import net.coreserver.monitor.TargetRemovedException;
import net.coreserver.monitor.TargetState;
import net.coreserver.monitor.TargetStatus;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.HostKeyException;
import net.coreserver.netconf.MissingCapabilityException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.ParseException;
import net.coreserver.netconf.ProtocolException;
import net.coreserver.netconf.RpcError;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.netconf.TransportException;
import org.jspecify.annotations.Nullable;

/** The problems that a target gives rise to. */
@Singleton
public final class TargetProblems {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final InstantSource clock;

    TargetProblems(InstantSource clock) {
        this.clock = clock;
    }

    /** Nothing is known of the target yet, so that even a plain read has nothing to answer with. */
    ProblemException noSnapshot(MonitoredTarget target) {
        String name = target.target().name();
        TargetStatus status = target.latest().status();
        Failure failure = status.failure();
        if (status.state() == TargetState.DISABLED) {
            return unavailable(disabled(name), waitUntil(status.nextAttempt(), target));
        }
        Problem problem = Problem.of(
                        ProblemType.NO_SNAPSHOT,
                        failure == null
                                ? "The target %s has not been polled yet.".formatted(name)
                                : "The target %s has not been polled yet: %s".formatted(name, failure.message()))
                .about(name, null);
        return unavailable(
                failure == null ? problem : problem.because(failure.kind(), failure.rpcErrors()),
                waitUntil(status.nextAttempt(), target));
    }

    /** A poll that a request asked for has failed. */
    RuntimeException pollFailed(MonitoredTarget target, Throwable cause) {
        String name = target.target().name();
        return switch (cause) {
            case NetconfException failure -> pollFailed(target, failure);
            case TargetDisabledException disabled -> new ProblemException(disabled(name));
            case TargetRemovedException removed -> Problems.unknownTarget(removed.target());
            case CompletionException wrapped when wrapped.getCause() != null -> pollFailed(target, wrapped.getCause());
            case RuntimeException ours -> ours;
            default -> new IllegalStateException("polling " + name + " failed", cause);
        };
    }

    private ProblemException pollFailed(MonitoredTarget target, NetconfException failure) {
        ProblemType type = switch (failure) {
            case RpcErrorException refused -> ProblemType.TARGET_RPC_ERROR;
            case ProtocolException broken -> ProblemType.TARGET_PROTOCOL_ERROR;
            case MissingCapabilityException unable -> ProblemType.TARGET_PROTOCOL_ERROR;
            case ParseException unreadable -> ProblemType.TARGET_PARSE_ERROR;
            case DeadlineException silent -> ProblemType.TARGET_TIMEOUT;
            case TransportException lost -> ProblemType.TARGET_UNAVAILABLE;
            case AuthenticationException refused -> ProblemType.TARGET_UNAVAILABLE;
            case HostKeyException unknown -> ProblemType.TARGET_UNAVAILABLE;
        };
        List<RpcError> errors = failure instanceof RpcErrorException refused ? refused.errors() : List.of();
        String name = target.target().name();
        Problem problem = Problem.of(
                        type, "The target %s, %s: %s".formatted(name, failure.operation(), failure.getMessage()))
                .about(name, null)
                .because(failure.kind(), errors);
        Instant nextAttempt = target.latest().status().nextAttempt();
        return type == ProblemType.TARGET_UNAVAILABLE && nextAttempt != null
                ? unavailable(problem, waitUntil(nextAttempt, target))
                : new ProblemException(problem);
    }

    /**
     * The configuration says that the target is not polled.
     *
     * @param name of the target
     * @return the problem
     */
    public static Problem disabled(String name) {
        return Problem.of(
                        ProblemType.TARGET_DISABLED, "The target %s is disabled in the configuration.".formatted(name))
                .about(name, null);
    }

    /** Until the target is tried again; where nobody knows, about one poll. */
    private Duration waitUntil(@Nullable Instant nextAttempt, MonitoredTarget target) {
        Duration wait = nextAttempt != null
                ? Duration.between(clock.instant(), nextAttempt)
                : min(target.target().pollInterval(), LONGEST_WAIT);
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static ProblemException unavailable(Problem problem, Duration wait) {
        // The field counts whole seconds; rounded down, the client would come too early.
        String seconds = Long.toString(wait.plusMillis(999).toSeconds());
        return new ProblemException(problem, Map.of("Retry-After", seconds));
    }
}
