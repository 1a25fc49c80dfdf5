package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.TransportException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** Tells from what MINA throws, and from what was noted meanwhile, which kind of failure it is. */
final class Failures {

    private Failures() {}

    /** What it means when the connection is there, and the login has failed. */
    static NetconfException ofLogin(Connection connection, Deadline deadline, IOException cause) {
        Endpoint endpoint = connection.endpoint();
        String target = endpoint.target();
        String refusal = connection.hostKey().refusal();
        if (refusal != null) {
            return new HostKeyException(target, "connect", refusal, cause);
        }
        String mismatch = connection.mismatch();
        if (mismatch != null) {
            return new TransportException(target, "connect", mismatch, cause);
        }
        if (isTimeout(cause) || deadline.hasPassed()) {
            return new DeadlineException(target, "connect", "The SSH server did not finish the login in time", cause);
        }
        if (isRefusedLogin(cause)) {
            String username = endpoint.credentials().username();
            return new AuthenticationException(
                    target, "connect", "The server refused the login of " + username + connection.refusal(), cause);
        }
        IOException lost = connection.lost();
        return new TransportException(
                target,
                "connect",
                "The connection was lost before the login was done: "
                        + (lost == null ? rootMessage(cause) : lost.getMessage()),
                cause);
    }

    /** Whether the server said no, as opposed to vanishing: it takes no method any more, or has had enough of us. */
    private static boolean isRefusedLogin(IOException cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SshException ssh
                    && (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                            || ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_AUTH_CANCELLED_BY_USER
                            || String.valueOf(ssh.getMessage()).contains("authentication failures"))) {
                return true;
            }
        }
        return false;
    }

    static void throwIfInterrupted(IOException cause) throws InterruptedException {
        if (cause instanceof InterruptedIOException) {
            throw new InterruptedException();
        }
    }

    static boolean isTimeout(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
