package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.coreserver.target.TargetKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem is one sentence that names what was given, and says what would be right. */
class ConfigurationProblemsTest {

    private final Path directory;

    ConfigurationProblemsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "65536", "99999999999", "-1", "8 30", "٨٣٠"})
    void aPortIsOutOfRangeOrNoNumber(String port) {
        assertThat(problems(Sources.ofOneTarget().property("coreserver.targets.edge.port", port)))
                .containsExactly(
                        "`coreserver.targets.edge.port` is `" + port + "`: a port is a whole number from 1 to 65535.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "interface", "site,kind", "if-index", "phys-address", "type", "description"})
    void aLabelOfPrometheusIsTaken(String labels) {
        String key = labels.substring(labels.indexOf(',') + 1);
        assertThat(problems(Sources.empty().property("coreserver.metrics.target-labels", labels)))
                .containsExactly(
                        "`coreserver.metrics.target-labels` is `" + labels + "`: `" + key + "` in it would be `"
                                + key.replace('-', '_') + "` in Prometheus, which stands there already.");
    }

    @Test
    void aLabelStandsTwice() {
        assertThat(problems(Sources.empty().property("coreserver.metrics.target-labels", "site,rack,site")))
                .containsExactly("`coreserver.metrics.target-labels` is `site,rack,site`: `site` and `site` in it would"
                        + " both be `site` in Prometheus.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Site", "-site", "si te", "site_code", "sité"})
    void noTargetCanHaveSuchALabel(String label) {
        assertThat(problems(Sources.empty().property("coreserver.metrics.target-labels", label)))
                .containsExactly("`coreserver.metrics.target-labels` is `" + label + "`: `" + label
                        + "` in it can be no label of a target, which is lower-case letters, digits and hyphens, no hyphen"
                        + " first; the list has commas in between.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "256MB", "0MiB", "512KiB", "101GiB", "-1GiB", "MiB", "1 GiB", "1234567890GiB"})
    void anAmountThatMakesNoSense(String amount) {
        assertThat(problems(Sources.empty().property("coreserver.events.max-size", amount)))
                .containsExactly("`coreserver.events.max-size` is `" + amount
                        + "`: an amount is written as `512KiB`, `256MiB` or `2GiB`, and here it is 1MiB to 100GiB.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "1.5", "many", "12345678901"})
    void aNumberThatMakesNoSense(String number) {
        assertThat(problems(Sources.empty().property("coreserver.events.flood-rate", number)))
                .containsExactly(
                        "`coreserver.events.flood-rate` is `" + number + "`: it is a whole number from 1 to 100000.");
    }

    @Test
    void aProblemNamesTheVariableThatTheValueCameFrom() {
        assertThat(problems(Sources.ofOneTarget()
                        .property("coreserver.targets.edge.port", "830")
                        .variable("CORESERVER_TARGETS_EDGE_PORT", "abc")))
                .containsExactly("`CORESERVER_TARGETS_EDGE_PORT` is `abc`: a port is a whole number from 1 to 65535.");
    }

    @ParameterizedTest
    @CsvSource({
        "poll-interval, 99ms, 100ms to 1d",
        "poll-interval, 25h, 100ms to 1d",
        "poll-interval, 10, 100ms to 1d",
        "connect-timeout, 11m, 100ms to 10m",
        "rpc-timeout, soon, 100ms to 1h"
    })
    void aDurationIsOutOfBoundsOrNone(String word, String duration, String bounds) {
        assertThat(problems(Sources.ofOneTarget().property("coreserver.targets.edge." + word, duration)))
                .containsExactly("`coreserver.targets.edge." + word + "` is `" + duration
                        + "`: a duration is written as `500ms`, `10s`, `5m`, `1h`, `2d` or `PT1M30S`, and here it is "
                        + bounds + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "tru"})
    void aFlagIsNeitherTrueNorFalse(String flag) {
        assertThat(problems(Sources.ofOneTarget()
                        .property("coreserver.targets.edge.enabled", flag)
                        .property("coreserver.agent.enabled", flag)))
                .containsExactly(
                        "`coreserver.agent.enabled` is `" + flag + "`: it is either `true` or `false`.",
                        "`coreserver.targets.edge.enabled` is `" + flag + "`: it is either `true` or `false`.");
    }

    @Test
    void aHostIsNoHost() {
        assertThat(problems(Sources.ofOneTarget()
                        .property("coreserver.targets.edge.host", "192.0.2.1:830")
                        .property("coreserver.listen", "http://localhost")))
                .containsExactly(
                        "`coreserver.listen` is `http://localhost`:"
                                + " a host is a host name or an IP address, with nothing before or after it.",
                        "`coreserver.targets.edge.host` is `192.0.2.1:830`:"
                                + " a host is a host name or an IP address, with nothing before or after it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "known_hosts",
                "Accept-New",
                "any",
                "SHA256:short",
                "SHA256:AAAAC3NzaC1lZDI1NTE5AAAAIDIhz2GK8XCUj4i6Q5y=",
                "MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48"
            })
    void aHostKeyIsMalformed(String hostKey) {
        assertThat(problems(Sources.ofOneTarget().property("coreserver.targets.edge.host-key", hostKey)))
                .containsExactly("`coreserver.targets.edge.host-key` is `" + hostKey
                        + "`: a host key is `known-hosts`, `accept-new`, or `SHA256:` with the 43 characters"
                        + " that `ssh-keygen -l` prints for the server's key.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "Legacy", "curve25519-sha256"})
    void theAlgorithmsAreNoChoice(String algorithms) {
        assertThat(problems(Sources.ofOneTarget().property("coreserver.targets.edge.ssh-algorithms", algorithms)))
                .containsExactly("`coreserver.targets.edge.ssh-algorithms` is `" + algorithms
                        + "`: it is either `modern` or `legacy`.");
    }

    @Test
    void theHostAndTheUsernameAreMissing() {
        assertThat(problems(Sources.empty().property("coreserver.targets.edge.password", "test-password")))
                .containsExactly(
                        "`coreserver.targets.edge.host` is missing:"
                                + " it is the host name or the IP address of the NETCONF server.",
                        "`coreserver.targets.edge.username` is missing: it is the account to log in with.");
    }

    @Test
    void whatIsMissingIsSpeltAsWhatIsThere() {
        assertThat(problems(Sources.empty().variable("CORESERVER_TARGETS_EDGE_1_HOST", "192.0.2.1")))
                .containsExactly(
                        "`CORESERVER_TARGETS_EDGE_1_USERNAME` is missing: it is the account to log in with.",
                        "Target `edge-1` has nothing to log in with: it takes `CORESERVER_TARGETS_EDGE_1_PASSWORD`,"
                                + " `CORESERVER_TARGETS_EDGE_1_PASSWORD_FILE` or"
                                + " `CORESERVER_TARGETS_EDGE_1_PRIVATE_KEY_FILE`.");
    }

    @Test
    void thereIsNothingToLogInWith() {
        assertThat(problems(Sources.ofOneTarget().without("coreserver.targets.edge.password")))
                .containsExactly("Target `edge` has nothing to log in with: it takes"
                        + " `coreserver.targets.edge.password`, `coreserver.targets.edge.password-file` or"
                        + " `coreserver.targets.edge.private-key-file`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"targets.edge", "defaults"})
    void aPasswordIsGivenTwice(String scope) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "test-password");
        assertThat(problems(Sources.ofOneTarget()
                        .property("coreserver." + scope + ".password", "test-password")
                        .property("coreserver." + scope + ".password-file", file.toString())))
                .containsExactly("`coreserver." + scope + ".password` and `coreserver." + scope
                        + ".password-file` are both given: a password comes from one of them.");
    }

    @Test
    void aPassphraseHasNoKey() {
        assertThat(problems(Sources.ofOneTarget()
                        .property("coreserver.targets.edge.private-key-passphrase", "test-passphrase")))
                .containsExactly("`coreserver.targets.edge.private-key-passphrase`: there is no private key that it"
                        + " could open; that takes `coreserver.targets.edge.private-key-file`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password-file", "private-key-file"})
    void aFileIsNotThere(String word) {
        Sources sources = Sources.ofOneTarget().without("coreserver.targets.edge.password");
        Path none = directory.resolve("none");
        assertThat(problems(sources.property("coreserver.targets.edge." + word, none.toString())))
                .containsExactly("`coreserver.targets.edge." + word + "` is `" + none + "`: there is no such file.");
        assertThat(problems(sources.property("coreserver.targets.edge." + word, directory.toString())))
                .containsExactly("`coreserver.targets.edge." + word + "` is `" + directory
                        + "`: this is a directory, and it has to be a file.");
        assertThat(problems(sources.property("coreserver.targets.edge." + word, "a\0b")))
                .containsExactly("`coreserver.targets.edge." + word + "` is `a?b`: this is not the name of a file.");
    }

    @Test
    void aFileIsEmpty() throws IOException {
        Path empty = Files.createFile(directory.resolve("password"));
        assertThat(problems(Sources.ofOneTarget()
                        .without("coreserver.targets.edge.password")
                        .property("coreserver.targets.edge.password-file", empty.toString())))
                .containsExactly("`coreserver.targets.edge.password-file` is `" + empty + "`: the file is empty.");
    }

    @Test
    void theDataDirectoryIsAFileAndTheKnownHostsFileADirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("data"));
        assertThat(problems(Sources.empty()
                        .property("coreserver.data-dir", file.toString())
                        .property("coreserver.known-hosts-file", directory.toString())))
                .containsExactly(
                        "`coreserver.data-dir` is `" + file
                                + "`: there is a file of that name, and it has to be a directory.",
                        "`coreserver.known-hosts-file` is `" + directory
                                + "`: this is a directory, and it has to be a file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "noc.example.net:8080", "*.example.net", "http://noc"})
    void anAllowedHostIsNoHostName(String host) {
        String list = "localhost, " + host;
        assertThat(problems(Sources.empty().property("coreserver.allowed-hosts", list)))
                .containsExactly("`coreserver.allowed-hosts` is `" + list + "`: `" + host
                        + "` in it is no host name and no IP address (a port does not belong to it);"
                        + " the list has commas in between, and `*` stands for any name.");
    }

    @Test
    void aNameIsNotAllowed() {
        assertThat(problems(Sources.empty()
                        .property("coreserver.targets.Edge.host", "192.0.2.1")
                        .property("coreserver.targets.Edge.port", "830")
                        .property("coreserver.targets.a-labels-b.host", "192.0.2.1")
                        .property("coreserver.defaults.labels.Site", "north")
                        .property("coreserver.defaults.host", "192.0.2.1")))
                .containsExactly(
                        "`coreserver.defaults.host`: a host has no default, every target says its own.",
                        "`coreserver.defaults.labels.Site`: `Site` cannot name a label;"
                                + " the name is lower-case letters, digits and hyphens, no hyphen first.",
                        "`coreserver.targets.Edge`: `Edge` cannot name a target;"
                                + " the name is lower-case letters, digits and hyphens, no hyphen first.",
                        "`coreserver.targets.a-labels-b`: `a-labels-b` cannot name a target; the word `labels` stands"
                                + " in a name only at its start, since a variable could not tell it from a label.");
    }

    @Test
    void theAgentWouldHaveTheNameOfATarget() {
        assertThat(problems(Sources.empty()
                        .property("coreserver.defaults.username", "monitor")
                        .property("coreserver.defaults.password", "test-password")
                        .property("coreserver.targets.localhost.host", "192.0.2.1")
                        .property("coreserver.agent.enabled", "true")))
                .containsExactly(
                        "Target `localhost` is configured, but with `coreserver.agent.enabled` that is the name"
                                + " of the embedded agent: one of the two has to go.");
    }

    @Test
    void aDefaultIsCheckedEvenWhenNoTargetUsesIt() {
        assertThat(problems(Sources.empty().property("coreserver.defaults.port", "abc")))
                .containsExactly("`coreserver.defaults.port` is `abc`: a port is a whole number from 1 to 65535.");
    }

    @Test
    void aDefaultThatIsWrongIsReportedOnce() {
        assertThat(problems(Sources.ofOneTarget()
                        .property("coreserver.targets.core.host", "192.0.2.2")
                        .property("coreserver.defaults.username", "monitor")
                        .property("coreserver.defaults.private-key-file", "/none")))
                .containsExactly("`coreserver.defaults.private-key-file` is `/none`: there is no such file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${NOT_SET}", "x${not.set}y"})
    void anExpressionRefersToNothing(String value) {
        assertThat(problems(Sources.ofOneTarget()
                        .property("coreserver.targets.edge.host", value)
                        .property("coreserver.targets.edge.password", value)))
                .contains(
                        "`coreserver.targets.edge.host` is `" + value
                                + "`: the expression `${...}` refers to something that is not set.",
                        "`coreserver.targets.edge.password`:"
                                + " the expression `${...}` refers to something that is not set.");
    }

    @Test
    void anExpressionRefersToItself() {
        assertThat(problems(Sources.empty().property("coreserver.data-dir", "${coreserver.data-dir}")))
                .containsExactly("`coreserver.data-dir` has an expression `${...}` that cannot be resolved.");
    }

    @Test
    void allProblemsComeTogether() {
        assertThat(problems(Sources.ofOneTarget()
                        .property("coreserver.lisen", "::1")
                        .variable("CORESERVER_TARGETS_EDGE_HOTS", "192.0.2.1")
                        .property("coreserver.targets.edge.port", "abc")
                        .property("coreserver.targets.core.host", "192.0.2.2")
                        .property("coreserver.agent.enabled", "maybe")))
                .containsExactlyInAnyOrder(
                        "`CORESERVER_TARGETS_EDGE_HOTS` is not a variable of this service;"
                                + " the nearest one is `CORESERVER_TARGETS_EDGE_HOST`.",
                        "`coreserver.lisen` is not a key of this service; the nearest one is `coreserver.listen`.",
                        "`coreserver.agent.enabled` is `maybe`: it is either `true` or `false`.",
                        "`coreserver.targets.core.username` is missing: it is the account to log in with.",
                        "Target `core` has nothing to log in with: it takes `coreserver.targets.core.password`,"
                                + " `coreserver.targets.core.password-file` or"
                                + " `coreserver.targets.core.private-key-file`.",
                        "`coreserver.targets.edge.port` is `abc`: a port is a whole number from 1 to 65535.");
    }

    @Test
    void noSecretIsEverShown() {
        String secret = "test-S3CRET\u0007" + "x".repeat(200);
        Sources sources = Sources.ofOneTarget()
                .property("coreserver.targets.edge.password", secret)
                .property("coreserver.targets.edge.password-file", "/none")
                .property("coreserver.targets.edge.private-key-passphrase", "${" + secret + "}")
                .property("coreserver.targets.edge.pasword", secret)
                .variable("CORESERVER_TARGETS_EDGE_PASWORD", secret)
                .variable("CORESERVER_DEFAULTS_PASSWORD", secret);

        assertThatThrownBy(sources::read).message().doesNotContain("S3CRET");
        Problems ignored = new Problems();
        assertThat(GivenKeys.in(sources.config(), ignored)
                        .find(new Key.OfTarget(new Scope.Named("edge"), TargetKey.PASSWORD)))
                .hasToString("`coreserver.targets.edge.password`");
    }

    @Test
    void aValueIsShownOnOneLineAndNotInFullLength() {
        assertThat(problems(Sources.empty().property("coreserver.agent.enabled", "a\n" + "x".repeat(200))))
                .containsExactly(
                        "`coreserver.agent.enabled` is `a?" + "x".repeat(98) + "...`: it is either `true` or `false`.");
    }

    private static List<String> problems(Sources sources) {
        InvalidConfigurationException refused =
                catchThrowableOfType(InvalidConfigurationException.class, sources::read);
        assertThat(refused).isNotNull();
        List<String> lines = String.valueOf(refused.getMessage()).lines().toList();
        List<String> sentences = lines.subList(1, lines.size());
        assertThat(sentences).allMatch(line -> line.startsWith("  - "));
        assertThat(lines.getFirst())
                .isEqualTo(
                        sentences.size() == 1
                                ? "CoreServer does not start, its configuration has a problem:"
                                : "CoreServer does not start, its configuration has " + sentences.size()
                                        + " problems:");
        return sentences.stream().map(line -> line.substring(4)).toList();
    }
}
