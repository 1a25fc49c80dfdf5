package net.coreserver.netconf;

import org.jspecify.annotations.Nullable;

/** The server did not answer within the deadline. */
public final class DeadlineException extends NetconfException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param target the name of the target
     * @param operation what was being done
     * @param message one sentence for a person
     * @param cause what lies beneath, or null
     */
    public DeadlineException(String target, String operation, String message, @Nullable Throwable cause) {
        super(target, operation, message, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.TIMEOUT;
    }
}
