package net.coreserver.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.coreserver.target.SettingsGrammar;
import net.coreserver.target.SettingsProblem;
import net.coreserver.target.StatedSettings;
import net.coreserver.target.Target;
import net.coreserver.target.TargetKey;
import net.coreserver.target.TargetSettings;
import net.coreserver.target.TargetSource;
import org.jspecify.annotations.Nullable;

/** Makes targets of what was given for them, and reports what is missing or does not fit together. */
final class TargetParser {

    private final GivenKeys givens;
    private final SettingsGrammar grammar;
    private final Problems problems;

    /**
     * Makes a parser.
     *
     * @param givens what was given
     * @param grammar how it is understood
     * @param problems where problems are reported
     */
    TargetParser(GivenKeys givens, SettingsGrammar grammar, Problems problems) {
        this.givens = givens;
        this.grammar = grammar;
        this.problems = problems;
    }

    /** {@return what counts for every target that does not say it itself} */
    TargetSettings defaults() {
        return said(Scope.Defaults.ALL_TARGETS).orElse(grammar.standard());
    }

    /**
     * Makes the targets.
     *
     * @return those that have no problem, in the natural order of their names
     */
    List<Target> targets() {
        TargetSettings defaults = defaults();
        List<Target> targets = new ArrayList<>();
        for (String name : givens.targets()) {
            Scope scope = new Scope.Named(name);
            Target target = said(scope)
                    .complete(
                            name,
                            TargetSource.CONFIGURATION,
                            defaults,
                            grammar.keys(),
                            problem -> report(scope, name, problem));
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    private TargetSettings said(Scope scope) {
        Map<TargetKey, String> texts = new EnumMap<>(TargetKey.class);
        for (TargetKey key : TargetKey.values()) {
            Given given = given(scope, key);
            if (given != null) {
                texts.put(key, given.text());
            }
        }
        return grammar.read(
                new StatedSettings(texts, givens.labels(scope)), problem -> report(scope, scope.path(), problem));
    }

    private void report(Scope scope, String target, SettingsProblem problem) {
        problems.add(
                switch (problem) {
                    case SettingsProblem.Invalid(TargetKey key, String rule) -> given(scope, key) + ": " + rule + ".";
                    case SettingsProblem.InvalidLabel(String label, String rule) ->
                        "`" + new Key.OfLabel(scope, label).property() + "`: " + rule + ".";
                    case SettingsProblem.Missing(TargetKey key, String meaning) ->
                        "`" + givens.spelling(target, key) + "` is missing: " + meaning + ".";
                    case SettingsProblem.NoCredentials(List<TargetKey> remedies) ->
                        "Target `" + target + "` has nothing to log in with: it takes " + spelt(target, remedies) + ".";
                    case SettingsProblem.NoPrivateKey(List<TargetKey> remedies) ->
                        givenAnywhere(scope, TargetKey.PRIVATE_KEY_PASSPHRASE)
                                + ": there is no private key that it could open; that takes " + spelt(target, remedies)
                                + ".";
                    case SettingsProblem.SaidTwice(TargetKey one, TargetKey other, String meaning) ->
                        "`" + spelling(scope, one) + "` and `" + spelling(scope, other) + "` are both given: " + meaning
                                + " comes from one of them.";
                });
    }

    private String spelt(String target, List<TargetKey> keys) {
        List<String> all = keys.stream()
                .map(key -> "`" + givens.spelling(target, key) + "`")
                .toList();
        String last = all.getLast();
        return all.size() == 1
                ? last
                : all.subList(0, all.size() - 1).stream().collect(Collectors.joining(", ")) + " or " + last;
    }

    private String spelling(Scope scope, TargetKey key) {
        Given given = given(scope, key);
        return given == null ? new Key.OfTarget(scope, key).property() : given.spelling();
    }

    private @Nullable Given givenAnywhere(Scope scope, TargetKey key) {
        Given own = given(scope, key);
        return own != null ? own : given(Scope.Defaults.ALL_TARGETS, key);
    }

    private @Nullable Given given(Scope scope, TargetKey key) {
        return givens.find(new Key.OfTarget(scope, key));
    }
}
