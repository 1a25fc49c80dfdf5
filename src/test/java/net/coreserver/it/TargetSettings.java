package net.coreserver.it;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of one target, as the service is given them.
 *
 * @param name the target's name
 * @param values what stands after the target's name in an environment variable, with its value
 */
record TargetSettings(String name, Map<String, String> values) {

    TargetSettings {
        values = Map.copyOf(values);
    }

    /** {@return these settings with one more, or with another value for it} */
    TargetSettings with(String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(key, value);
        return new TargetSettings(name, changed);
    }

    /** {@return these settings but for one} */
    TargetSettings without(String key) {
        Map<String, String> changed = new HashMap<>(values);
        changed.remove(key);
        return new TargetSettings(name, changed);
    }

    /** {@return the environment variables that say this} */
    Map<String, String> environment() {
        String prefix = "CORESERVER_TARGETS_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        Map<String, String> variables = new HashMap<>();
        values.forEach((key, value) -> variables.put(prefix + key, value));
        return variables;
    }
}
