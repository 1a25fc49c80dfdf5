package net.coreserver.api.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.coreserver.api.problem.ContentErrorJson;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.target.SettingsProblem;
import net.coreserver.target.TargetKey;

/** Collects what is wrong with the body of a request, one thing for each place. */
final class ContentErrors {

    /** A list of a thousand targets can be wrong in a thousand places; whoever mends a hundred asks again. */
    static final int MOST_LISTED = 100;

    private final Map<String, String> details = new LinkedHashMap<>();
    private int count;

    /** Notes what is wrong with a place. Of one that is known to be wrong, no more is said. */
    void add(String pointer, String detail) {
        if (details.containsKey(pointer)) {
            return;
        }
        count++;
        if (count <= MOST_LISTED) {
            details.put(pointer, detail);
        }
    }

    /** Notes what is wrong with settings that stand at a place. */
    void add(String at, SettingsProblem problem) {
        switch (problem) {
            case SettingsProblem.Invalid(TargetKey key, String rule) -> add(pointer(at, key), rule);
            case SettingsProblem.InvalidLabel(String label, String rule) ->
                add(pointer(pointer(at, "labels"), label), rule);
            case SettingsProblem.Missing(TargetKey key, String meaning) ->
                add(pointer(at, key), "it is missing: " + meaning);
            case SettingsProblem.NoCredentials(List<TargetKey> remedies) -> {
                if (remedies.stream().noneMatch(key -> details.containsKey(pointer(at, key)))) {
                    add(at, "there is nothing to log in with; it takes " + words(remedies));
                }
            }
            case SettingsProblem.NoPrivateKey(List<TargetKey> remedies) ->
                add(
                        pointer(at, TargetKey.PRIVATE_KEY_PASSPHRASE),
                        "there is no private key that it could open; that takes " + words(remedies));
            case SettingsProblem.SaidTwice(TargetKey one, TargetKey other, String meaning) ->
                add(pointer(at, other), meaning + " comes from this or from `" + one.field() + "`, not from both");
        }
    }

    private static String words(List<TargetKey> keys) {
        return keys.stream().map(key -> '`' + key.field() + '`').collect(Collectors.joining(" or "));
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<ContentErrorJson> list() {
        return details.entrySet().stream()
                .map(error -> new ContentErrorJson(error.getKey(), error.getValue()))
                .toList();
    }

    /** Ends the request when anything is wrong. */
    void throwIfAny() {
        if (isEmpty()) {
            return;
        }
        String things = count == 1 ? "1 thing is wrong" : count + " things are wrong";
        String listed = count > MOST_LISTED ? "; the first " + MOST_LISTED + " are listed" : "";
        throw new ProblemException(
                Problem.of(ProblemType.INVALID_SETTINGS, things + " with the settings" + listed + ".")
                        .listing(list()));
    }

    /** The pointer to a member; RFC 6901 section 3. */
    static String pointer(String at, String member) {
        return at + '/' + member.replace("~", "~0").replace("/", "~1");
    }

    static String pointer(String at, TargetKey key) {
        return at + '/' + key.field();
    }
}
