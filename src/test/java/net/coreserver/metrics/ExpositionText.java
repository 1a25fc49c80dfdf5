package net.coreserver.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exposition, read strictly: each line must be one that its format allows, each family must stand together under one header, and
 * no sample may come twice.
 */
public final class ExpositionText {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern HEADER = Pattern.compile("# (HELP|TYPE|UNIT) (" + NAME + ") (.+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\\\\\|\\\\\"|\\\\n)*)\"");
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(?:\\{((?:" + LABEL.pattern() + ",?)*)})? (\\S+)(?: (-?[0-9.]+))?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|Inf)|NaN");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> timestamps = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();

    private ExpositionText() {}

    /** Reads; fails on anything that must not be there. */
    public static ExpositionText read(ExpositionFormat format, String text) {
        ExpositionText read = new ExpositionText();
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        assertThat(lines.removeLast()).as("what follows the last line").isEmpty();
        if (format == ExpositionFormat.OPEN_METRICS) {
            assertThat(lines.removeLast()).isEqualTo("# EOF");
        }
        Set<String> begun = new HashSet<>();
        String family = "";
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                if (!header.group(2).equals(family)) {
                    family = header.group(2);
                    assertThat(begun.add(family)).as("begins once: " + family).isTrue();
                }
                read.header(format, header);
            } else {
                read.sample(format, family, line);
            }
        }
        return read;
    }

    private void header(ExpositionFormat format, Matcher header) {
        switch (header.group(1)) {
            case "TYPE" ->
                assertThat(types.put(header.group(2), header.group(3)))
                        .as(header.group())
                        .isNull();
            case "UNIT" -> {
                assertThat(format).isEqualTo(ExpositionFormat.OPEN_METRICS);
                assertThat(header.group(2)).endsWith("_" + header.group(3));
            }
            default -> assertThat(header.group(3)).isNotBlank();
        }
    }

    private void sample(ExpositionFormat format, String family, String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as("a sample: " + line).isTrue();
        String name = sample.group(1);
        assertThat(suffixes(format, types.getOrDefault(family, "")).stream().map(family::concat))
                .as(line)
                .contains(name);
        assertThat(sample.group(5)).as(line).matches(NUMBER);
        String series = sample.group(2) == null ? name : name + '{' + sample.group(2) + '}';
        if (sample.group(2) != null) {
            Set<String> labels = new HashSet<>();
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                assertThat(labels.add(label.group(1))).as(line).isTrue();
            }
        }
        assertThat(values.put(series, sample.group(5)))
                .as("comes once: " + series)
                .isNull();
        if (sample.group(6) != null) {
            timestamps.put(series, sample.group(6));
        }
    }

    private static List<String> suffixes(ExpositionFormat format, String type) {
        return switch (type) {
            case "summary" -> List.of("", "_sum", "_count");
            case "histogram" -> List.of("_bucket", "_sum", "_count");
            case "counter" -> format == ExpositionFormat.OPEN_METRICS ? List.of("_total") : List.of("");
            case "info" -> List.of("_info");
            case "gauge", "unknown", "untyped" -> List.of("");
            default -> throw new AssertionError("no type: " + type);
        };
    }

    /** {@return the value of each sample, by name and labels as they are written} */
    public Map<String, String> values() {
        return values;
    }

    /** {@return the timestamps of those samples that have one} */
    public Map<String, String> timestamps() {
        return timestamps;
    }

    /** {@return the type of each family} */
    public Map<String, String> types() {
        return types;
    }
}
