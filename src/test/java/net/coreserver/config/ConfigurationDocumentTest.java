package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.coreserver.event.sink.Destination;
import net.coreserver.target.SettingsGrammar;
import net.coreserver.target.TargetKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the chapter on configuration in {@code README.md} to what the code does. */
class ConfigurationDocumentTest {

    private static final Pattern CHAPTER =
            Pattern.compile("^## Configuration\n(.*?)^## ", Pattern.DOTALL | Pattern.MULTILINE);

    /** Key, variable, meaning, default, bounds. */
    private static final int COLUMNS = 5;

    private static final Scope ANY_TARGET = new Scope.Named("<name>");

    private final String document;

    ConfigurationDocumentTest() throws IOException {
        document = CHAPTER.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(chapter -> chapter.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTablesHaveEveryKeyWithItsVariableAndNoOther() {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Key key : keys()) {
            expected.put("`" + key.property() + "`", "`" + key.variable() + "`");
        }
        expected.put("`coreserver.defaults.<key>`", "`CORESERVER_DEFAULTS_<KEY>`");

        Map<String, String> documented = new LinkedHashMap<>();
        rows().forEach(row -> documented.put(row.get(0), row.get(1)));

        assertThat(documented).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(rows()).hasSameSizeAs(expected.keySet());
    }

    @Test
    void theTablesHaveTheStandardValues() {
        for (TargetKey key : TargetKey.values()) {
            assertStandard(new Key.OfTarget(ANY_TARGET, key), key.standard());
        }
        for (SinkKey key : SinkKey.values()) {
            assertStandard(new Key.OfSink("<name>", key), key.standard());
        }
        for (ServiceKey key : ServiceKey.values()) {
            assertStandard(new Key.OfService(key), key.standard());
        }
    }

    @Test
    void theTablesHaveTheBounds() {
        assertThat(row(new Key.OfTarget(ANY_TARGET, TargetKey.POLL_INTERVAL)).get(4))
                .isEqualTo(SettingsGrammar.POLL_INTERVAL.toString());
        assertThat(row(new Key.OfTarget(ANY_TARGET, TargetKey.CONNECT_TIMEOUT)).get(4))
                .isEqualTo(SettingsGrammar.CONNECT_TIMEOUT.toString());
        assertThat(row(new Key.OfTarget(ANY_TARGET, TargetKey.RPC_TIMEOUT)).get(4))
                .isEqualTo(SettingsGrammar.RPC_TIMEOUT.toString());
        assertThat(row(new Key.OfService(ServiceKey.EVENTS_MAX_AGE)).get(4))
                .isEqualTo(SettingsParser.EVENTS_MAX_AGE.toString());
        assertThat(row(new Key.OfService(ServiceKey.EVENTS_MAX_SIZE)).get(4))
                .isEqualTo(SettingsParser.EVENTS_MAX_SIZE.toString());
        assertThat(row(new Key.OfService(ServiceKey.EVENTS_FLOOD_RATE)).get(4))
                .isEqualTo(SettingsParser.EVENTS_FLOOD_RATE.toString());
        assertThat(row(new Key.OfSink("<name>", SinkKey.TIMEOUT)).get(4)).isEqualTo(SinkParser.TIMEOUT.toString());
        assertThat(row(new Key.OfSink("<name>", SinkKey.GIVE_UP_AFTER)).get(4))
                .isEqualTo(SinkParser.GIVE_UP_AFTER.toString());
        assertThat(row(new Key.OfSink("<name>", SinkKey.BATCH_SIZE)).get(4))
                .isEqualTo("1 to " + Destination.Webhook.MAX_BATCH);
    }

    @Test
    void theExampleOfAPropertiesFileIsAConfiguration(@TempDir Path home) throws IOException {
        Files.writeString(Files.createDirectory(home.resolve(".ssh")).resolve("id_ed25519"), "a private key");
        Properties example = new Properties();
        example.load(new StringReader(blocks("properties").getFirst()));
        Sources sources = Sources.empty().variable("SWITCH_PASSWORD", "test-password");
        example.stringPropertyNames().forEach(name -> sources.property(name, example.getProperty(name)));

        Configuration configuration = Configuration.read(sources.config(), home);

        assertThat(configuration.inventory().targets().keySet()).containsExactly("edge-1", "edge-2", "switch");
    }

    @Test
    void theExamplesOfVariablesNameVariables() {
        List<String> examples = new ArrayList<>(blocks("sh"));
        examples.addAll(blocks("yaml"));
        List<String> variables = examples.stream()
                .flatMap(block ->
                        Pattern.compile("CORESERVER_[A-Z0-9_]+").matcher(block).results())
                .map(MatchResult::group)
                .toList();

        assertThat(variables)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        variable -> assertThat(KeyGrammar.ofVariable(variable)).isInstanceOf(Reading.Known.class));
    }

    @Test
    void theExampleOfAnErrorIsWhatIsPrinted() {
        String printed = blocks("console").getFirst().lines().skip(1).reduce("", (text, line) -> text + line + "\n");
        Sources sources = Sources.empty()
                .variable("CORESERVER_TARGETS_EDGE_1_HOTS", "192.0.2.1")
                .variable("CORESERVER_DEFAULTS_PORT", "abc");

        assertThatThrownBy(sources::read).hasMessage(printed.strip());
    }

    private void assertStandard(Key key, @Nullable String standard) {
        if (standard == null) {
            assertThat(row(key).get(3)).doesNotContain("`");
        } else {
            assertThat(row(key).get(3)).isEqualTo("`" + standard + "`");
        }
    }

    private static List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (TargetKey key : TargetKey.values()) {
            keys.add(new Key.OfTarget(ANY_TARGET, key));
        }
        keys.add(new Key.OfLabel(ANY_TARGET, "<key>"));
        for (SinkKey key : SinkKey.values()) {
            keys.add(new Key.OfSink("<name>", key));
        }
        for (ServiceKey key : ServiceKey.values()) {
            keys.add(new Key.OfService(key));
        }
        return keys;
    }

    private List<String> row(Key key) {
        return rows().stream()
                .filter(row -> row.getFirst().equals("`" + key.property() + "`"))
                .findFirst()
                .orElseThrow();
    }

    private List<List<String>> rows() {
        return document.lines()
                .filter(line -> line.startsWith("| `coreserver."))
                .map(ConfigurationDocumentTest::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        List<String> cells = Pattern.compile("\\|")
                .splitAsStream(row)
                .skip(1)
                .map(String::strip)
                .toList();
        assertThat(cells).hasSize(COLUMNS);
        return cells;
    }

    private List<String> blocks(String language) {
        List<String> blocks = Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(document)
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).isNotEmpty();
        return blocks;
    }
}
