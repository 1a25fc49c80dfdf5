package net.coreserver.api.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import net.coreserver.api.http.Counters;
import net.coreserver.history.Graph;
import net.coreserver.history.SeriesKey;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.Points;
import net.coreserver.interfaces.Metric;

/** How a graph is written. */
enum GraphText {
    /** As {@link GraphJson} describes it. */
    JSON,
    /** A row for each step, a column for each line. */
    CSV;

    private static final JsonFactory FACTORY = new JsonFactory();

    /** About so many octets a value takes. */
    private static final int OCTETS = 24;

    /** Writes a graph, in UTF-8. */
    byte[] bytes(SeriesKey series, GraphWish wish, Graph graph) {
        return switch (this) {
            case JSON -> json(series, wish, graph);
            case CSV -> csv(wish, graph);
        };
    }

    private static byte[] json(SeriesKey series, GraphWish wish, Graph graph) {
        Grid grid = graph.grid();
        ByteArrayOutputStream octets = new ByteArrayOutputStream(OCTETS * values(graph));
        try (JsonGenerator json = FACTORY.createGenerator(octets)) {
            json.writeStartObject();
            json.writeStringField("target", series.target());
            json.writeStringField("interface", series.interfaceName());
            json.writeStringField("from", time(grid.from()));
            json.writeStringField("to", time(grid.to()));
            json.writeFieldName("stepSeconds");
            json.writeNumber(PlainNumber.ofSeconds(grid.step()));
            json.writeObjectFieldStart("series");
            for (int line = 0; line < graph.lines().size(); line++) {
                json.writeArrayFieldStart(wish.names().get(line));
                Points points = graph.points().get(line);
                boolean isText = wish.counters() == Counters.STRING
                        && graph.lines().get(line).metric().kind() == Metric.Kind.COUNTER;
                for (int i = 0; i < points.size(); i++) {
                    json.writeStartArray();
                    json.writeNumber(PlainNumber.ofSeconds(grid.at(i)));
                    if (points.isGap(i)) {
                        json.writeNull();
                    } else if (isText) {
                        json.writeString(value(points, i));
                    } else {
                        json.writeNumber(value(points, i));
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static byte[] csv(GraphWish wish, Graph graph) {
        Grid grid = graph.grid();
        Csv table = new Csv(OCTETS * values(graph));
        table.field("time");
        wish.names().forEach(table::field);
        table.endRow();
        for (int i = 0; i < grid.count(); i++) {
            table.field(time(grid.at(i)));
            for (Points points : graph.points()) {
                table.field(points.isGap(i) ? "" : value(points, i));
            }
            table.endRow();
        }
        return table.bytes();
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static String value(Points points, int index) {
        return points.isWhole() ? Long.toUnsignedString(points.bits(index)) : PlainNumber.of(points.value(index));
    }

    /** How many values a graph has. */
    static int values(Graph graph) {
        return graph.points().stream().mapToInt(Points::size).sum();
    }
}
