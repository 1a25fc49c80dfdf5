package net.coreserver.metrics;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A label of targets that becomes one of Prometheus.
 *
 * @param key what the operator has named it
 * @param name its name in Prometheus: the same, with an underscore for each character that must not stand there
 */
public record TargetLabel(String key, String name) {

    /** What the labels are named that stand there anyway. */
    private static final Set<String> RESERVED =
            Set.of("target", "interface", "kind", "description", "type", "phys_address", "if_index");

    private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9_]");

    /**
     * The label of a key.
     *
     * @param key what the operator has named it
     * @return the label
     */
    public static TargetLabel of(String key) {
        String legal = ILLEGAL.matcher(key).replaceAll("_");
        boolean needsPrefix = !legal.isEmpty() && Character.isDigit(legal.charAt(0));
        return new TargetLabel(key, needsPrefix ? "_" + legal : legal);
    }

    /** {@return whether another label has this name, so that it cannot have it} */
    public boolean isReserved() {
        return RESERVED.contains(name);
    }
}
