package net.coreserver.event.sink;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what a failed connection means, in words that a person can act on. */
final class Failures {

    private static final int DEEPEST = 10;

    private Failures() {}

    static Outcome.Failed of(IOException failure) {
        if (has(failure, UnknownHostException.class) || has(failure, UnresolvedAddressException.class)) {
            return Outcome.Failed.passing("The name of the host cannot be looked up");
        }
        if (has(failure, NoRouteToHostException.class)) {
            return Outcome.Failed.passing("There is no route to the host");
        }
        if (has(failure, SSLException.class)) {
            String reason = "TLS failed: " + message(failure);
            // Who hangs up in the middle of it has said nothing against us.
            return has(failure, EOFException.class) || has(failure, SocketException.class)
                    ? Outcome.Failed.passing(reason)
                    : Outcome.Failed.lasting(reason);
        }
        if (has(failure, ConnectException.class)) {
            return Outcome.Failed.passing("The connection was refused");
        }
        return Outcome.Failed.passing("The connection was lost: " + message(failure));
    }

    static <T extends Throwable> boolean has(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static String message(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
