package net.coreserver.monitor;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import net.coreserver.netconf.FailureKind;

/**
 * How long to wait before a target is tried again: longer after each failure in a row, up to a bound, and never quite the
 * same for two targets, so that those that were lost together do not come back together.
 *
 * <p>A refused login is repeated far more seldom than a lost connection, so that no account is locked; an unwanted host
 * key lies in between, since it waits for a person.
 */
final class Backoff {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration SHORT_MAXIMUM = Duration.ofMinutes(1);
    private static final Duration HOST_KEY = Duration.ofSeconds(30);
    private static final Duration HOST_KEY_MAXIMUM = Duration.ofMinutes(5);
    private static final Duration LOGIN = Duration.ofMinutes(5);
    private static final Duration LOGIN_MAXIMUM = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 16;

    private final DoubleSupplier random;
    private int failures;

    /**
     * Makes one that has seen no failure.
     *
     * @param random gives numbers from 0 to 1
     */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** The wait after one more failure: between half and all of what the row of failures comes to. */
    Duration afterFailure(FailureKind kind) {
        Duration full = switch (kind) {
            case AUTHENTICATION -> grown(LOGIN, LOGIN_MAXIMUM);
            case HOST_KEY -> grown(HOST_KEY, HOST_KEY_MAXIMUM);
            case TRANSPORT, TIMEOUT, PROTOCOL, RPC_ERROR, PARSE -> grown(SHORT, SHORT_MAXIMUM);
        };
        failures++;
        return Duration.ofNanos((long) (full.toNanos() * (1 + random.getAsDouble()) / 2));
    }

    private Duration grown(Duration first, Duration maximum) {
        Duration grown = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        return grown.compareTo(maximum) > 0 ? maximum : grown;
    }

    /** All is well again: the next failure is the first. */
    void reset() {
        failures = 0;
    }
}
