package net.coreserver.netconf;

import org.jspecify.annotations.Nullable;

/** The server broke the rules of RFC 6241 or RFC 6242. */
public final class ProtocolException extends NetconfException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param target the name of the target
     * @param operation what was being done
     * @param message one sentence for a person
     * @param cause what lies beneath, or null
     */
    public ProtocolException(String target, String operation, String message, @Nullable Throwable cause) {
        super(target, operation, message, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.PROTOCOL;
    }
}
