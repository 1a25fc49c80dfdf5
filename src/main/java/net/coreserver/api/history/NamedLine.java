package net.coreserver.api.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.coreserver.api.http.Query;
import net.coreserver.api.problem.Problems;
import net.coreserver.history.series.Aggregate;
import net.coreserver.history.series.Line;
import net.coreserver.interfaces.Metric;

/**
 * A line, and how the client named it: by a metric, or by a metric and an aggregate with a dot between them.
 *
 * @param name by which the client finds it in the answer
 * @param line which one
 */
record NamedLine(String name, Line line) {

    static final String METRIC = "metric";

    private static final List<Metric> METRICS = List.of(Metric.values());
    private static final List<Metric> RATES =
            METRICS.stream().filter(metric -> metric.kind() == Metric.Kind.RATE).toList();
    private static final List<NamedLine> USUAL = List.of(of(Metric.IN_BITS_PER_SECOND), of(Metric.OUT_BITS_PER_SECOND));

    /** All names of lines. */
    static final List<String> ALL_WORDS = names(METRICS);

    /** The names of the lines of rates. */
    static final List<String> RATE_WORDS = names(RATES);

    private static NamedLine of(Metric metric) {
        return new NamedLine(metric.word(), Line.of(metric));
    }

    private static List<String> names(List<Metric> metrics) {
        return metrics.stream().flatMap(metric -> names(metric).stream()).toList();
    }

    /** The names of a metric's lines: it alone, and with each aggregate that it has. */
    private static List<String> names(Metric metric) {
        return Stream.concat(
                        Stream.of(metric.word()),
                        Aggregate.of(metric).stream().map(aggregate -> metric.word() + '.' + aggregate.word()))
                .toList();
    }

    /** The lines that a query asks for, each once; what comes in and what goes out, if it says nothing. */
    static List<NamedLine> allOf(Query query) {
        if (!query.has(METRIC)) {
            return USUAL;
        }
        Map<Line, NamedLine> lines = new LinkedHashMap<>();
        for (String name : query.all(METRIC)) {
            NamedLine named = new NamedLine(name, line(METRIC, name, METRICS));
            NamedLine same = lines.putIfAbsent(named.line, named);
            if (same != null) {
                throw Problems.invalidParameter(
                        METRIC,
                        same.name.equals(name)
                                ? "names " + name + " twice"
                                : "names the same twice: " + same.name + " and " + name);
            }
        }
        return List.copyOf(lines.values());
    }

    /** The line of a rate that a name stands for. */
    static NamedLine ofRate(String parameter, String name) {
        return new NamedLine(name, line(parameter, name, RATES));
    }

    private static Line line(String parameter, String name, List<Metric> metrics) {
        int dot = name.indexOf('.');
        String word = dot < 0 ? name : name.substring(0, dot);
        Metric metric = Metric.of(word)
                .filter(metrics::contains)
                .orElseThrow(() -> Problems.invalidParameter(
                        parameter, name, metrics.stream().map(Metric::word).toList()));
        if (dot < 0) {
            return Line.of(metric);
        }
        return Aggregate.of(name.substring(dot + 1))
                .filter(Aggregate.of(metric)::contains)
                .map(aggregate -> new Line(metric, aggregate))
                .orElseThrow(() -> Problems.invalidParameter(parameter, name, names(metric)));
    }
}
