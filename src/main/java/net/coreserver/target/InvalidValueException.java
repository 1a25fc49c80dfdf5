package net.coreserver.target;

/** A text is not a value of its kind. The message says what would be one, as the second half of a sentence. */
public final class InvalidValueException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param rule what would be a value, as the second half of a sentence
     */
    public InvalidValueException(String rule) {
        super(rule);
    }

    /** {@return what would be a value, as the second half of a sentence} */
    public String rule() {
        return String.valueOf(getMessage());
    }
}
