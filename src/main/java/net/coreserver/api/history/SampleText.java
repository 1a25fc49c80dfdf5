package net.coreserver.api.history;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.coreserver.api.http.Counters;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.MediaRanges;
import net.coreserver.history.series.RawSample;
import net.coreserver.interfaces.Metric;

/** How samples are written to a stream. */
enum SampleText {
    /** A table, for people and spreadsheets. */
    CSV(MediaRanges.CSV),
    /** A line for each, for pipes. */
    LINES(MediaRanges.NDJSON);

    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("sampledAt", "adminStatus", "operStatus", "speed"),
                    net.coreserver.history.series.Counters.ALL.stream().map(Metric::word),
                    Stream.of("continuous", "comparable"))
            .flatMap(names -> names)
            .toList();

    /** About so many octets the row of a sample takes. */
    private static final int ROW = 192;

    private final String mediaType;

    SampleText(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The media types, the first for who does not say. */
    static List<String> mediaTypes() {
        return Arrays.stream(values()).map(SampleText::mediaType).toList();
    }

    static SampleText of(String mediaType) {
        return Arrays.stream(values())
                .filter(text -> text.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** What comes before the first sample. */
    Buffer prologue() {
        return switch (this) {
            case CSV -> {
                Csv table = new Csv(ROW);
                COLUMNS.forEach(table::field);
                table.endRow();
                yield Buffer.buffer(table.bytes());
            }
            case LINES -> Buffer.buffer();
        };
    }

    /** Samples, in their order. */
    Buffer of(List<RawSample> samples, Counters counters) {
        return switch (this) {
            case CSV -> Buffer.buffer(csv(samples));
            case LINES -> lines(samples, counters);
        };
    }

    private static byte[] csv(List<RawSample> samples) {
        Csv table = new Csv(ROW * samples.size());
        for (RawSample sample : samples) {
            SampleJson words = SampleJson.of(sample);
            table.field(Instant.ofEpochMilli(sample.at()).toString());
            table.field(words.adminStatus() == null ? "" : words.adminStatus());
            table.field(words.operStatus() == null ? "" : words.operStatus());
            table.field(words.speed() == null ? "" : words.speed().toString());
            for (Metric counter : net.coreserver.history.series.Counters.ALL) {
                table.field(sample.has(counter) ? Long.toUnsignedString(sample.counter(counter)) : "");
            }
            table.field(Boolean.toString(sample.isContinuous()));
            table.field(Boolean.toString(sample.isComparable()));
            table.endRow();
        }
        return table.bytes();
    }

    private static Buffer lines(List<RawSample> samples, Counters counters) {
        Buffer lines = Buffer.buffer();
        for (RawSample sample : samples) {
            lines.appendBytes(Json.bytes(SampleJson.of(sample), Json.writer(counters)))
                    .appendByte((byte) '\n');
        }
        return lines;
    }
}
