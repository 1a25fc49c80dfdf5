package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.target.SecretReference;
import net.coreserver.target.SettingsGrammar;
import net.coreserver.target.Target;
import net.coreserver.target.TargetSource;
import net.coreserver.target.ValueParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsFileTest {

    static final SettingsGrammar GRAMMAR = SettingsGrammar.ofOperator(
            ValueParser.hostKey(
                    new HostKeyPolicy.KnownHosts(Path.of("known")),
                    new HostKeyPolicy.AcceptNew(Path.of("known"), Path.of("learned"))),
            new SecretReference(Path::of, Map.of("EDGE_PASSWORD", "test-password")::get),
            Path::of);

    private static final String LOGIN = "{username: monitor, password: test-password";

    private static TargetsFile read(String text) {
        return TargetsFile.read(text.getBytes(StandardCharsets.UTF_8), GRAMMAR, GRAMMAR.standard());
    }

    @Test
    void whatIsSaidOfAllOfALabelAndOfTheTargetLiesOverEachOther() {
        TargetsFile file = read("""
                defaults:
                  username: monitor
                  password: env:EDGE_PASSWORD
                  pollInterval: 20s
                labels:
                  site=north:
                    poll-interval: 30s
                    interface-types: [ethernetCsmacd, ieee8023adLag]
                    model: ietf-interfaces-state
                targets:
                  edge-1:
                    host: edge-1.example.net
                    labels: {site: north, rack: 12}
                  edge-2:
                    host: 2001:db8::2
                    port: 22
                    enabled: false
                    interface-names: ["ge-0/0/0", "a,b"]
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.targets()).extracting(Target::name).containsExactly("edge-1", "edge-2");
        Target first = file.targets().getFirst();
        assertThat(first.pollInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(first.endpoint().credentials().password()).isEqualTo(Secret.of("test-password"));
        assertThat(first.labels()).isEqualTo(Map.of("site", "north", "rack", "12"));
        assertThat(first.interfaces().types())
                .containsExactly(InterfaceType.of("ethernetCsmacd"), InterfaceType.of("ieee8023adLag"));
        assertThat(first.model()).isEqualTo("ietf-interfaces-state");
        assertThat(first.source()).isEqualTo(TargetSource.FILE);
        Target second = file.targets().getLast();
        assertThat(second.pollInterval()).isEqualTo(Duration.ofSeconds(20));
        assertThat(second.endpoint().port()).isEqualTo(22);
        assertThat(second.enabled()).isFalse();
        assertThat(second.interfaces()).isEqualTo(new InterfaceSelection(Set.of("ge-0/0/0", "a,b"), Set.of()));
    }

    @Test
    void jsonIsYamlToo() {
        assertThat(read("{\"targets\": {\"edge-1\": {\"host\": \"192.0.2.1\", \"username\": \"monitor\","
                                + " \"password\": \"test-password\"}}}")
                        .targets())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "targets:", "targets: {}", "defaults:\nlabels:\ntargets:\n"})
    void aFileMaySayNothing(String text) {
        assertThat(read(text).problems()).isEmpty();
        assertThat(read(text).targets()).isEmpty();
    }

    @Test
    void everyProblemIsNamedAndTheRestGoesOn() {
        TargetsFile file = read("""
                defaults: {host: 192.0.2.9, prot: 22}
                labels:
                  site: {port: 22}
                targets:
                  Edge: {host: 192.0.2.1}
                  edge-1: %1$s, host: 192.0.2.1, port: abc, hots: x}
                  edge-2: {host: 192.0.2.2}
                  edge-3: %1$s, host: 192.0.2.3}
                  edge-4: 7
                  edge-5: %1$s, host: {a: b}}
                extra: 1
                """.formatted(LOGIN));

        assertThat(file.targets()).extracting(Target::name).containsExactly("edge-3");
        assertThat(file.problems())
                .contains(
                        "`defaults.host`: a host has no default, every target says its own.",
                        "`defaults.prot` has no place here; the nearest is `defaults.port`.",
                        "`labels.site`: a label is written as key=text,"
                                + " and its key is lower-case letters, digits and hyphens, no hyphen first.",
                        "`targets.Edge`: the name of a target is lower-case letters, digits and hyphens, no hyphen first.",
                        "`targets.edge-1.hots` has no place here; the nearest is `targets.edge-1.host`.",
                        "`targets.edge-1.port` is `abc`: a port is a whole number from 1 to 65535.",
                        "`targets.edge-2.username` is missing: it is the account to log in with.",
                        "`targets.edge-2` has nothing to log in with: it takes `password`, `password-file` or"
                                + " `private-key-file`.",
                        "`targets.edge-4` is a mapping, and here it is none.",
                        "`targets.edge-5.host` is one value, or a list of them, and here it is neither.",
                        "`extra` has no place here: the file has `defaults`, `labels` and `targets`.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets: {a: {host: x}, a: {host: y}}|`targets.a` stands here twice",
                "targets: [|It is no well-formed YAML",
                "targets: {a: *nowhere}|It is no well-formed YAML",
                "a: &a [x]|has no place here",
                "[1, 2]|The file is a mapping",
                "text|The file is a mapping"
            })
    void whatIsNoSuchDocumentIsTold(String text, String problem) {
        assertThat(read(text).problems()).anyMatch(sentence -> sentence.contains(problem));
        assertThat(read(text).targets()).isEmpty();
    }

    @Test
    void everyScalarIsTakenAsItIsWrittenAndAliasesStandForWhatTheyName() {
        TargetsFile file = read("""
                targets:
                  edge-1: {host: &host 192.0.2.1, username: 007, password: 0123, labels: {since: 2026-11-21, on: yes}}
                  edge-2: {host: *host, username: null, password: ~}
                """);
        Target target = file.targets().getFirst();
        assertThat(target.endpoint().credentials().username()).isEqualTo("007");
        assertThat(target.endpoint().credentials().password()).isEqualTo(Secret.of("0123"));
        assertThat(target.labels()).isEqualTo(Map.of("since", "2026-11-21", "on", "yes"));
        assertThat(file.problems())
                .containsExactly(
                        "`targets.edge-2.username` is missing: it is the account to log in with.",
                        "`targets.edge-2` has nothing to log in with: it takes `password`, `password-file` or"
                                + " `private-key-file`.");
    }

    @Test
    void aliasesDoNotFillTheMemory() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(",", Collections.nCopies(9, before))));
        }
        assertThat(read(text.toString()).problems()).isNotEmpty();
    }

    @Test
    void noSecretIsShown() {
        assertThat(read("targets: {edge-1: {host: 192.0.2.1, username: monitor, password: [S3CRET, {S3CRET: 1}],"
                                + " private-key: env:S3CRET}}")
                        .problems())
                .isNotEmpty()
                .noneMatch(sentence -> sentence.contains("S3CRET"));
        assertThat(read("targets:\n  edge-1:\n    password: \"test-S3CRET\n").problems())
                .isNotEmpty()
                .noneMatch(sentence -> sentence.contains("S3CRET"));
    }
}
