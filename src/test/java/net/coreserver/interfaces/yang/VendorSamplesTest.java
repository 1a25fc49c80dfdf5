package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.interfaces.yang.Difference.Kind;
import net.coreserver.interfaces.yang.Difference.Known;
import net.coreserver.netconf.RpcError;
import net.coreserver.testing.Recordings;
import org.junit.jupiter.api.Test;

/**
 * Replies of many vendors' devices, with what they hold. The first model of the ladder that finds an interface in a reply reads it;
 * its file's name says nothing. Where a sample is read otherwise than expected, there is a reason in {@link #KNOWN}, which
 * {@code docs/models.md} tells, too.
 */
class VendorSamplesTest {

    private static final Path DOCUMENT = Path.of("docs/models.md");

    private static final String LAYERS =
            "the expectations name no layers but the interface that a logical one belongs to";
    private static final String JUNOS = "junos-interface-information";
    private static final String OPENCONFIG = "openconfig-interfaces";

    /** What may differ, by model and leaf. */
    private static final List<Known> KNOWN = List.of(
            new Known(Known.ANY, Kind.MORE, "higher-layer-if", LAYERS),
            new Known(Known.ANY, Kind.MORE, "lower-layer-if", LAYERS),
            new Known(
                    OPENCONFIG,
                    Kind.MORE,
                    "discontinuity-time",
                    "`last-clear` is when the counters started anew; the expectations leave open whether it is told"),
            new Known(
                    JUNOS,
                    Kind.MORE,
                    "type-raw",
                    "`if-type`, else `link-level-type`, which the expectations have for information only"),
            new Known(JUNOS, Kind.MORE, "type", "what these words, or the interface's name, mean among IANA's types"),
            new Known(
                    JUNOS,
                    Kind.MORE,
                    "oper-status",
                    "a logical interface tells it by a flag, which the expectations have for information only"),
            new Known(
                    JUNOS,
                    Kind.MORE,
                    "mtu",
                    "a logical interface tells it by address family, which the expectations have for information only"),
            new Known(
                    "cisco-ios-xr-pfi-im-cmd-oper",
                    Kind.MORE,
                    "type",
                    "what the vendor's word means among IANA's types, beside `type-raw`"),
            new Known(
                    "cisco-nx-os-device", Kind.MORE, "type", "the list that an interface stands in tells what it is"));

    private static final Pattern ROW =
            Pattern.compile("\\| `([^`]+)` \\| ([a-z0-9-]+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");

    private final ObjectMapper json = new ObjectMapper();

    /** What was found in a sample, as a row of the document has it. */
    private record Row(String sample, String model, int compared, int equal, int different, int more) {

        static Row of(String sample, String model, Comparison comparison) {
            return new Row(
                    sample,
                    model,
                    comparison.compared(),
                    comparison.equal(),
                    comparison.count(Kind.OTHER) + comparison.count(Kind.MISSING),
                    comparison.count(Kind.MORE));
        }

        Row plus(Row other) {
            return new Row(
                    sample,
                    model,
                    compared + other.compared,
                    equal + other.equal,
                    different + other.different,
                    more + other.more);
        }

        @Override
        public String toString() {
            return "| `%s` | %s | %d | %d | %d | %d |".formatted(sample, model, compared, equal, different, more);
        }
    }

    /** What the samples that are here come to. */
    private static final class Findings {
        final Map<String, Row> rows = new TreeMap<>();
        final List<String> unknown = new ArrayList<>();
        final List<String> news = new ArrayList<>();
        final Set<Known> used = new LinkedHashSet<>();
        private final Map<String, Row> documented;

        Findings(Map<String, Row> documented) {
            this.documented = documented;
        }

        void add(String sample, String model, Comparison comparison) {
            rows.put(sample, Row.of(sample, model, comparison));
            for (Difference difference : comparison.differences()) {
                List<Known> reasons = KNOWN.stream()
                        .filter(known -> known.covers(model, difference))
                        .toList();
                used.addAll(reasons);
                if (reasons.isEmpty() && difference.openness() == null) {
                    // What a sample that the document does not know has beyond its expectation may well be there.
                    boolean isNews = difference.kind() == Kind.MORE && !documented.containsKey(sample);
                    (isNews ? news : unknown)
                            .add("%s (%s): %s %s, %s"
                                    .formatted(sample, model, difference.kind(), difference.field(), difference.at()));
                }
            }
        }
    }

