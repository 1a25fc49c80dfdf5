package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.coreserver.target.TargetKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyGrammarTest {

    @Test
    void aPropertyNamesTheKeyThatSpellsIt() {
        assertThat(manyKeys())
                .allSatisfy(
                        key -> assertThat(KeyGrammar.ofProperty(key.property())).isEqualTo(new Reading.Known(key)));
    }

    @Test
    void aVariableNamesTheKeyThatSpellsIt() {
        assertThat(manyKeys())
                .allSatisfy(
                        key -> assertThat(KeyGrammar.ofVariable(key.variable())).isEqualTo(new Reading.Known(key)));
    }

    /** The values come from SmallRye Config by the property; its own idea of variables has to agree with ours. */
    @Test
    void theFrameworkFindsEveryVariableByItsProperty() {
        assertThat(manyKeys())
                .allSatisfy(key -> assertThat(Sources.empty()
                                .variable(key.variable(), "given")
                                .config()
                                .getConfigValue(key.property())
                                .getValue())
                        .isEqualTo("given"));
    }

    @Test
    void noTwoKeysAreSpelledAlike() {
        List<Key> keys = manyKeys().distinct().toList();
        assertThat(keys).hasSizeGreaterThan(1_000);
        assertThat(keys).map(Key::variable).doesNotHaveDuplicates();
        assertThat(keys).map(Key::property).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coreserver_targets_edge_1_host",
                "coreserver.targets.edge-1.host",
                "CoreServer_Targets_Edge_1_Host"
            })
    void theCaseOfAVariableAndItsSeparatorsDoNotMatter(String variable) {
        assertThat(KeyGrammar.ofVariable(variable)).isEqualTo(known("edge-1", TargetKey.HOST));
    }

    @Test
    void theCaseOfAPropertyMatters() {
        assertThat(KeyGrammar.ofProperty("coreserver.Data-Dir")).isEqualTo(Reading.Unknown.NAMES_NOTHING);
    }

    @Test
    void afterTheWordLabelsComesALabelEvenIfItEndsLikeAKey() {
        assertThat(KeyGrammar.ofVariable("CORESERVER_TARGETS_EDGE_LABELS_MY_HOST"))
                .isEqualTo(new Reading.Known(new Key.OfLabel(new Scope.Named("edge"), "my-host")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coreserver.data",
                "coreserver.targets",
                "coreserver.targets.edge",
                "coreserver.targets.host",
                "coreserver.targets.edge.hosts",
                "coreserver.targets.edge.models",
                "coreserver.targets.edge.labels",
                "coreserver.targets.edge.labels.",
                "coreserver.targets..host",
                "coreserver.defaults",
                "coreserver.defaults.labels",
                "coreserver.defaults.edge.port",
                "coreserver.sinks",
                "coreserver.sinks.noc",
                "coreserver.sinks.url",
                "coreserver.sinks.noc.urls",
                "coreserver.agent",
                "coreserver.",
                "quarkus.http.port"
            })
    void whatIsNoKeyNamesNothing(String property) {
        assertThat(KeyGrammar.ofProperty(property)).isEqualTo(Reading.Unknown.NAMES_NOTHING);
        assertThat(KeyGrammar.ofVariable(KeyGrammar.canonicalVariable(property)))
                .isEqualTo(Reading.Unknown.NAMES_NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "coreserver.targets.Edge.host, coreserver.targets.Edge",
        "coreserver.targets.edge_1.host, coreserver.targets.edge_1",
        "coreserver.targets.-edge.host, coreserver.targets.-edge",
        "coreserver.targets.edge.example.host, coreserver.targets.edge.example",
        "coreserver.targets.\"edge\".host, coreserver.targets.\"edge\"",
        "coreserver.targets.edge-labels.host, coreserver.targets.edge-labels",
        "coreserver.targets.edge-labels-1.host, coreserver.targets.edge-labels-1",
        "coreserver.targets.Edge.labels.site, coreserver.targets.Edge",
        "coreserver.targets.edge.labels.a.b, coreserver.targets.edge.labels.a.b",
        "coreserver.targets.edge.labels.Site, coreserver.targets.edge.labels.Site",
        "coreserver.defaults.labels.Site, coreserver.defaults.labels.Site",
        "coreserver.defaults.host, coreserver.defaults.host",
        "coreserver.sinks.Noc.url, coreserver.sinks.Noc",
        "coreserver.sinks.noc.eu.url, coreserver.sinks.noc.eu",
        "coreserver.sinks.noc-ca.file, coreserver.sinks.noc-ca",
        "coreserver.sinks.noc-ca.type, coreserver.sinks.noc-ca"
    })
    void aNameThatIsNotAllowedIsRefused(String property, String subject) {
        assertThat(KeyGrammar.ofProperty(property))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.subject()).isEqualTo(subject));
    }

    @ParameterizedTest
    @CsvSource({
        "CORESERVER_TARGETS__EDGE_HOST, CORESERVER_TARGETS__EDGE",
        "CORESERVER_TARGETS_EDGE_LABELS__SITE, CORESERVER_TARGETS_EDGE_LABELS__SITE",
        "CORESERVER_DEFAULTS_HOST, CORESERVER_DEFAULTS_HOST"
    })
    void aVariableWithANameThatIsNotAllowedIsRefused(String variable, String subject) {
        assertThat(KeyGrammar.ofVariable(variable))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.subject()).isEqualTo(subject));
    }

    private static Stream<Key> manyKeys() {
        Random random = new Random(830);
        List<Scope> scopes = new ArrayList<>(List.of(Scope.Defaults.ALL_TARGETS));
        names(random).forEach(name -> scopes.add(new Scope.Named(name)));
        Stream<Key> service = Stream.concat(
                Arrays.stream(ServiceKey.values()).map(Key.OfService::new),
                Stream.concat(sinkNames(), names(random))
                        .filter(KeyGrammar::isSinkName)
                        .distinct()
                        .flatMap(name -> Arrays.stream(SinkKey.values()).map(key -> new Key.OfSink(name, key))));
        Stream<Key> others = scopes.stream()
                .flatMap(scope -> Stream.concat(
                        Arrays.stream(TargetKey.values())
                                .filter(key -> key != TargetKey.HOST || scope != Scope.Defaults.ALL_TARGETS)
                                .map(key -> new Key.OfTarget(scope, key)),
                        Stream.of(
                                        "site",
                                        "a",
                                        "host",
                                        "my-password-file",
                                        "labels",
                                        "labels-1",
                                        "x-labels-y",
                                        "a-",
                                        "7")
                                .map(label -> new Key.OfLabel(scope, label))));
        return Stream.concat(service, others);
    }

    private static Stream<String> sinkNames() {
        return Stream.concat(
                Arrays.stream(SinkKey.values()).map(SinkKey::word),
                Stream.of("ca", "a-ca", "ca-a", "a-ca-b", "bearer", "up-after", "sinks", "a-bearer", "a-batch"));
    }

    /** Names that look like something else, and names put together at random from words of our own. */
    private static Stream<String> names(Random random) {
        List<String> words =
                new ArrayList<>(List.of("edge", "1", "a", "", "targets", "defaults", "labels", "file", "key"));
        for (TargetKey key : TargetKey.values()) {
            words.add(key.word());
        }
        Stream<String> generated = Stream.generate(() -> {
                    List<String> picked = new ArrayList<>();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        picked.add(words.get(random.nextInt(words.size())));
                    }
                    return String.join("-", picked);
                })
                .limit(60);
        return Stream.of(words.stream(), Stream.of("a--b", "a-", "labels-1", "labels-", "0", "r2-d2"), generated)
                .flatMap(names -> names)
                .filter(KeyGrammar::isTargetName)
                .distinct();
    }

    private static Reading known(String target, TargetKey key) {
        return new Reading.Known(new Key.OfTarget(new Scope.Named(target), key));
    }
}
