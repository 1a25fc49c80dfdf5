package net.coreserver.target;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody said of a target, or of many, word by word: nothing is understood yet, and nothing completed. Its text form
 * shows no secret.
 *
 * @param texts what was said, by key; no text is empty
 * @param labels the texts of the labels, by their keys
 */
public record StatedSettings(Map<TargetKey, String> texts, Map<String, String> labels) {

    /** Nothing. */
    public static final StatedSettings NONE = new StatedSettings(Map.of(), Map.of());

    /** Copies the maps. */
    public StatedSettings {
        EnumMap<TargetKey, String> byKey = new EnumMap<>(TargetKey.class);
        byKey.putAll(texts);
        texts = Collections.unmodifiableMap(byKey);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    @Override
    public String toString() {
        EnumMap<TargetKey, String> shown = new EnumMap<>(TargetKey.class);
        texts.forEach((key, text) -> shown.put(key, key.secret() ? "(secret)" : text));
        return "StatedSettings[texts=" + shown + ", labels=" + labels + "]";
    }
}
