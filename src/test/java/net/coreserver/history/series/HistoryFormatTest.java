package net.coreserver.history.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.interfaces.Metric;
import org.junit.jupiter.api.Test;

/** The examples of the format's document are what is really written, and are read as it says. */
class HistoryFormatTest {

    private static final Path DOCUMENT = Path.of("docs/history-format.md");
    private static final Pattern EXAMPLE = Pattern.compile("```octets\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OCTETS = Pattern.compile("[0-9a-f]{2}(?: [0-9a-f]{2})*");
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private static final long AT = 1_800_000_000_000L;
    private static final List<RawSample> SAMPLES =
            List.of(sample(AT, false, 1_000), sample(AT + 30_000, true, 751_000), sample(AT + 60_005, true, 2_251_250));

    @Test
    void theSamplesOfTheJournalAreThoseOfTheDocument() {
        byte[] octets = example(0);
        Head head = new Head();
        SAMPLES.forEach(head::append);
        assertThat(HEX.formatHex(head.octets())).isEqualTo(HEX.formatHex(octets));
        assertThat(Series.all(Head.samples(octets))).isEqualTo(SAMPLES);
    }

    @Test
    void theBlockOfSamplesIsThatOfTheDocument() {
        byte[] octets = example(1);
        assertThat(HEX.formatHex(Samples.of(SAMPLES).toBlock())).isEqualTo(HEX.formatHex(octets));
        assertThat(Series.all(Samples.ofBlock(octets))).isEqualTo(SAMPLES);
    }

    @Test
    void theBlockOfRollUpsIsThatOfTheDocument() {
        byte[] octets = example(2);
        Grid grid = new Grid(AT, 60_000, 2);
        RollUp rollUp = new RollUp(grid);
        rollUp.add(Samples.of(SAMPLES));
        assertThat(HEX.formatHex(rollUp.buckets().toBlock())).isEqualTo(HEX.formatHex(octets));
        Folding folding = new Folding(
                grid,
                List.of(
                        Line.of(Metric.IN_BITS_PER_SECOND),
                        new Line(Metric.IN_BITS_PER_SECOND, Aggregate.MIN),
                        new Line(Metric.IN_BITS_PER_SECOND, Aggregate.MAX),
                        new Line(Metric.IN_OCTETS, Aggregate.FIRST)));
        folding.add(Buckets.ofBlock(octets), Long.MIN_VALUE, Long.MAX_VALUE);
        List<Points> points = folding.points();
        assertThat(points.get(0).value(0)).isEqualTo(300_000);
        assertThat(points.get(0).value(1)).isEqualTo(400_000);
        assertThat(points.get(1).value(0)).isEqualTo(200_000);
        assertThat(points.get(2).value(0)).isEqualTo(400_000);
        assertThat(points.get(3).bits(0)).isEqualTo(1_000);
        assertThat(points.get(3).bits(1)).isEqualTo(751_000);
    }

    /** What stands in front of the lines of an example. */
    private static byte[] example(int index) {
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(document());
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        examples.get(index).lines().forEach(line -> {
            Matcher start = OCTETS.matcher(line);
            assertThat(start.lookingAt()).as(line).isTrue();
            octets.writeBytes(HEX.parseHex(start.group()));
        });
        return octets.toByteArray();
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawSample sample(long at, boolean isContinuous, long inOctets) {
        long[] counters = new long[Counters.COUNT];
        counters[Counters.index(Metric.IN_OCTETS)] = inOctets;
        counters[Counters.index(Metric.OUT_OCTETS)] = 500;
        int present = 1 << Counters.index(Metric.IN_OCTETS) | 1 << Counters.index(Metric.OUT_OCTETS);
        return new RawSample(at, isContinuous, isContinuous, 1, 1, 1_000_000_000, present, counters);
    }
}
