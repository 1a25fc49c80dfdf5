package net.coreserver.netconf;

import org.jspecify.annotations.Nullable;

/** The server's host key is unknown, or not the one that was expected; nothing was sent to it. */
public final class HostKeyException extends NetconfException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param target the name of the target
     * @param operation what was being done
     * @param message one sentence for a person
     * @param cause what lies beneath, or null
     */
    public HostKeyException(String target, String operation, String message, @Nullable Throwable cause) {
        super(target, operation, message, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.HOST_KEY;
    }
}
