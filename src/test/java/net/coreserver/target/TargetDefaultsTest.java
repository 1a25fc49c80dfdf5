package net.coreserver.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import org.junit.jupiter.api.Test;

class TargetDefaultsTest {

    private static final SettingsGrammar GRAMMAR = SettingsGrammar.ofOperator(
            ValueParser.hostKey(
                    new HostKeyPolicy.KnownHosts(Path.of("known")),
                    new HostKeyPolicy.AcceptNew(Path.of("known"), Path.of("learned"))),
            Secret::of,
            Path::of);

    private static TargetSettings said(Map<TargetKey, String> texts, Map<String, String> labels) {
        return GRAMMAR.read(new StatedSettings(texts, labels), problem -> {
            throw new AssertionError(problem);
        });
    }

    private static final TargetDefaults DEFAULTS = new TargetDefaults(
            said(
                            Map.of(
                                    TargetKey.POLL_INTERVAL, "20s",
                                    TargetKey.USERNAME, "monitor",
                                    TargetKey.PASSWORD, "test-password"),
                            Map.of("site", "north"))
                    .orElse(GRAMMAR.standard()),
            Map.of(
                    "site",
                    Map.of(
                            "north", said(Map.of(TargetKey.POLL_INTERVAL, "30s"), Map.of()),
                            "south", said(Map.of(TargetKey.POLL_INTERVAL, "40s"), Map.of())),
                    "role",
                    Map.of(
                            "core",
                            said(Map.of(TargetKey.POLL_INTERVAL, "1s", TargetKey.PASSWORD, "test-core"), Map.of()))));

    private static TargetSettings whole(Map<TargetKey, String> texts, Map<String, String> labels) {
        TargetSettings own = said(texts, labels);
        return own.orElse(DEFAULTS.under(own));
    }

    @Test
    void whatATargetSaysItselfCountsFirst() {
        assertThat(whole(Map.of(TargetKey.POLL_INTERVAL, "5s"), Map.of("role", "core"))
                        .pollInterval())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void thenWhatIsSaidOfItsLabelsAlsoOfOneThatIsADefault() {
        assertThat(whole(Map.of(), Map.of("site", "south")).pollInterval()).isEqualTo(Duration.ofSeconds(40));
        assertThat(whole(Map.of(), Map.of()).pollInterval()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void ofSeveralLabelsTheFirstKeyCounts() {
        TargetSettings settings = whole(Map.of(), Map.of("site", "south", "role", "core"));
        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.password()).isEqualTo(Secret.of("test-core"));
    }

    @Test
    void thenWhatIsSaidOfAllAndAtLastTheStandard() {
        TargetSettings settings = whole(Map.of(), Map.of("site", "elsewhere"));
        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.port()).isEqualTo(830);
    }

    @Test
    void clientsGetNoCredentialsFromThem() {
        TargetSettings own = said(Map.of(), Map.of("role", "core"));
        TargetSettings settings = own.orElse(DEFAULTS.forClients().under(own));
        assertThat(settings.password()).isNull();
        assertThat(settings.username()).isNull();
        assertThat(settings.said()).noneMatch(TargetKey::credential);
        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(1));
    }
}
