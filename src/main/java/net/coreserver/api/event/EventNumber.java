package net.coreserver.api.event;

import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of events, as texts. */
final class EventNumber {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

    private EventNumber() {}

    /** The number in a text; empty when there is none, or a greater one than any event is ever going to have. */
    static Optional<Long> parse(String text) {
        try {
            return DIGITS.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
