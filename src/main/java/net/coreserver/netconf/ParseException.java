package net.coreserver.netconf;

import org.jspecify.annotations.Nullable;

/** What the server sent is not well-formed XML, or does not fit its model. */
public final class ParseException extends NetconfException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param target the name of the target
     * @param operation what was being done
     * @param message one sentence for a person
     * @param cause what lies beneath, or null
     */
    public ParseException(String target, String operation, String message, @Nullable Throwable cause) {
        super(target, operation, message, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.PARSE;
    }
}
