package net.coreserver.target;

import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What counts for targets that do not say it themselves: first what is said of those with a label, then what is said of all,
 * then the standard values. Where several labels of a target say the same thing, the first in the order of their keys counts.
 *
 * @param all what is said of all targets; it holds every standard value
 * @param labelled what is said of the targets with a label, by the label's key and then by its text
 */
public record TargetDefaults(TargetSettings all, Map<String, Map<String, TargetSettings>> labelled) {

    /** Copies the maps. */
    public TargetDefaults {
        SequencedMap<String, Map<String, TargetSettings>> byKey = new TreeMap<>();
        labelled.forEach((key, byText) -> byKey.put(key, Map.copyOf(byText)));
        labelled = byKey;
    }

    /**
     * Defaults that know no labels.
     *
     * @param all what is said of all targets; it holds every standard value
     */
    public TargetDefaults(TargetSettings all) {
        this(all, Map.of());
    }

    /**
     * Finds what counts for a target.
     *
     * @param own what is said of the target itself
     * @return what lies under that
     */
    public TargetSettings under(TargetSettings own) {
        Map<String, String> labels = own.orElse(all).labels();
        TargetSettings under = null;
        for (Map.Entry<String, Map<String, TargetSettings>> label : labelled.entrySet()) {
            String text = labels.get(label.getKey());
            TargetSettings said = text == null ? null : label.getValue().get(text);
            if (said != null) {
                under = under == null ? said : under.orElse(said);
            }
        }
        return under == null ? all : under.orElse(all);
    }

    /**
     * These defaults for targets that clients of the API make: without credentials, so that nobody can have them sent to a
     * host of their own.
     *
     * @return the others
     */
    public TargetDefaults forClients() {
        SequencedMap<String, Map<String, TargetSettings>> stripped = new TreeMap<>();
        labelled.forEach((key, byText) -> {
            Map<String, TargetSettings> each = new TreeMap<>();
            byText.forEach((text, settings) -> each.put(text, settings.withoutCredentials()));
            stripped.put(key, each);
        });
        return new TargetDefaults(all.withoutCredentials(), stripped);
    }
}
