package net.coreserver.config;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.coreserver.target.TargetKey;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was given in this service's name: the keys with their texts. An empty text is as good as none, since
 * that is what a variable of a container is when nothing was put into it.
 */
final class GivenKeys {

    private final SequencedMap<Key, Given> givens = new LinkedHashMap<>();

    private GivenKeys() {}

    /**
     * Collects what was given.
     *
     * @param config all sources
     * @param problems where names that are bound to nothing and expressions that cannot be resolved are reported
     * @return all keys that have a text
     */
    static GivenKeys in(SmallRyeConfig config, Problems problems) {
        Set<String> environments = StreamSupport.stream(
                        config.getConfigSources(EnvConfigSource.class).spliterator(), false)
                .map(source -> source.getName())
                .collect(Collectors.toSet());
        GivenKeys collected = new GivenKeys();
        for (Key key : GivenNames.keys(config, problems)) {
            Given given = text(key, config, environments, problems);
            if (given != null) {
                collected.givens.put(key, given);
            }
        }
        return collected;
    }

    /**
     * Looks a key up.
     *
     * @param key the key
     * @return what was given for it, or null
     */
    @Nullable Given find(Key key) {
        return givens.get(key);
    }

    /** {@return the names of the targets of which anything was said, in their natural order} */
    SequencedSet<String> targets() {
        SequencedSet<String> targets = new LinkedHashSet<>();
        for (Key key : givens.keySet()) {
            switch (key) {
                case Key.OfTarget(Scope.Named(String target), TargetKey _) -> targets.add(target);
                case Key.OfLabel(Scope.Named(String target), String _) -> targets.add(target);
                case Key.OfTarget _, Key.OfLabel _, Key.OfSink _, Key.OfService _ -> {}
            }
        }
        return targets;
    }

    /** {@return the names of the sinks of which anything was said, in their natural order} */
    SequencedSet<String> sinks() {
        SequencedSet<String> sinks = new LinkedHashSet<>();
        for (Key key : givens.keySet()) {
            if (key instanceof Key.OfSink(String sink, SinkKey _)) {
                sinks.add(sink);
            }
        }
        return sinks;
    }

    /**
     * Collects labels.
     *
     * @param scope of whom
     * @return the texts by the labels' keys
     */
    Map<String, String> labels(Scope scope) {
        Map<String, String> labels = new TreeMap<>();
        givens.forEach((key, given) -> {
            if (key instanceof Key.OfLabel(Scope of, String label) && of.equals(scope)) {
                labels.put(label, given.text());
            }
        });
        return labels;
    }

    /**
     * Spells a key that was not given, in the way of what was given beside it.
     *
     * @param target the name of a target of which something was said
     * @param key what was not said of it
     * @return the variable where the target's keys came from variables, else the property
     */
    String spelling(String target, TargetKey key) {
        Scope scope = new Scope.Named(target);
        return spelling(
                new Key.OfTarget(scope, key),
                Arrays.stream(TargetKey.values()).map(other -> new Key.OfTarget(scope, other)));
    }

    /**
     * Spells a key that was not given, in the way of what was given beside it.
     *
     * @param sink the name of a sink of which something was said
     * @param key what was not said of it
     * @return the variable where the sink's keys came from variables, else the property
     */
    String spelling(String sink, SinkKey key) {
        return spelling(
                new Key.OfSink(sink, key), Arrays.stream(SinkKey.values()).map(other -> new Key.OfSink(sink, other)));
    }

    private String spelling(Key missing, Stream<? extends Key> beside) {
        boolean byVariable = beside.map(this::find)
                .anyMatch(given ->
                        given != null && given.spelling().equals(given.key().variable()));
        return byVariable ? missing.variable() : missing.property();
    }

    private static @Nullable Given text(Key key, SmallRyeConfig config, Set<String> environments, Problems problems) {
        ConfigValue value;
        try {
            value = config.getConfigValue(key.property());
        } catch (IllegalArgumentException | NoSuchElementException e) {
            // An expression that goes round in a circle, or names a decoder that is not there.
            problems.add("`" + key.property() + "` has an expression `${...}` that cannot be resolved.");
            return null;
        }
        if (value.getRawValue() == null) {
            return null;
        }
        if (environments.contains(value.getConfigSourceName())) {
            // What stands in a variable is meant as it stands: a shell has been over it already.
            return given(key, key.variable(), value.getRawValue());
        }
        if (value.hasProblems()) {
            problems.add(new Given(key, key.property(), value.getRawValue())
                    + ": the expression `${...}` refers to something that is not set.");
            return null;
        }
        return given(key, key.property(), value.getValue());
    }

    private static @Nullable Given given(Key key, String spelling, String text) {
        String trimmed = key.secret() ? text : text.strip();
        return trimmed.isEmpty() ? null : new Given(key, spelling, trimmed);
    }
}
