package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventKind;
import net.coreserver.event.Severity;
import net.coreserver.event.sink.Destination;
import net.coreserver.event.sink.SinkSettings;
import net.coreserver.event.sink.SyslogFacility;
import net.coreserver.event.sink.SyslogTransport;
import net.coreserver.netconf.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinkConfigurationTest {

    @TempDir
    private Path directory;

    private static Sources webhook() {
        return Sources.empty()
                .property("coreserver.sinks.noc.type", "webhook")
                .property("coreserver.sinks.noc.url", "https://noc.example.net/hook");
    }

    private static Sources syslog() {
        return Sources.empty()
                .property("coreserver.sinks.noc.type", "syslog")
                .property("coreserver.sinks.noc.host", "log.example.net");
    }

    private static SinkSettings only(Sources sources) {
        List<SinkSettings> sinks = sources.read().sinks();
        assertThat(sinks).hasSize(1);
        return sinks.getFirst();
    }

    private static List<String> problems(Sources sources) {
        InvalidConfigurationException thrown = catchThrowableOfType(InvalidConfigurationException.class, sources::read);
        assertThat(thrown).isNotNull();
        return String.valueOf(thrown.getMessage())
                .lines()
                .skip(1)
                .map(line -> line.substring("  - ".length()))
                .toList();
    }

    @Test
    void aWebhookNeedsATypeAndAUrl() {
        assertThat(only(webhook()))
                .isEqualTo(new SinkSettings(
                        "noc",
                        true,
                        EventFilter.ALL,
                        Duration.ofDays(1),
                        new Destination.Webhook(
                                URI.create("https://noc.example.net/hook"),
                                null,
                                null,
                                1,
                                Duration.ofSeconds(10),
                                null)));
    }

    @Test
    void everythingThatAWebhookCanSayArrives() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "test-secret\n");

        SinkSettings sink = only(webhook()
                .property("coreserver.sinks.noc.enabled", "false")
                .property("coreserver.sinks.noc.kinds", "link-down, link-up")
                .property("coreserver.sinks.noc.severities", "critical")
                .property("coreserver.sinks.noc.targets", "edge-1,edge-2")
                .property("coreserver.sinks.noc.give-up-after", "2h")
                .property("coreserver.sinks.noc.secret", "file:" + secret)
                .variable("CORESERVER_SINKS_NOC_BEARER_TOKEN", "test-token")
                .property("coreserver.sinks.noc.batch-size", "100")
                .property("coreserver.sinks.noc.timeout", "500ms"));

        assertThat(sink)
                .isEqualTo(new SinkSettings(
                        "noc",
                        false,
                        new EventFilter(
                                Set.of("edge-1", "edge-2"),
                                Set.of(),
                                Set.of(EventKind.LINK_DOWN, EventKind.LINK_UP),
                                Set.of(Severity.CRITICAL),
                                null,
                                null),
                        Duration.ofHours(2),
                        new Destination.Webhook(
                                URI.create("https://noc.example.net/hook"),
                                Secret.inFile(secret),
                                Secret.of("test-token"),
                                100,
                                Duration.ofMillis(500),
                                null)));
        assertThat(sink.toString()).doesNotContain("test-token", "test-secret");
    }

    @ParameterizedTest
    @CsvSource({"udp, 514, UDP", "tcp, 514, TCP", "tls, 6514, TLS"})
    void theTransportOfSyslogSaysThePort(String word, int port, SyslogTransport transport) {
        assertThat(only(syslog().property("coreserver.sinks.noc.transport", word))
                        .destination())
                .isEqualTo(new Destination.Syslog("log.example.net", port, transport, SyslogFacility.LOCAL0, null));
    }

    @Test
    void everythingThatSyslogCanSayArrives() {
        assertThat(only(syslog().property("coreserver.sinks.noc.host", "[2001:db8::1]")
                                .property("coreserver.sinks.noc.port", "10514")
                                .property("coreserver.sinks.noc.facility", "daemon"))
                        .destination())
                .isEqualTo(new Destination.Syslog(
                        "2001:db8::1", 10_514, SyslogTransport.UDP, SyslogFacility.DAEMON, null));
    }

    @Test
    void linesGoToAFileOrTheStandardOutput() {
        List<SinkSettings> sinks = Sources.empty()
                .property("coreserver.sinks.b.type", "json-lines")
                .property("coreserver.sinks.b.file", directory.resolve("events").toString())
                .property("coreserver.sinks.a.type", "json-lines")
                .property("coreserver.sinks.a.file", "-")
                .read()
                .sinks();

        assertThat(sinks).map(SinkSettings::name).containsExactly("a", "b");
        assertThat(sinks)
                .map(SinkSettings::destination)
                .containsExactly(
                        new Destination.JsonLines(null), new Destination.JsonLines(directory.resolve("events")));
    }

    @Test
    void whatIsMissingIsSpeltAsWhatIsThere() {
        assertThat(problems(Sources.empty().variable("CORESERVER_SINKS_NOC_URL", "https://noc.example.net")))
                .containsExactly("`CORESERVER_SINKS_NOC_TYPE` is missing: it is `webhook`, `syslog` or `json-lines`.");
        assertThat(problems(Sources.empty()
                        .property("coreserver.sinks.a.type", "webhook")
                        .property("coreserver.sinks.b.type", "syslog")
                        .property("coreserver.sinks.c.type", "json-lines")))
                .containsExactly(
                        "`coreserver.sinks.a.url` is missing: it is where the events are posted to.",
                        "`coreserver.sinks.b.host` is missing: it is the host name or the IP address of the server.",
                        "`coreserver.sinks.c.file` is missing: it is the file to write to,"
                                + " or `-` for the standard output.");
    }

    @Test
    void aKeyOfAnotherTypeIsRefused() {
        assertThat(problems(webhook()
                        .property("coreserver.sinks.noc.facility", "daemon")
                        .property("coreserver.sinks.noc.file", "-")))
                .containsExactly(
                        "`coreserver.sinks.noc.facility` is for sinks of type `syslog`,"
                                + " and `noc` is of type `webhook`.",
                        "`coreserver.sinks.noc.file` is for sinks of type `json-lines`,"
                                + " and `noc` is of type `webhook`.");
        assertThat(problems(Sources.empty()
                        .property("coreserver.sinks.noc.type", "json-lines")
                        .property("coreserver.sinks.noc.file", "-")
                        .property("coreserver.sinks.noc.ca-file", "/nowhere")))
                .containsExactly("`coreserver.sinks.noc.ca-file` is for sinks of type `webhook` or `syslog`,"
                        + " and `noc` is of type `json-lines`.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kinds|link-don|`link-don` in it is no kind; the nearest one is `link-down`",
                "kinds|test|`test` in it is no kind; the nearest one is",
                "severities|info,crit|`crit` in it is no severity; the nearest one is `critical`",
                "targets|edge 1|`edge 1` in it cannot name a target; the names have commas in between",
                "batch-size|0|it is a whole number from 1 to 1000",
                "batch-size|1001|it is a whole number from 1 to 1000",
                "timeout|6m|and here it is 100ms to 5m",
                "give-up-after|1s|and here it is 1m to 365d",
                "enabled|yes|it is either `true` or `false`",
                "type|web|it is `webhook`, `syslog` or `json-lines`",
                "ca-file|/nowhere|there is no such file",
            })
    void aValueThatMakesNoSenseIsRefused(String key, String text, String rule) {
        assertThat(problems(webhook().property("coreserver.sinks.noc." + key, text)))
                .singleElement()
                .asString()
                .startsWith("`coreserver.sinks.noc." + key + "` is `" + text + "`: ")
                .contains(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noc.example.net", "ftp://noc.example.net/TOKEN", "https:///TOKEN", "https://a b/TOKEN"})
    void aUrlThatIsNoneIsRefusedAndNotShown(String url) {
        assertThat(problems(webhook().property("coreserver.sinks.noc.url", url)))
                .containsExactly("`coreserver.sinks.noc.url`: it begins with `http://` or `https://` and a host.");
    }

    @Test
    void aUrlHasNoPassword() {
        assertThat(problems(webhook().property("coreserver.sinks.noc.url", "https://a:PASSWORD@noc.example.net/")))
                .containsExactly("`coreserver.sinks.noc.url`: a user name and a password do not belong to it;"
                        + " `bearer-token` can prove who sends.");
    }

    @Test
    void authoritiesAreForTls() throws IOException {
        Path text = Files.writeString(directory.resolve("ca.pem"), "no certificate");

        assertThat(problems(webhook().property("coreserver.sinks.noc.ca-file", text.toString())))
                .containsExactly("`coreserver.sinks.noc.ca-file` is `" + text
                        + "`: a file of authorities holds certificates as PEM.");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/hook, http://127.0.0.1:8080/hook",
        "https://noc.example.net/hook?token=SECRET, https://noc.example.net/hook?…",
        "https://noc.example.net/services/T01/B02/abcdefghijklmnopqrstuvwx, https://noc.example.net/services/T01/B02/…"
    })
    void whereItGoesIsToldWithoutWhatMayBeSecret(String url, String shown) {
        assertThat(only(webhook().property("coreserver.sinks.noc.url", url))
                        .destination()
                        .where())
                .isEqualTo(shown);
    }
}
