package net.coreserver.api.targets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.coreserver.api.http.Query;
import net.coreserver.api.problem.Problems;
import net.coreserver.target.Target;

/**
 * Which targets a request wants: those of one of the names, that have all of the labels. An empty set wants all.
 *
 * @param names of targets
 * @param labels by key, the values of which the target has to have one; an empty set asks for the key alone
 */
public record TargetFilter(Set<String> names, Map<String, Set<String>> labels) implements Predicate<Target> {

    /** The parameters that make a filter. */
    public static final List<String> PARAMETERS = List.of("target", "label");

    /**
     * The filter that a query asks for.
     *
     * @param query of a request
     * @return the filter
     */
    public static TargetFilter of(Query query) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (String label : query.all("label")) {
            int equals = label.indexOf('=');
            if (equals == 0) {
                throw Problems.invalidParameter("label", "is key=value or key, and the key is not empty");
            }
            String key = equals < 0 ? label : label.substring(0, equals);
            Set<String> values = labels.computeIfAbsent(unescape(key), first -> new HashSet<>());
            if (equals > 0) {
                values.add(unescape(label.substring(equals + 1)));
            }
        }
        return new TargetFilter(Set.copyOf(query.all("target")), labels);
    }

    @Override
    public boolean test(Target target) {
        return (names.isEmpty() || names.contains(target.name()))
                && labels.entrySet().stream().allMatch(label -> {
                    String value = target.labels().get(label.getKey());
                    return value != null
                            && (label.getValue().isEmpty() || label.getValue().contains(value));
                });
    }

    private static String unescape(String text) {
        return text.replace("\\,", ",");
    }
}
