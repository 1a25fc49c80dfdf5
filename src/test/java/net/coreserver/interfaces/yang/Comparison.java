package net.coreserver.interfaces.yang;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.coreserver.interfaces.Anomaly;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.RpcError;
import org.jspecify.annotations.Nullable;

/** Compares what was read of a reply with what was expected, leaf by leaf and both ways. */
final class Comparison {

    /** A remark that leaves something open names two things that may be done: "may be mapped or left out". */
    private static final Pattern EITHER_WAY = Pattern.compile("\\bor\\b");

    private final JsonNode openness;
    private final List<Difference> differences = new ArrayList<>();
    private int equal;

    private Comparison(JsonNode expectation) {
        this.openness = expectation.path("ambiguous");
    }

    /** Compares interfaces; those below another one are interfaces of their own, which name it. */
    static Comparison of(List<InterfaceSample> samples, JsonNode expectation) {
        Comparison comparison = new Comparison(expectation);
        Map<String, InterfaceSample> read = new LinkedHashMap<>();
        samples.forEach(sample -> read.putIfAbsent(sample.name(), sample));
        for (String list : List.of("interfaces", "logical-interfaces")) {
            for (JsonNode expected : expectation.path(list)) {
                String name = expected.path("name").asText();
                comparison.compare(name, read.remove(name), expected);
            }
        }
        read.forEach((name, sample) -> comparison.addAll(Difference.Kind.MORE, name, SampleFields.of(sample)));
        if (samples.stream().map(InterfaceSample::name).distinct().count() < samples.size()) {
            comparison.add(Difference.Kind.MORE, "interface", "a name stands twice");
        }
        return comparison;
    }

    /** Compares what a server said instead of an answer. */
    static Comparison of(RpcError error, JsonNode expectation) {
        Comparison comparison = of(List.of(), expectation);
        Map<String, String> read = new LinkedHashMap<>();
        put(read, "type", error.type());
        put(read, "tag", error.tag());
        put(read, "severity", error.severity());
        put(read, "app-tag", error.appTag());
        put(read, "path", error.path());
        put(read, "message", error.message());
        comparison.compare("rpc-error", read, SampleFields.of(expectation.path("error")), Map.of());
        return comparison;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** How many leaves were expected, read, or both. */
    int compared() {
        return equal + differences.size();
    }

    int equal() {
        return equal;
    }

    List<Difference> differences() {
        return differences;
    }

    /** How many there are of a kind. */
    int count(Difference.Kind kind) {
        return (int) differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }

    private void compare(String name, @Nullable InterfaceSample sample, JsonNode expected) {
        Map<String, String> wanted = SampleFields.of(expected);
        if (sample == null) {
            addAll(Difference.Kind.MISSING, name, wanted);
            return;
        }
        Map<String, String> read = SampleFields.of(sample);
        for (Anomaly anomaly : sample.anomalies()) {
            String leaf = SampleFields.leaf(anomaly.leaf());
            String expectedValue = wanted.get(leaf);
            if (expectedValue != null && !isCounter(expectedValue)) {
                // What cannot be is told as an anomaly, in the words of the server, and is no value.
                read.putIfAbsent(leaf, anomaly.value());
            }
        }
        compare(name, read, wanted, SampleFields.derived(expected));
    }

    private void compare(
            String name, Map<String, String> read, Map<String, String> wanted, Map<String, String> derived) {
        Set<String> fields = new TreeSet<>(read.keySet());
        fields.addAll(wanted.keySet());
        for (String field : fields) {
            String actual = read.get(field);
            String expected = wanted.containsKey(field) || actual == null ? wanted.get(field) : derived.get(field);
            if (expected == null) {
                add(Difference.Kind.MORE, field, name + ": " + actual);
            } else if (actual == null) {
                add(Difference.Kind.MISSING, field, name + ": expected " + expected);
            } else if (!actual.equals(expected)) {
                add(Difference.Kind.OTHER, field, name + ": " + actual + ", expected " + expected);
            } else {
                equal++;
            }
        }
    }

    private static boolean isCounter(String text) {
        try {
            return Counter64.parse(text).compareTo(Counter64.ZERO) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** An interface that one side has and the other has not differs in all that is known of it. */
    private void addAll(Difference.Kind kind, String name, Map<String, String> fields) {
        fields.forEach((field, value) -> add(kind, "interface", name + ", " + field + ": " + value));
    }

    private void add(Difference.Kind kind, String field, String at) {
        differences.add(new Difference(kind, field, at, kind == Difference.Kind.OTHER ? null : openness(field)));
    }

    private @Nullable String openness(String field) {
        for (Map.Entry<String, JsonNode> remark : openness.properties()) {
            String text = remark.getValue().asText();
            if (field.contains(remark.getKey()) && EITHER_WAY.matcher(text).find()) {
                return text;
            }
        }
        return null;
    }
}
