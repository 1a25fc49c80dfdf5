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

    /** What may differ, by model and leaf. */
    private static final List<Difference.Known> KNOWN = List.of();

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
        final Set<Difference.Known> used = new LinkedHashSet<>();

        void add(String sample, String model, Comparison comparison) {
            rows.put(sample, Row.of(sample, model, comparison));
            for (Difference difference : comparison.differences()) {
                List<Difference.Known> reasons = KNOWN.stream()
                        .filter(known -> known.covers(model, difference))
                        .toList();
                used.addAll(reasons);
                if (reasons.isEmpty() && difference.openness() == null) {
                    unknown.add("%s (%s): %s %s, %s"
                            .formatted(sample, model, difference.kind(), difference.field(), difference.at()));
                }
            }
        }
    }

    private Findings findings() throws IOException, InterruptedException {
        Findings findings = new Findings();
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
