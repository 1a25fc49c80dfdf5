package net.coreserver.store;

import java.time.Instant;

/** There is no store to write to now; nothing has been written. The message says why, for a person. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant nextAttempt;

    /**
     * Makes the exception.
     *
     * @param reason why, in a sentence
     * @param nextAttempt when it can be tried again
     */
    public StoreUnavailableException(String reason, Instant nextAttempt) {
        super(reason);
        this.nextAttempt = nextAttempt;
    }

    /** {@return why, in a sentence} */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** {@return when it can be tried again} */
    public Instant nextAttempt() {
        return nextAttempt;
    }
}
