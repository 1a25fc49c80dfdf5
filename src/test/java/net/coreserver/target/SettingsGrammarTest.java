package net.coreserver.target;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.yang.InterfaceModels;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsGrammarTest {

    private static final HostKeyPolicy.KnownHosts KNOWN = new HostKeyPolicy.KnownHosts(Path.of("known"));
    private static final ValueParser<HostKeyPolicy> HOST_KEY =
            ValueParser.hostKey(KNOWN, new HostKeyPolicy.AcceptNew(Path.of("known"), Path.of("learned")));
    private static final SettingsGrammar CLIENT = SettingsGrammar.ofClient(HOST_KEY);
    private static final SettingsGrammar OPERATOR = SettingsGrammar.ofOperator(
            HOST_KEY,
            new SecretReference(Path::of, Map.of("EDGE_PASSWORD", "test-password", "EMPTY", "")::get),
            Path::of);

    private final List<SettingsProblem> problems = new ArrayList<>();

    private @Nullable Target target(SettingsGrammar grammar, Map<TargetKey, String> texts, Map<String, String> labels) {
        return grammar.read(new StatedSettings(texts, labels), problems::add)
                .complete("edge-1", TargetSource.API, grammar.standard(), grammar.keys(), problems::add);
    }

    @Test
    void whatIsSaidCountsAndTheRestIsStandard() {
        Target target = requireNonNull(target(
                CLIENT,
                Map.of(
                        TargetKey.HOST, "edge-1.example.net",
                        TargetKey.USERNAME, "monitor",
                        TargetKey.PASSWORD, "test-password",
                        TargetKey.POLL_INTERVAL, "1m",
                        TargetKey.INTERFACE_NAMES, "ge-0/0/0, a\\,b",
                        TargetKey.INTERFACE_TYPES, "ethernetCsmacd"),
                Map.of("site", "north")));

        assertThat(problems).isEmpty();
        assertThat(target.endpoint().port()).isEqualTo(830);
        assertThat(target.endpoint().hostKeyPolicy()).isEqualTo(KNOWN);
        assertThat(target.endpoint().credentials().password()).isEqualTo(Secret.of("test-password"));
        assertThat(target.pollInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(target.interfaces())
                .isEqualTo(
                        new InterfaceSelection(Set.of("ge-0/0/0", "a,b"), Set.of(InterfaceType.of("ethernetCsmacd"))));
        assertThat(target.labels()).containsExactly(Map.entry("site", "north"));
        assertThat(target.source()).isEqualTo(TargetSource.API);
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        assertThat(target(
                        CLIENT,
                        Map.of(
                                TargetKey.PORT, "0",
                                TargetKey.ENABLED, "perhaps",
                                TargetKey.INTERFACE_TYPES, "warp-tunnel",
                                TargetKey.INTERFACE_NAMES, "a,,b",
                                TargetKey.PRIVATE_KEY_PASSPHRASE, "test-passphrase"),
                        Map.of("Site", "north")))
                .isNull();
        assertThat(problems)
                .extracting(SettingsProblem::toString)
                .anyMatch(problem -> problem.contains("PORT"))
                .anyMatch(problem -> problem.contains("ENABLED"))
                .anyMatch(problem -> problem.contains("warp-tunnel"))
                .anyMatch(problem -> problem.contains("an entry of the list is empty"))
                .anyMatch(problem -> problem.contains("Site"));
        assertThat(problems).contains(new SettingsProblem.NoPrivateKey(List.of(TargetKey.PRIVATE_KEY)));
    }

    private @Nullable String model(String word) {
        return requireNonNull(target(
                        CLIENT,
                        Map.of(
                                TargetKey.HOST, "edge-1.example.net",
                                TargetKey.USERNAME, "monitor",
                                TargetKey.PASSWORD, "test-password",
                                TargetKey.MODEL, word),
                        Map.of()))
                .model();
    }

    @Test
    void aModelIsSaidByItsWordOrLeftToTheServer() {
        assertThat(model("auto")).isNull();
        assertThat(InterfaceModels.names())
                .allSatisfy(word -> assertThat(model(word)).isEqualTo(word));
        assertThat(problems).isEmpty();
    }

    @Test
    void aModelThatThereIsNotIsReportedWithTheNearestOne() {
        assertThat(CLIENT.read(
                                new StatedSettings(Map.of(TargetKey.MODEL, "ietf-interface-state"), Map.of()),
                                problems::add)
                        .model())
                .isNull();
        assertThat(problems).singleElement().isInstanceOfSatisfying(SettingsProblem.Invalid.class, problem -> {
            assertThat(problem.key()).isEqualTo(TargetKey.MODEL);
            assertThat(problem.rule()).contains("`auto`").endsWith("; the nearest one is `ietf-interfaces-state`");
        });
    }

    private EventSelection events(String streams, String filter) {
        Target target = requireNonNull(target(
                CLIENT,
                Map.of(
                        TargetKey.HOST, "edge-1.example.net",
                        TargetKey.USERNAME, "monitor",
                        TargetKey.PASSWORD, "test-password",
                        TargetKey.EVENT_STREAMS, streams,
                        TargetKey.EVENT_FILTER, filter),
                Map.of()));
        return target.events();
    }

    @Test
    void eventsAreSelectedByStreamAndFilter() {
        String filter = "<link-down xmlns='urn:y'/> <link-up xmlns='urn:y'/>";
        assertThat(events("NETCONF, alarms", filter))
                .isEqualTo(new EventSelection(List.of("NETCONF", "alarms"), filter));
        assertThat(events("NETCONF", filter).filterNodes())
                .containsExactly(SubtreeFilter.of("urn:y", "link-down"), SubtreeFilter.of("urn:y", "link-up"));
        assertThat(events("none", "all")).isEqualTo(new EventSelection(List.of(), ""));
        assertThat(events("NETCONF", "all")).isEqualTo(EventSelection.STANDARD);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a,,b              | all             | EVENT_STREAMS | an entry of the list is empty
            1,2,3,4,5,6,7,8,9 | all             | EVENT_STREAMS | at most 8 streams
            NETCONF           | link-down       | EVENT_FILTER  | text outside
            NETCONF           | <link-down/>    | EVENT_FILTER  | in no namespace
            NETCONF           | <link-down      | EVENT_FILTER  | not well-formed
            NETCONF           | <!DOCTYPE a><a/> | EVENT_FILTER | not well-formed
            """)
    void aSelectionOfEventsThatMakesNoSenseIsReported(String streams, String filter, TargetKey key, String rule) {
        events(streams, filter);
        assertThat(problems).singleElement().isInstanceOfSatisfying(SettingsProblem.Invalid.class, problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.rule()).contains(rule);
        });
    }

    @Test
    void aFilterAndTheNamesOfStreamsAreBounded() {
        events("NETCONF", "<a xmlns='urn:y'>" + "b".repeat(8_192) + "</a>");
        events("s".repeat(256), "all");
        assertThat(problems).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/etc/passwd", "env:HOME"})
    void aClientCannotPointAtWhatTheServiceCanRead(String reference) {
        target(
                CLIENT,
                Map.of(TargetKey.HOST, "192.0.2.1", TargetKey.USERNAME, "monitor", TargetKey.PASSWORD, reference),
                Map.of());
        assertThat(problems).singleElement().isInstanceOfSatisfying(SettingsProblem.Invalid.class, problem -> {
            assertThat(problem.key()).isEqualTo(TargetKey.PASSWORD);
            assertThat(problem.rule()).contains("operator");
        });
    }

    @Test
    void aClientCannotNameAFile() {
        target(
                CLIENT,
                Map.of(
                        TargetKey.HOST, "192.0.2.1",
                        TargetKey.USERNAME, "monitor",
                        TargetKey.PRIVATE_KEY_FILE, "/root/.ssh/id_ed25519"),
                Map.of());
        assertThat(problems)
                .containsExactly(new SettingsProblem.Invalid(
                        TargetKey.PRIVATE_KEY_FILE, "a file is named in the operator's configuration only"));
        assertThat(CLIENT.keys()).doesNotContain(TargetKey.PRIVATE_KEY_FILE, TargetKey.PASSWORD_FILE);
    }

    @Test
    void theOperatorMayReferToFilesAndVariables() {
        TargetSettings settings = OPERATOR.read(
                new StatedSettings(
                        Map.of(TargetKey.PASSWORD, "env:EDGE_PASSWORD", TargetKey.PRIVATE_KEY, "file:/keys/edge"),
                        Map.of()),
                problems::add);
        assertThat(problems).isEmpty();
        assertThat(settings.password()).isEqualTo(Secret.of("test-password"));
        assertThat(settings.privateKey()).isEqualTo(Secret.inFile(Path.of("/keys/edge")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:EMPTY", "env:NOT_SET", "env:"})
    void aVariableThatIsNotSetIsReported(String reference) {
        OPERATOR.read(new StatedSettings(Map.of(TargetKey.PASSWORD, reference), Map.of()), problems::add);
        assertThat(problems)
                .containsExactly(new SettingsProblem.Invalid(
                        TargetKey.PASSWORD, "the environment variable after `env:` is not set"));
    }

    @Test
    void noTextFormShowsASecret() {
        assertThat(new StatedSettings(
                                Map.of(TargetKey.PASSWORD, "test-S3CRET", TargetKey.PRIVATE_KEY, "test-S3CRET"),
                                Map.of())
                        .toString())
                .doesNotContain("S3CRET");
        assertThat(CLIENT.read(new StatedSettings(Map.of(TargetKey.PASSWORD, "test-S3CRET"), Map.of()), problems::add)
                        .toString())
                .doesNotContain("S3CRET");
    }
}
