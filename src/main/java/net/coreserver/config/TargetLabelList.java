package net.coreserver.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.metrics.TargetLabel;
import net.coreserver.target.InvalidValueException;
import net.coreserver.target.Target;
import net.coreserver.target.ValueParser;

/** Reads which labels of targets become labels of Prometheus. Two must not become one, since one of them would be lost. */
final class TargetLabelList {

    static final ValueParser<List<TargetLabel>> PARSER = TargetLabelList::parse;

    private TargetLabelList() {}

    private static List<TargetLabel> parse(String text) throws InvalidValueException {
        Map<String, TargetLabel> byName = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            String key = entry.strip();
            if (!key.isEmpty()) {
                TargetLabel label = label(key);
                TargetLabel other = byName.put(label.name(), label);
                if (other != null) {
                    throw new InvalidValueException("`" + other.key() + "` and `" + key + "` in it would both be `"
                            + label.name() + "` in Prometheus");
                }
            }
        }
        return List.copyOf(byName.values());
    }

    private static TargetLabel label(String key) throws InvalidValueException {
        // The keys of labels are like the names of targets.
        if (!Target.isName(key)) {
            throw new InvalidValueException(
                    "`" + key + "` in it can be no label of a target, which is lower-case letters,"
                            + " digits and hyphens, no hyphen first; the list has commas in between");
        }
        TargetLabel label = TargetLabel.of(key);
        if (label.isReserved()) {
            throw new InvalidValueException(
                    "`" + key + "` in it would be `" + label.name() + "` in Prometheus, which stands there already");
        }
        return label;
    }
}
