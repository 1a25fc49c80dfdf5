package net.coreserver.config;

/** A text is not a value of its kind. The message says what would be one, as the second half of a sentence. */
final class InvalidValueException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidValueException(String message) {
        super(message);
    }
}