    private Findings findings() throws IOException, InterruptedException {
        Findings findings = new Findings(documented());
        List<Path> expectations = new ArrayList<>(Recordings.files("vendor-samples", "*.expected.json"));
        expectations.sort(Comparator.naturalOrder());
        for (Path file : expectations) {
            JsonNode expectation = json.readTree(file.toFile());
            String sample = expectation.path("sample").asText();
            String name = sample.replaceFirst("\\.xml$", "");
            RecordedReply reply = new RecordedReply(Files.readAllBytes(file.resolveSibling(sample)));
            switch (reply.read(InterfaceModels.LADDER)) {
                case RecordedReply.Outcome.Interfaces(var model, var samples) ->
                    findings.add(name, model, Comparison.of(samples, expectation));
                case RecordedReply.Outcome.Refused(List<RpcError> errors) ->
                    findings.add(name, "rpc-error", Comparison.of(errors.getFirst(), expectation));
                case RecordedReply.Outcome.Nothing(String reason) -> {
                    Comparison missing = Comparison.of(List.of(), expectation);
                    findings.rows.put(name, Row.of(name, "none", missing));
                    if (!missing.differences().isEmpty()) {
                        findings.unknown.add(name + ": no model finds an interface in it: " + reason);
                    }
                }
            }
        }
        return findings;
    }

    @Test
    void everySampleIsReadAsExpectedOrOtherwiseForAReason() throws Exception {
        Findings findings = findings();
        findings.rows.values().forEach(System.out::println);
        System.out.println(findings.rows.values().stream().reduce(new Row("all", "any", 0, 0, 0, 0), Row::plus));
        findings.news.forEach(System.out::println);
        assertThat(findings.rows).isNotEmpty();
        assertThat(findings.unknown).as("differences without a reason").isEmpty();
    }

    @Test
    void theDocumentSaysWhatIsFound() throws Exception {
        Findings findings = findings();
        Map<String, Row> documented = documented();
        documented.keySet().retainAll(findings.rows.keySet());
        assertThat(documented).allSatisfy((sample, row) -> assertThat(row).isEqualTo(findings.rows.get(sample)));
    }

    @Test
    void theDocumentAddsUpWhatItSays() throws Exception {
        Row all = documented().values().stream().reduce(new Row("all", "any", 0, 0, 0, 0), Row::plus);
        assertThat(Files.readString(DOCUMENT))
                .contains("| all | | %d | %d | %d | %d |"
                        .formatted(all.compared(), all.equal(), all.different(), all.more()));
    }

    @Test
    void theDocumentHasTheReasonOfEveryDifferenceThatMayBe() throws Exception {
        String document = Files.readString(DOCUMENT);
        assertThat(KNOWN)
                .allSatisfy(known -> assertThat(document)
                        .contains("| %s | `%s` | %s | %s |"
                                .formatted(
                                        known.model(),
                                        known.field(),
                                        switch (known.kind()) {
                                            case OTHER -> "other";
                                            case MISSING -> "missing";
                                            case MORE -> "more";
                                        },
                                        known.reason())));
    }

    @Test
    void noReasonStaysForADifferenceThatIsNoMore() throws Exception {
        Findings findings = findings();
        if (findings.rows.keySet().containsAll(documented().keySet())) {
            assertThat(findings.used).containsAll(KNOWN);
        }
    }

    private static Map<String, Row> documented() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(DOCUMENT));
        while (row.find()) {
            rows.put(
                    row.group(1),
                    new Row(
                            row.group(1),
                            row.group(2),
                            Integer.parseInt(row.group(3)),
                            Integer.parseInt(row.group(4)),
                            Integer.parseInt(row.group(5)),
                            Integer.parseInt(row.group(6))));
        }
        return rows;
    }
}
