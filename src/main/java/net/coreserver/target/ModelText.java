package net.coreserver.target;

import java.util.List;
import java.util.stream.Stream;
import net.coreserver.interfaces.yang.InterfaceModels;
import org.jspecify.annotations.Nullable;

/** Reads what is said of the data model by which a target is asked for its interfaces. */
final class ModelText {

    /** The best one that answers. */
    static final String AUTO = "auto";

    private ModelText() {}

    /** The word of a model of which there is a reader, or {@code auto}. */
    static String parse(String text) throws InvalidValueException {
        List<String> words =
                Stream.concat(Stream.of(AUTO), InterfaceModels.names().stream()).toList();
        if (words.contains(text)) {
            return text;
        }
        throw new InvalidValueException(
                "a model is " + quoted(words) + "; the nearest one is `" + NearestWord.among(text, words) + '`');
    }

    /** As a target has it. */
    static @Nullable String target(String word) {
        return word.equals(AUTO) ? null : word;
    }

    private static String quoted(List<String> words) {
        List<String> quoted = words.stream().map(word -> '`' + word + '`').toList();
        return quoted.size() == 1
                ? quoted.getFirst()
                : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
    }
}
