package net.coreserver.netconf;

/** The server announces that it cannot do what it would be asked; nothing was sent. */
public final class MissingCapabilityException extends NetconfException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param target the name of the target
     * @param operation the name of the operation
     * @param message what is missing, in one sentence for a person
     */
    public MissingCapabilityException(String target, String operation, String message) {
        super(target, operation, message, null);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.PROTOCOL;
    }
}
