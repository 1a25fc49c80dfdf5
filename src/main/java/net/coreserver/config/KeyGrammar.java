package net.coreserver.config;

import java.util.Locale;
import java.util.regex.Pattern;
import net.coreserver.target.Target;
import net.coreserver.target.TargetKey;
import org.jspecify.annotations.Nullable;

/**
 * Tells which {@link Key} a property or an environment variable names.
 *
 * <p>A variable spells both the dot and the hyphen of a property as an underscore, so it is read from its ends: known
 * words first and last, and what is left between them is the target's name. The one word that could stand on either side
 * is {@code labels}, behind which any word may follow. It always begins a label; in return a target's name must not
 * contain it other than at its start. The name of a sink must not end in {@code -ca}, since a sink has both a {@code file} and a
 * {@code ca-file}. With that a variable names at most one key.
 */
final class KeyGrammar {

    private static final Pattern NOT_IN_A_VARIABLE = Pattern.compile("[^A-Z0-9]");

    private KeyGrammar() {}

    /**
     * Reads a property.
     *
     * @param property its name, with the prefix
     * @return what it names
     */
    static Reading ofProperty(String property) {
        return property.startsWith(Key.PROPERTY_PREFIX)
                ? read(property, Key.PROPERTY_PREFIX, Spelling.PROPERTY)
                : Reading.Unknown.NAMES_NOTHING;
    }

    /**
     * Reads an environment variable.
     *
     * @param variable its name, with the prefix; as for the framework, any case will do, and any other character will do
     *     for an underscore
     * @return what it names
     */
    static Reading ofVariable(String variable) {
        String canonical = canonicalVariable(variable);
        return canonical.startsWith(Key.VARIABLE_PREFIX)
                ? read(canonical, Key.VARIABLE_PREFIX, Spelling.VARIABLE)
                : Reading.Unknown.NAMES_NOTHING;
    }

    /**
     * The usual form of a variable's name.
     *
     * @param variable the name as it is
     * @return it in upper-case letters, digits and underscores
     */
    static String canonicalVariable(String variable) {
        return NOT_IN_A_VARIABLE.matcher(variable.toUpperCase(Locale.ROOT)).replaceAll("_");
    }

    /**
     * Tells whether the configuration can name a target so.
     *
     * @param name any text
     * @return whether it can
     */
    static boolean isTargetName(String name) {
        return Target.isName(name) && (name + "-").indexOf("-labels-") < 1;
    }

    /**
     * Tells whether the configuration can name a sink so.
     *
     * @param name any text
     * @return whether it can
     */
    static boolean isSinkName(String name) {
        return Target.isName(name) && !name.endsWith("-ca");
    }

    private static Reading read(String name, String prefix, Spelling spelling) {
        String path = name.substring(prefix.length());
        for (ServiceKey key : ServiceKey.values()) {
            if (path.equals(spelling.of(key.word()))) {
                return new Reading.Known(new Key.OfService(key));
            }
        }
        String defaults = spelling.of("defaults.");
        if (path.startsWith(defaults)) {
            return readDefault(name, path.substring(defaults.length()), spelling);
        }
        String targets = spelling.of("targets.");
        if (path.startsWith(targets)) {
            return readTarget(prefix + targets, path.substring(targets.length()), spelling);
        }
        String sinks = spelling.of("sinks.");
        if (path.startsWith(sinks)) {
            return readSink(prefix + sinks, path.substring(sinks.length()), spelling);
        }
        return Reading.Unknown.NAMES_NOTHING;
    }

    private static Reading readDefault(String name, String rest, Spelling spelling) {
        String labels = spelling.of("labels.");
        if (rest.startsWith(labels) && rest.length() > labels.length()) {
            return label(name, Scope.Defaults.ALL_TARGETS, rest.substring(labels.length()), spelling);
        }
        for (TargetKey key : TargetKey.values()) {
            if (rest.equals(spelling.of(key.word()))) {
                return key == TargetKey.HOST
                        ? new Reading.Refused(name, "a host has no default, every target says its own")
                        : new Reading.Known(new Key.OfTarget(Scope.Defaults.ALL_TARGETS, key));
            }
        }
        return Reading.Unknown.NAMES_NOTHING;
    }

