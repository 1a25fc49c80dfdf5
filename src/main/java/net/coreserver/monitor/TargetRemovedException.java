package net.coreserver.monitor;

/** A poll was asked of a target that has been removed meanwhile. */
public final class TargetRemovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String target;

    /**
     * Makes the exception.
     *
     * @param target the name of the target
     */
    public TargetRemovedException(String target) {
        super("The target " + target + " was removed and is no longer polled");
        this.target = target;
    }

    /** {@return the name of the target} */
    public String target() {
        return target;
    }
}
