package net.coreserver.target;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Makes targets of what clients of the API said.
 *
 * @param grammar how it is understood
 * @param defaults what lies under it
 */
record TargetCompletion(SettingsGrammar grammar, TargetDefaults defaults) {

    /**
     * Makes a target.
     *
     * @param stated what was said
     * @param secrets what is known beside it
     * @return the target, or null when there is a problem, which was reported then
     */
    @Nullable Target complete(
            String name, StatedSettings stated, Map<TargetKey, Secret> secrets, Consumer<SettingsProblem> problems) {
        boolean[] sound = {true};
        Consumer<SettingsProblem> noted = problem -> {
            sound[0] = false;
            problems.accept(problem);
        };
        TargetSettings own = grammar.read(stated, noted).orElse(alone(secrets));
        Target target = own.complete(name, TargetSource.API, defaults.under(own), grammar.keys(), noted);
        // A value that makes no sense is no reason to take the default in its place.
        return sound[0] ? target : null;
    }

    /** What is different between two servers, if they may not be the same one, or not the same account. */
    static Optional<TargetKey> moved(Endpoint before, Endpoint after) {
        if (!before.host().equals(after.host())) {
            return Optional.of(TargetKey.HOST);
        }
        if (before.port() != after.port()) {
            return Optional.of(TargetKey.PORT);
        }
        if (!before.credentials().username().equals(after.credentials().username())) {
            return Optional.of(TargetKey.USERNAME);
        }
        return before.hostKeyPolicy().equals(after.hostKeyPolicy())
                ? Optional.empty()
                : Optional.of(TargetKey.HOST_KEY);
    }

    /** What of a row's settings is understood: an older version of the service may not know what a newer one wrote. */
    static Map<TargetKey, String> known(TargetTables.Row row) {
        Map<TargetKey, String> known = new EnumMap<>(TargetKey.class);
        row.texts().forEach((word, text) -> key(word).ifPresent(key -> known.put(key, text)));
        return known;
    }

    static Optional<TargetKey> key(String word) {
        return Arrays.stream(TargetKey.values())
                .filter(key -> key.word().equals(word))
                .findFirst();
    }

    private static TargetSettings alone(Map<TargetKey, Secret> secrets) {
        return new TargetSettings(
                secrets.keySet(),
                null,
                null,
                null,
                secrets.get(TargetKey.PASSWORD),
                secrets.get(TargetKey.PRIVATE_KEY),
                secrets.get(TargetKey.PRIVATE_KEY_PASSPHRASE),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }
}