    private static Reading readTarget(String before, String rest, Spelling spelling) {
        String labels = spelling.of(".labels.");
        int at = rest.indexOf(labels, 1);
        if (at > 0 && at + labels.length() < rest.length()) {
            String target = rest.substring(0, at);
            Reading.@Nullable Refused refused = refuseTarget(before, target, spelling);
            return refused != null
                    ? refused
                    : label(
                            before + rest,
                            new Scope.Named(spelling.plain(target)),
                            rest.substring(at + labels.length()),
                            spelling);
        }
        @Nullable TargetKey found = null;
        for (TargetKey key : TargetKey.values()) {
            boolean longer = found == null || key.word().length() > found.word().length();
            if (longer && rest.length() > key.word().length() + 1 && rest.endsWith(spelling.of("." + key.word()))) {
                found = key;
            }
        }
        if (found == null) {
            return Reading.Unknown.NAMES_NOTHING;
        }
        String target = rest.substring(0, rest.length() - found.word().length() - 1);
        Reading.@Nullable Refused refused = refuseTarget(before, target, spelling);
        return refused != null
                ? refused
                : new Reading.Known(new Key.OfTarget(new Scope.Named(spelling.plain(target)), found));
    }

    private static Reading readSink(String before, String rest, Spelling spelling) {
        @Nullable SinkKey found = null;
        for (SinkKey key : SinkKey.values()) {
            boolean longer = found == null || key.word().length() > found.word().length();
            if (longer && rest.length() > key.word().length() + 1 && rest.endsWith(spelling.of("." + key.word()))) {
                found = key;
            }
        }
        if (found == null) {
            return Reading.Unknown.NAMES_NOTHING;
        }
        String written = rest.substring(0, rest.length() - found.word().length() - 1);
        String sink = spelling.plain(written);
        if (isSinkName(sink)) {
            return new Reading.Known(new Key.OfSink(sink, found));
        }
        String rule = Target.isName(sink)
                ? "the name does not end in `-ca`, since a variable could not tell `file` from `ca-file` then"
                : "the name is lower-case letters, digits and hyphens, no hyphen first";
        return new Reading.Refused(before + written, "`" + sink + "` cannot name a sink; " + rule);
    }

    private static Reading label(String name, Scope scope, String written, Spelling spelling) {
        String label = spelling.plain(written);
        return Target.isName(label)
                ? new Reading.Known(new Key.OfLabel(scope, label))
                : new Reading.Refused(
                        name,
                        "`" + label + "` cannot name a label;"
                                + " the name is lower-case letters, digits and hyphens, no hyphen first");
    }

    private static Reading.@Nullable Refused refuseTarget(String before, String written, Spelling spelling) {
        String target = spelling.plain(written);
        if (isTargetName(target)) {
            return null;
        }
        String rule = Target.isName(target)
                ? "the word `labels` stands in a name only at its start, since a variable could not tell it from a label"
                : "the name is lower-case letters, digits and hyphens, no hyphen first";
        return new Reading.Refused(before + written, "`" + target + "` cannot name a target; " + rule);
    }

    /** How the words of a key are put together. */
    private enum Spelling {
        PROPERTY {
            @Override
            String of(String path) {
                return path;
            }

            @Override
            String plain(String written) {
                return written;
            }
        },
        VARIABLE {
            @Override
            String of(String path) {
                return canonicalVariable(path);
            }

            @Override
            String plain(String written) {
                return written.replace('_', '-').toLowerCase(Locale.ROOT);
            }
        };

        /** Spells a path of our own words. */
        abstract String of(String path);

        /** Gives a name that the operator chose, as it stands in a property. */
        abstract String plain(String written);
    }
}
