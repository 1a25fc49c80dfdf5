package net.coreserver.target;

import java.util.List;
import net.coreserver.netconf.operation.SubtreeFilter;

/** Reads what is said of the notifications that a target is asked for. */
final class EventSelectionText {

    /** Each but the first takes a session of its own. */
    static final int MAX_STREAMS = 8;

    static final int MAX_STREAM_CHARACTERS = 255;
    static final int MAX_FILTER_CHARACTERS = 8 * 1024;

    private EventSelectionText() {}

    /** The names of streams, or {@code none}. */
    static List<String> streams(String text) throws InvalidValueException {
        if (text.equals("none")) {
            return List.of();
        }
        List<String> streams = List.copyOf(TextList.UP_TO_MAX.parse(text));
        if (streams.size() > MAX_STREAMS) {
            throw new InvalidValueException("there are at most " + MAX_STREAMS + " streams, or `none`");
        }
        if (streams.stream().anyMatch(stream -> stream.length() > MAX_STREAM_CHARACTERS)) {
            throw new InvalidValueException(
                    "the name of a stream has at most " + MAX_STREAM_CHARACTERS + " characters");
        }
        return streams;
    }

    /** The elements of a subtree filter as they are, or {@code all}, which is the empty text. */
    static String filter(String text) throws InvalidValueException {
        if (text.equals("all")) {
            return "";
        }
        if (text.length() > MAX_FILTER_CHARACTERS) {
            throw new InvalidValueException("a filter has at most " + MAX_FILTER_CHARACTERS + " characters");
        }
        try {
            var _ = SubtreeFilter.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(
                    "a filter is `all`, or the elements of a subtree filter; " + e.getMessage());
        }
    }
}
