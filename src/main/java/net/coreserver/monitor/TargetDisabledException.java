package net.coreserver.monitor;

/** A poll was asked of a target that is disabled. */
public final class TargetDisabledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param target the name of the target
     */
    public TargetDisabledException(String target) {
        super("The target " + target + " is disabled in the configuration");
    }
}
