package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.coreserver.event.EventLogSettings;
import net.coreserver.history.HistorySettings;
import net.coreserver.metrics.MetricsSettings;
import net.coreserver.metrics.TargetLabel;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.SshAlgorithms;
import net.coreserver.target.CredentialsKeys;
import net.coreserver.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final String FINGERPRINT = "SHA256:AAAAC3NzaC1lZDI1NTE5AAAAIDIhz2GK8XCUj4i6Q5y";

    private static final Path KNOWN_HOSTS = Path.of("/home/test/.ssh/known_hosts");

    private final Path directory;

    ConfigurationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void withNothingGivenThereIsNoTargetAndTheAgentRuns() {
        Configuration configuration = Sources.empty().read();

        assertThat(configuration.inventory().targets()).isEmpty();
        assertThat(configuration.settings().dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(configuration.settings().allowedHosts()).isEmpty();
        assertThat(configuration.settings().agent()).isEqualTo(AgentMode.WHEN_NO_TARGET);
        assertThat(configuration.runsAgent()).isTrue();
    }

    @Test
    void aTargetThatSaysOnlyWhatItMustHasTheStandardForEverythingElse() {
        Configuration configuration = Sources.ofOneTarget().read();

        assertThat(configuration.inventory().targets())
                .containsOnly(Map.entry(
                        "edge",
                        new Target(
                                new Endpoint(
                                        "edge",
                                        "192.0.2.1",
                                        830,
                                        Credentials.ofPassword("monitor", Secret.of("test-password")),
                                        new HostKeyPolicy.KnownHosts(KNOWN_HOSTS),
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(30)),
                                Duration.ofSeconds(10),
                                true,
                                Map.of())));
        assertThat(configuration.runsAgent()).isFalse();
    }

    @Test
    void everythingThatATargetCanSayArrives() throws IOException {
        Path password = file("password", "test-password\n");
        Path key = file("id_ed25519", "a private key");

        Target target = Sources.empty()
                .property("coreserver.targets.edge.host", "edge.example.net")
                .property("coreserver.targets.edge.port", "56734")
                .property("coreserver.targets.edge.username", "monitor")
                .property("coreserver.targets.edge.password-file", password.toString())
                .property("coreserver.targets.edge.private-key-file", key.toString())
                .property("coreserver.targets.edge.private-key-passphrase", "test-passphrase")
                .property("coreserver.targets.edge.host-key", FINGERPRINT)
                .property("coreserver.targets.edge.ssh-algorithms", "legacy")
                .property("coreserver.targets.edge.poll-interval", "500ms")
                .property("coreserver.targets.edge.connect-timeout", "PT5S")
                .property("coreserver.targets.edge.rpc-timeout", "2m")
                .property("coreserver.targets.edge.enabled", "false")
                .property("coreserver.targets.edge.labels.site", "Łódź, hall 2")
                .read()
                .inventory()
                .targets()
                .get("edge");

        assertThat(target)
                .isEqualTo(new Target(
                        new Endpoint(
                                "edge",
                                "edge.example.net",
                                56_734,
                                new Credentials(
                                        "monitor",
                                        Secret.inFile(password),
                                        Secret.inFile(key),
                                        Secret.of("test-passphrase")),
                                new HostKeyPolicy.Pinned(FINGERPRINT),
                                SshAlgorithms.LEGACY,
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(2)),
                        Duration.ofMillis(500),
                        false,
                        Map.of("site", "Łódź, hall 2")));
    }

    @Test
    void aTargetTakesFromTheDefaultsWhatItDoesNotSay() {
        Map<String, Target> targets = Sources.empty()
                .property("coreserver.defaults.username", "monitor")
                .property("coreserver.defaults.password", "test-password")
                .property("coreserver.defaults.port", "2022")
                .property("coreserver.defaults.poll-interval", "1m")
                .property("coreserver.defaults.connect-timeout", "1s")
                .property("coreserver.defaults.rpc-timeout", "2s")
                .property("coreserver.defaults.host-key", "accept-new")
                .property("coreserver.defaults.ssh-algorithms", "legacy")
                .property("coreserver.defaults.enabled", "false")
                .property("coreserver.defaults.labels.site", "north")
                .property("coreserver.defaults.labels.owner", "noc")
                .property("coreserver.targets.one.host", "one.example.net")
                .property("coreserver.targets.two.host", "two.example.net")
                .property("coreserver.targets.two.port", "830")
                .property("coreserver.targets.two.ssh-algorithms", "modern")
                .property("coreserver.targets.two.enabled", "true")
                .property("coreserver.targets.two.labels.site", "south")
                .property("coreserver.data-dir", directory.toString())
                .read()
                .inventory()
                .targets();

        HostKeyPolicy acceptNew = new HostKeyPolicy.AcceptNew(KNOWN_HOSTS, directory.resolve("known_hosts"));
        Credentials credentials = Credentials.ofPassword("monitor", Secret.of("test-password"));
        assertThat(targets)
                .containsOnly(
                        Map.entry(
                                "one",
                                new Target(
                                        new Endpoint(
                                                "one",
                                                "one.example.net",
                                                2022,
                                                credentials,
                                                acceptNew,
                                                SshAlgorithms.LEGACY,
                                                Duration.ofSeconds(1),
                                                Duration.ofSeconds(2)),
                                        Duration.ofMinutes(1),
                                        false,
                                        Map.of("site", "north", "owner", "noc"))),
                        Map.entry(
                                "two",
                                new Target(
                                        new Endpoint(
                                                "two",
                                                "two.example.net",
                                                830,
                                                credentials,
                                                acceptNew,
                                                Duration.ofSeconds(1),
                                                Duration.ofSeconds(2)),
                                        Duration.ofMinutes(1),
                                        true,
                                        Map.of("site", "south", "owner", "noc"))));
    }

    @Test
    void aPasswordOfItsOwnPutsTheDefaultPasswordFileAside() throws IOException {
        Credentials credentials = credentials(Sources.ofOneTarget()
                .property(
                        "coreserver.defaults.password-file",
                        file("password", "of-all").toString()));

        assertThat(credentials.password()).isEqualTo(Secret.of("test-password"));
    }

    @Test
    void aPasswordFileOfItsOwnPutsTheDefaultPasswordAside() throws IOException {
        Path own = file("password", "of-its-own");

        Credentials credentials = credentials(Sources.ofOneTarget()
                .without("coreserver.targets.edge.password")
                .property("coreserver.targets.edge.password-file", own.toString())
                .property("coreserver.defaults.password", "of-all"));

        assertThat(credentials.password()).isEqualTo(Secret.inFile(own));
    }

    @Test
    void aDefaultPassphraseServesTheTargetsThatHaveAKey() throws IOException {
        Path key = file("id_ed25519", "a private key");

        Map<String, Target> targets = Sources.ofOneTarget()
                .property("coreserver.defaults.private-key-passphrase", "test-passphrase")
                .property("coreserver.targets.core.host", "192.0.2.2")
                .property("coreserver.targets.core.username", "monitor")
                .property("coreserver.targets.core.private-key-file", key.toString())
                .read()
                .inventory()
                .targets();

        assertThat(targets.get("core"))
                .extracting(target -> target.endpoint().credentials())
                .isEqualTo(new Credentials("monitor", null, Secret.inFile(key), Secret.of("test-passphrase")));
        assertThat(targets).containsKey("edge");
    }

    @Test
    void variablesAndPropertiesSpeakOfTheSameTargets() {
        Map<String, Target> targets = Sources.empty()
                .property("coreserver.targets.edge-1.host", "192.0.2.1")
                .property("coreserver.targets.edge-1.username", "of-the-property")
                .variable("CORESERVER_TARGETS_EDGE_1_USERNAME", "of-the-variable")
                .variable("CORESERVER_TARGETS_EDGE_1_PASSWORD", "test-password")
                .variable("CORESERVER_TARGETS_EDGE_1_LABELS_RACK_ROW", "7")
                .variable("CORESERVER_TARGETS_PORT_HOST", "192.0.2.2")
                .variable("CORESERVER_DEFAULTS_USERNAME", "of-all")
                .variable("CORESERVER_DEFAULTS_PASSWORD", "test-password")
                .read()
                .inventory()
                .targets();

        assertThat(targets.keySet()).containsExactly("edge-1", "port");
        assertThat(targets.values())
                .map(target -> target.endpoint().credentials().username())
                .containsExactly("of-the-variable", "of-all");
        assertThat(targets.values()).map(Target::labels).containsExactly(Map.of("rack-row", "7"), Map.of());
    }

    @Test
    void targetsComeInTheNaturalOrderOfTheirNames() {
        Sources sources = Sources.empty()
                .property("coreserver.defaults.username", "monitor")
                .property("coreserver.defaults.password", "test-password");
        for (String name : new String[] {"edge-10", "edge-9", "core", "edge-1"}) {
            sources.property("coreserver.targets." + name + ".host", "192.0.2.1");
        }

        assertThat(sources.read().inventory().targets().keySet())
                .containsExactly("core", "edge-1", "edge-9", "edge-10");
    }

    @Test
    void theSettingsOfTheServiceArrive() {
        Settings settings = Sources.empty()
                .property("coreserver.data-dir", "~/state")
                .property("coreserver.allowed-hosts", " NOC.example.net,192.0.2.7 , [2001:db8::1],")
                .property("coreserver.listen", "0.0.0.0")
                .property("coreserver.agent.enabled", "false")
                .property("coreserver.targets-file", "~/targets.yaml")
                .property("coreserver.events.max-age", "7d")
                .property("coreserver.events.max-size", "2GiB")
                .property("coreserver.events.flood-rate", "25")
                .property("coreserver.history.enabled", "false")
                .property("coreserver.history.max-size", "5GiB")
                .property("coreserver.history.samples.max-age", "12h")
                .property("coreserver.history.five-minutes.max-age", "7d")
                .property("coreserver.history.hours.max-age", "90d")
                .property("coreserver.metrics.target-labels", "site-code, rack,")
                .property("coreserver.metrics.timestamps", "true")
                .read()
                .settings();

        assertThat(settings)
                .isEqualTo(new Settings(
                        Path.of("/home/test/state"),
                        Set.of("noc.example.net", "192.0.2.7", "2001:db8::1"),
                        Path.of("/home/test/targets.yaml"),
                        AgentMode.OFF,
                        new CredentialsKeys.InFile(Path.of("/home/test/state/credentials.key")),
                        new EventLogSettings(Duration.ofDays(7), 2L << 30, 25),
                        new HistorySettings(
                                false, 5L << 30, Duration.ofHours(12), Duration.ofDays(7), Duration.ofDays(90)),
                        new MetricsSettings(
                                List.of(new TargetLabel("site-code", "site_code"), new TargetLabel("rack", "rack")),
                                true)));
    }

    @Test
    void aHistoryIsKeptWithinBoundsWhenNothingIsSaid() {
        assertThat(Sources.empty().read().settings().history())
                .isEqualTo(new HistorySettings(
                        true, 2L << 30, Duration.ofDays(2), Duration.ofDays(30), Duration.ofDays(365)));
    }

    @Test
    void theLogHasBoundsWhenNothingIsSaid() {
        assertThat(Sources.empty().read().settings().events())
                .isEqualTo(new EventLogSettings(Duration.ofDays(90), 256L << 20, 100));
    }

    @Test
    void metricsArePlainWhenNothingIsSaid() {
        assertThat(Sources.empty().read().settings().metrics()).isEqualTo(new MetricsSettings(List.of(), false));
    }

    @Test
    void theKeysOfCredentialsComeFromAFileOrAVariable() throws IOException {
        Path keys = file("keys", "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");

        assertThat(Sources.empty()
                        .property("coreserver.credentials-key-file", keys.toString())
                        .read()
                        .settings()
                        .credentialsKeys())
                .isEqualTo(new CredentialsKeys.InFile(keys));
        assertThat(Sources.empty()
                        .variable("CORESERVER_CREDENTIALS_KEY", "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                        .read()
                        .settings()
                        .credentialsKeys())
                .isInstanceOf(CredentialsKeys.Given.class);
    }

    @Test
    void keysOfCredentialsThatMakeNoSenseStopTheStartAndAreNotShown() throws IOException {
        Path keys = file("keys", "1:c2hvcnQ=\n");

        assertThatThrownBy(() -> Sources.empty()
                        .property("coreserver.credentials-key-file", keys.toString())
                        .read())
                .hasMessageContaining("coreserver.credentials-key-file")
                .hasMessageContaining("VERSION:BASE64")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> Sources.empty()
                        .variable("CORESERVER_CREDENTIALS_KEY", "1:c2hvcnQ=")
                        .read())
                .hasMessageContaining("CORESERVER_CREDENTIALS_KEY")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> Sources.empty()
                        .property(
                                "coreserver.credentials-key-file",
                                directory.resolve("missing").toString())
                        .read())
                .hasMessageContaining("there is no such file");
    }

    @Test
    void withATargetsFileTheAgentDoesNotRun() {
        assertThat(Sources.empty()
                        .property("coreserver.targets-file", "/none")
                        .read()
                        .runsAgent())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, ON", "false, OFF", "TRUE, ON", "'', WHEN_NO_TARGET"})
    void theAgentIsOnOrOffOrLeftToTheTargets(String value, AgentMode mode) {
        assertThat(Sources.empty()
                        .variable("CORESERVER_AGENT_ENABLED", value)
                        .read()
                        .settings()
                        .agent())
                .isEqualTo(mode);
    }

    @Test
    void theKnownHostsFileNeedNotExist() {
        Target target = Sources.ofOneTarget()
                .property(
                        "coreserver.known-hosts-file", directory.resolve("none").toString())
                .read()
                .inventory()
                .targets()
                .get("edge");

        assertThat(target)
                .isNotNull()
                .extracting(it -> it.endpoint().hostKeyPolicy())
                .isEqualTo(new HostKeyPolicy.KnownHosts(directory.resolve("none")));
    }

    @Test
    void anEmptyValueIsAsGoodAsNone() {
        Configuration configuration = Sources.ofOneTarget()
                .variable("CORESERVER_TARGETS_EDGE_PORT", "")
                .variable("CORESERVER_TARGETS_EDGE_LABELS_SITE", " ")
                .variable("CORESERVER_TARGETS_EDGE_PASSWORD_FILE", "")
                .variable("CORESERVER_TARGETS_SPARE_HOST", "")
                .variable("CORESERVER_ALLOWED_HOSTS", "")
                .read();

        assertThat(configuration.inventory().targets().keySet()).containsExactly("edge");
        assertThat(configuration.settings().allowedHosts()).isEmpty();
    }

    @Test
    void aSecretIsTakenToTheLetter() {
        assertThat(credentials(Sources.ofOneTarget()
                                .without("coreserver.targets.edge.password")
                                .variable("CORESERVER_TARGETS_EDGE_PASSWORD", " test$$-${password}\\ "))
                        .password())
                .isEqualTo(Secret.of(" test$$-${password}\\ "));
    }

    @Test
    void aPropertyCanReferToAVariable() {
        assertThat(credentials(Sources.ofOneTarget()
                                .property("coreserver.targets.edge.password", "${EDGE_PASSWORD}")
                                .variable("EDGE_PASSWORD", "test-secret"))
                        .password())
                .isEqualTo(Secret.of("test-secret"));
    }

    @Test
    void aDollarThatRefersToNothingIsWrittenTwice() {
        assertThat(credentials(Sources.ofOneTarget().property("coreserver.targets.edge.password", "test-$${x}-$$-$-\\"))
                        .password())
                .isEqualTo(Secret.of("test-${x}-$-$-\\"));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static Credentials credentials(Sources sources) {
        return Objects.requireNonNull(sources.read().inventory().targets().get("edge"))
                .endpoint()
                .credentials();
    }
}
