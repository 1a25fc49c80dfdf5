package net.coreserver.api.event;

import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of events, as texts. */
public final class EventNumber {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

    private EventNumber() {}

    /**
     * Reads a number.
     *
     * @param text any text
     * @return the number in it; empty when there is none, or a greater one than any event is ever going to have
     */
    public static Optional<Long> parse(String text) {
        try {
            return DIGITS.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
