package net.coreserver.interfaces.yang;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * An interface as texts by the names of its leaves, so that what was read and what was expected can be compared. What is absent has
 * no entry. Addresses are one text for each family, sorted, since their order says nothing.
 */
final class SampleFields {

    private SampleFields() {}

    static Map<String, String> of(InterfaceSample sample) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "name", sample.name());
        put(fields, "description", sample.description());
        if (sample.type() != null) {
            put(
                    fields,
                    "type",
                    sample.type().iana() == null ? null : sample.type().text());
            put(fields, "type-raw", sample.type().raw());
        }
        put(
                fields,
                "admin-status",
                sample.adminStatus() == null ? null : sample.adminStatus().word());
        put(
                fields,
                "oper-status",
                sample.operStatus() == null ? null : sample.operStatus().word());
        put(fields, "last-change", sample.lastChange());
        put(fields, "if-index", sample.ifIndex());
        put(fields, "phys-address", sample.physAddress());
        put(fields, "speed", sample.speedBitsPerSecond());
        put(fields, "mtu", sample.mtuOctets());
        putAll(fields, "higher-layer-if", sample.higherLayerIf());
        putAll(fields, "lower-layer-if", sample.lowerLayerIf());
        putAll(fields, "ipv4", sample.ipv4().stream().map(SampleFields::text).toList());
        putAll(fields, "ipv6", sample.ipv6().stream().map(SampleFields::text).toList());
        Statistics statistics = sample.statistics();
        if (statistics != null) {
            put(fields, "discontinuity-time", statistics.discontinuityTime());
            putCounters(fields, statistics);
        }
        return fields;
    }

    /** What an expectation says of an interface; its keys that begin with an underscore are for information. */
    static Map<String, String> of(JsonNode expected) {
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : expected.properties()) {
            JsonNode value = property.getValue();
            switch (property.getKey()) {
                case "ipv4", "ipv6" -> {
                    List<String> addresses = new ArrayList<>();
                    value.forEach(address ->
                            addresses.add(text(text(address.path("ip")), text(address.path("prefix-length")))));
                    putAll(fields, property.getKey(), addresses);
                }
                case "higher-layer-if", "lower-layer-if" -> {
                    List<String> names = new ArrayList<>();
                    value.forEach(name -> names.add(name.asText()));
                    putAll(fields, property.getKey(), names);
                }
                case "parent" -> putAll(fields, "lower-layer-if", List.of(value.asText()));
                case "statistics" -> fields.putAll(of(value));
                case "last-change", "discontinuity-time" -> put(fields, property.getKey(), instant(text(value)));
                default -> {
                    if (!property.getKey().startsWith("_")) {
                        put(fields, property.getKey(), text(value));
                    }
                }
            }
        }
        return fields;
    }

    /** What can be reckoned from what was sent, and may be told or left out. */
    static Map<String, String> derived(JsonNode expected) {
        return of(expected.path("_derived"));
    }

    private static void putCounters(Map<String, String> fields, Statistics statistics) {
        for (Metric metric : Metric.values()) {
            if (metric.kind() == Metric.Kind.COUNTER) {
                put(fields, leaf(metric.word()), metric.counter(statistics));
            }
        }
    }

    /** The YANG spelling of a name in camelCase. */
    static String leaf(String word) {
        StringBuilder leaf = new StringBuilder();
        word.chars()
                .forEach(c -> leaf.append(Character.isUpperCase(c) ? "-" : "").append((char) Character.toLowerCase(c)));
        return leaf.toString();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static String text(IpPrefix address) {
        return text(
                address.ip(),
                address.prefixLength() == null ? null : address.prefixLength().toString());
    }

    private static String text(@Nullable String ip, @Nullable String prefixLength) {
        return prefixLength == null ? ip + "" : ip + "/" + prefixLength;
    }

    private static @Nullable Object instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return text; // which then differs from what was read
        }
    }

    private static void putAll(Map<String, String> fields, String name, List<String> values) {
        put(fields, name, values.isEmpty() ? null : values.stream().sorted().toList());
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(name, value.toString());
        }
    }
}
