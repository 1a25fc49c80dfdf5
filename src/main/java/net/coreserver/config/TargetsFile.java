package net.coreserver.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.target.SettingsGrammar;
import net.coreserver.target.SettingsProblem;
import net.coreserver.target.StatedSettings;
import net.coreserver.target.Target;
import net.coreserver.target.TargetDefaults;
import net.coreserver.target.TargetKey;
import net.coreserver.target.TargetSettings;
import net.coreserver.target.TargetSource;

/**
 * What a targets file says, understood.
 *
 * @param targets those that have no problem, in the order of the file
 * @param problems everything that is wrong, a sentence each
 */
record TargetsFile(List<Target> targets, List<String> problems) {

    /** Copies the lists. */
    TargetsFile {
        targets = List.copyOf(targets);
        problems = List.copyOf(problems);
    }

    /** A file that says nothing. */
    static TargetsFile empty() {
        return new TargetsFile(List.of(), List.of());
    }

    /**
     * Understands a file.
     *
     * @param content its bytes
     * @param grammar the operator's
     * @param base the defaults of the configuration
     * @return what it says
     */
    static TargetsFile read(byte[] content, SettingsGrammar grammar, TargetSettings base) {
        List<String> problems = new ArrayList<>();
        TargetsDocument document = TargetsDocument.read(content, problems::add);
        Understanding understanding = new Understanding(grammar, problems);
        TargetSettings all = understanding.read("defaults", document.defaults()).orElse(base);
        Map<String, Map<String, TargetSettings>> labelled = new LinkedHashMap<>();
        document.labels().forEach((label, stated) -> {
            TargetSettings settings = understanding.read("labels." + label, stated);
            labelled.computeIfAbsent(label.key(), key -> new LinkedHashMap<>()).put(label.text(), settings);
        });
        TargetDefaults defaults = new TargetDefaults(all, labelled);
        List<Target> targets = new ArrayList<>();
        document.targets().forEach((name, stated) -> {
            int before = problems.size();
            String path = "targets." + name;
            TargetSettings own = understanding.read(path, stated);
            Target target = own.complete(
                    name,
                    TargetSource.FILE,
                    defaults.under(own),
                    grammar.keys(),
                    problem -> understanding.report(path, stated, problem));
            if (target != null && problems.size() == before) {
                targets.add(target);
            }
        });
        return new TargetsFile(targets, problems);
    }

    /** Turns texts into values, and what is wrong with them into sentences. */
    private record Understanding(SettingsGrammar grammar, List<String> problems) {

        TargetSettings read(String path, StatedSettings stated) {
            return grammar.read(stated, problem -> report(path, stated, problem));
        }

        void report(String path, StatedSettings stated, SettingsProblem problem) {
            problems.add(
                    switch (problem) {
                        case SettingsProblem.Invalid(TargetKey key, String rule) ->
                            "`" + path + "." + key.word() + "`"
                                    + (key.secret()
                                            ? ""
                                            : " is `"
                                                    + Given.shown(stated.texts().getOrDefault(key, "")) + "`")
                                    + ": " + rule + ".";
                        case SettingsProblem.InvalidLabel(String label, String rule) ->
                            "`" + path + ".labels." + label + "`: " + rule + ".";
                        case SettingsProblem.Missing(TargetKey key, String meaning) ->
                            "`" + path + "." + key.word() + "` is missing: " + meaning + ".";
                        case SettingsProblem.NoCredentials(List<TargetKey> remedies) ->
                            "`" + path + "` has nothing to log in with: it takes " + words(remedies) + ".";
                        case SettingsProblem.NoPrivateKey(List<TargetKey> remedies) ->
                            "`" + path + "." + TargetKey.PRIVATE_KEY_PASSPHRASE.word()
                                    + "`: there is no private key that it could open; that takes " + words(remedies)
                                    + ".";
                        case SettingsProblem.SaidTwice(TargetKey one, TargetKey other, String meaning) ->
                            "`" + path + "." + one.word() + "` and `" + path + "." + other.word() + "` are both given: "
                                    + meaning + " comes from one of them.";
                    });
        }

        private static String words(List<TargetKey> keys) {
            List<String> words =
                    keys.stream().map(key -> "`" + key.word() + "`").toList();
            String last = words.getLast();
            return words.size() == 1 ? last : String.join(", ", words.subList(0, words.size() - 1)) + " or " + last;
        }
    }
}
