package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import net.coreserver.target.TargetKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenNamesTest {

    @Test
    void whatOthersAreConfiguredWithIsNoneOfOurBusiness() {
        assertThat(keys(Sources.empty()
                        .property("quarkus.http.port", "0")
                        .property("coreserverless.lisen", "1")
                        .property("coreserver", "1")
                        .variable("CORESERVERS_LISEN", "1")
                        .variable("CORESERVER", "1")
                        .variable("PATH", "/bin")))
                .isEmpty();
    }

    /** The framework makes {@code coreserver.targets.edge.1.host}, and what else it can think of, out of this variable. */
    @Test
    void theFrameworksGuessesAtPropertiesAreNotTakenForGiven() {
        assertThat(keys(Sources.empty()
                        .variable("CORESERVER_TARGETS_EDGE_1_HOST", "192.0.2.1")
                        .variable("CORESERVER_TARGETS_EDGE_PRIVATE_KEY_FILE", "/none")
                        .variable("CORESERVER_TARGETS_EDGE_LABELS_MY_SITE", "north")))
                .containsExactlyInAnyOrder(
                        new Key.OfTarget(new Scope.Named("edge"), TargetKey.PRIVATE_KEY_FILE),
                        new Key.OfLabel(new Scope.Named("edge"), "my-site"),
                        new Key.OfTarget(new Scope.Named("edge-1"), TargetKey.HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%prod.coreserver.listen", "%prod,dev.coreserver.listen", "%dev,prod.coreserver.listen"})
    void aKeyOfTheActiveProfileIsGiven(String property) {
        assertThat(keys(Sources.empty().property(property, "::1")))
                .containsExactly(new Key.OfService(ServiceKey.LISTEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%prod.coreserver.lisen", "%prod,dev.coreserver.lisen"})
    void anUnknownKeyOfTheActiveProfileIsReported(String property) {
        assertRefused(
                Sources.empty().property(property, "::1"),
                "`coreserver.lisen` is not a key of this service; the nearest one is `coreserver.listen`.");
    }

    @Test
    void aKeyOfAnotherProfileIsLeftAlone() {
        assertThat(keys(Sources.empty()
                        .property("%dev.coreserver.listen", "::1")
                        .property("%dev,test.coreserver.lisen", "::1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CORESERVER_LISTEN", "Coreserver.listen", "CORESERVER.LISTEN"})
    void aPropertyOfTheWrongCaseOrInTheSpellingOfAVariableIsReported(String property) {
        assertRefused(
                Sources.empty().property(property, "::1"),
                "`" + property + "` is not a key of this service; the nearest one is `coreserver.listen`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CORESERVER_LISEN", "coreserver_lisen", "coreserver.lisen", "CORESERVER_lisen"})
    void anUnknownVariableIsReportedAsItIsWritten(String variable) {
        assertRefused(
                Sources.empty().variable(variable, "::1"),
                "`" + variable + "` is not a variable of this service; the nearest one is `CORESERVER_LISTEN`.");
    }

    @ParameterizedTest
    @CsvSource({
        "CORESERVER_SERVICE_HOST, 10.96.0.7",
        "CORESERVER_SERVICE_PORT, 8080",
        "CORESERVER_SERVICE_PORT_HTTP, 8080",
        "CORESERVER_PORT, tcp://10.96.0.7:8080",
        "CORESERVER_PORT_8080_TCP, tcp://10.96.0.7:8080",
        "CORESERVER_PORT_8080_TCP_PROTO, tcp",
        "CORESERVER_PORT_8080_TCP_ADDR, 10.96.0.7",
        "CORESERVER_METRICS_SERVICE_HOST, 10.96.0.8",
        "CORESERVER_METRICS_PORT, udp://10.96.0.8:9090"
    })
    void whatKubernetesSaysOfAServiceOfOurNameIsLeftAlone(String variable, String value) {
        assertThat(keys(Sources.empty().variable(variable, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CORESERVER_PORT, 8081", "CORESERVER_TARGETS_SERVICE_PORT_HTTP, 1", "CORESERVER_HOST, 10.96.0.7"})
    void whatOnlyLooksLikeThatIsReported(String variable, String value) {
        Sources sources = Sources.empty().variable(variable, value);
        assertThatThrownBy(sources::read).message().contains("`" + variable + "` is not a variable");
    }

    @Test
    void everySourceOfVariablesIsReadAsOne() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new EnvConfigSource(Map.of("CORESERVER_LISTEN", "::1"), 300),
                        new EnvConfigSource(Map.of("CORESERVER_DATA_DIR", "/tmp", "CORESERVER_LISEN", "1"), 295))
                .build();
        Path home = Path.of("/home/test");

        assertThatThrownBy(() -> Configuration.read(config, home))
                .isInstanceOf(InvalidConfigurationException.class)
                .message()
                .contains("CORESERVER_LISEN")
                .doesNotContain("DATA_DIR");
    }

    private static Iterable<Key> keys(Sources sources) {
        Problems problems = new Problems();
        Iterable<Key> keys = GivenNames.keys(sources.config(), problems);
        problems.throwIfAny();
        return keys;
    }

    private static void assertRefused(Sources sources, String sentence) {
        assertThatThrownBy(sources::read)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("CoreServer does not start, its configuration has a problem:\n  - " + sentence);
    }
}
