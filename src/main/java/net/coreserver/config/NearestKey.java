package net.coreserver.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import net.coreserver.target.NearestWord;
import net.coreserver.target.Target;
import net.coreserver.target.TargetKey;

/**
 * Finds the key that an unknown name was most likely meant to be.
 */
final class NearestKey {

    /** Stands where nothing in the unknown name could be the name of a target or a label. */
    private static final String PLACEHOLDER = "<name>";

    /** How far a word may be from another one for which it was meant. */
    private static final int STILL_ALIKE = 5;

    /** The same for a short word. */
    private static final int ALIKE = 2;

    private static final String SINKS = "sinks";

    private NearestKey() {}

    /**
     * The known property that is nearest to an unknown one.
     *
     * @param unknown its name, with the prefix
     * @return the property
     */
    static String toProperty(String unknown) {
        // A variable's name in a properties file is the mistake of one who moves a line from one place to the other.
        if (KeyGrammar.ofVariable(unknown) instanceof Reading.Known(Key key)) {
            return key.property();
        }
        return nearest(unknown, unknown.substring(Key.PROPERTY_PREFIX.length()), '.', Key::property);
    }

    /**
     * The known variable that is nearest to an unknown one.
     *
     * @param unknown its name, with the prefix
     * @return the variable
     */
    static String toVariable(String unknown) {
        String canonical = KeyGrammar.canonicalVariable(unknown);
        return nearest(canonical, canonical.substring(Key.VARIABLE_PREFIX.length()), '_', Key::variable);
    }

    private static String nearest(String unknown, String path, char separator, Function<Key, String> spelling) {
        return candidates(path.toLowerCase(Locale.ROOT), separator).stream()
                .map(spelling)
                .min(Comparator.comparing((String candidate) -> !candidate.startsWith(unknown + separator))
                        .thenComparingInt(candidate -> NearestWord.distance(unknown, candidate)))
                .orElseThrow();
    }

    /** All service keys and defaults, and every key of every target and sink whose name could stand in the path. */
    private static List<Key> candidates(String path, char separator) {
        String lastWord = path.substring(path.lastIndexOf(separator) + 1);
        List<Key> candidates = new ArrayList<>();
        for (ServiceKey key : ServiceKey.values()) {
            candidates.add(new Key.OfService(key));
        }
        addAll(candidates, Scope.Defaults.ALL_TARGETS, lastWord);
        candidates.remove(new Key.OfTarget(Scope.Defaults.ALL_TARGETS, TargetKey.HOST));
        for (String name : namesWithin(path, separator, "targets", KeyGrammar::isTargetName, NearestKey::isTargetKey)) {
            addAll(candidates, new Scope.Named(name), lastWord);
        }
        addSinks(candidates, path, separator);
        return candidates;
    }

    /** Of sinks by name only where sinks are spoken of: what is said of them can be said of targets as well. */
    private static void addSinks(List<Key> candidates, String path, char separator) {
        String firstWord = path.substring(0, Math.max(0, path.indexOf(separator)));
        Set<String> names = NearestWord.distance(firstWord, SINKS) <= ALIKE
                ? namesWithin(path, separator, SINKS, KeyGrammar::isSinkName, NearestKey::isSinkKey)
                : Set.of(PLACEHOLDER);
        for (String name : names) {
            for (SinkKey key : SinkKey.values()) {
                candidates.add(new Key.OfSink(name, key));
            }
        }
    }

    private static void addAll(List<Key> candidates, Scope scope, String label) {
        for (TargetKey key : TargetKey.values()) {
            candidates.add(new Key.OfTarget(scope, key));
        }
        candidates.add(new Key.OfLabel(scope, PLACEHOLDER));
        if (Target.isName(label)) {
            candidates.add(new Key.OfLabel(scope, label));
        }
    }

    /** Everything that could be a name, where {@code targets} or {@code sinks} before it may be misspelt or left out. */
    private static Set<String> namesWithin(
            String path, char separator, String before, Predicate<String> isName, Predicate<String> isKey) {
        Set<String> names = new LinkedHashSet<>();
        names.add(PLACEHOLDER);
        int second = path.indexOf(separator) + 1;
        int start =
                NearestWord.distance(path.substring(0, Math.max(0, second - 1)), before) <= STILL_ALIKE ? second : 0;
        for (int end = path.indexOf(separator, start); end > 0; end = path.indexOf(separator, end + 1)) {
            addName(names, path.substring(start, end).replace(separator, '-'), isName);
        }
        // What comes last is what is said of it; where that is missing, a property still shows where a name
        // ends.
        if (separator == '.' && !isKey.test(path.substring(start))) {
            addName(names, path.substring(start), isName);
        }
        return names;
    }

    private static void addName(Set<String> names, String name, Predicate<String> isName) {
        if (isName.test(name)) {
            names.add(name);
        }
    }

    private static boolean isSinkKey(String word) {
        return Arrays.stream(SinkKey.values()).anyMatch(key -> key.word().equals(word));
    }

    private static boolean isTargetKey(String word) {
        return Arrays.stream(TargetKey.values()).anyMatch(key -> key.word().equals(word));
    }
}
