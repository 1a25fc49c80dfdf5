package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.coreserver.event.EventData;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventKind;
import net.coreserver.event.InMemoryEvents;
import net.coreserver.event.Occurrence;
import net.coreserver.event.Severity;
import net.coreserver.event.sink.Destination;
import net.coreserver.event.sink.SinkSettings;
import net.coreserver.event.sink.SinkState;
import net.coreserver.event.sink.Sinks;
import net.coreserver.event.sink.SyslogFacility;
import net.coreserver.event.sink.SyslogTransport;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.Upkeep;
import net.coreserver.testing.TestCertificate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a real rsyslog makes of what it is sent. */
@RequiresRsyslog
class SyslogIT {

    private static final Instant AT = Instant.parse("2026-11-21T07:00:00.123456Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final InMemoryEvents log = new InMemoryEvents();

    private Store store() {
        Store store = new Store(
                directory.resolve("coreserver.db"),
                Migrations.CORESERVER,
                Upkeep.RECORDS,
                InstantSource.system(),
                Duration.ofSeconds(1));
        store.start(PATIENCE);
        return store;
    }

    private Rsyslog rsyslog(SyslogTransport transport) throws Exception {
        return new Rsyslog(
                directory,
                Logs.of(SyslogIT.class).file("rsyslogd-" + transport.word()),
                transport,
                TestCertificate.of(directory, "127.0.0.1"));
    }

    private Sinks sinks(Store store, SyslogTransport transport, Rsyslog server) {
        Path authority = transport == SyslogTransport.TLS ? server.authority() : null;
        Destination syslog =
                new Destination.Syslog("127.0.0.1", server.port(), transport, SyslogFacility.LOCAL3, authority);
        Sinks sinks = new Sinks(
                List.of(new SinkSettings("log", true, EventFilter.ALL, Duration.ofDays(1), syslog)),
                log,
                log,
                store,
                InstantSource.system());
        sinks.start();
        // It begins with what happens from then on, so it has to have begun.
        await().atMost(PATIENCE).until(() -> {
            record(0);
            return sinks.find("log").map(SinkState::delivered).orElse(0L) > 0;
        });
        return sinks;
    }

    private void record(int number) {
        log.record(new Occurrence(
                        AT,
                        null,
                        "edge-1",
                        "Gi0/\"" + number + "\"]\\",
                        EventKind.LINK_DOWN,
                        Severity.CRITICAL,
                        "Łódź is down,\nno. " + number,
                        EventData.NONE)
                .entry());
    }

    /** The line that rsyslog writes for an event; it shows the structured data with their escapes. */
    private static String line(long id, int number) {
        return "154|2026-11-21T07:00:00.123456Z|coreserver|link-down|[coreserver@32473 id=\"" + id
                + "\" target=\"edge-1\" interface=\"Gi0/\\\"" + number
                + "\\\"\\]\\\\\" severity=\"critical\"]|Łódź is down, no. " + number;
    }

    private List<String> expected(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> log.all().stream()
                        .filter(event -> event.what().message().endsWith("no. " + number))
                        .findFirst()
                        .map(event -> line(event.id(), number)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> numbered(Rsyslog server) throws Exception {
        return server.messages().stream()
                .filter(line -> !line.endsWith("no. 0"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyEventArrivesWithAllItsParts(SyslogTransport transport) throws Exception {
        try (Rsyslog server = rsyslog(transport);
                Store store = store();
                Sinks sinks = sinks(store, transport, server)) {
            IntStream.rangeClosed(1, 200).forEach(this::record);

            await().atMost(PATIENCE).until(() -> numbered(server).size() >= 200);
            assertThat(numbered(server)).isEqualTo(expected(1, 200));
            assertThat(sinks.find("log").map(SinkState::failure)).isEmpty();
            assertThat(sinks.test("log").get().isDelivered()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UDP")
    void whatHappensWhileTheServerIsAwayArrivesWhenItIsBack(SyslogTransport transport) throws Exception {
        try (Rsyslog server = rsyslog(transport);
                Store store = store();
                Sinks sinks = sinks(store, transport, server)) {
            IntStream.rangeClosed(1, 50).forEach(this::record);
            await().atMost(PATIENCE).until(() -> numbered(server).size() >= 50);
            server.stop();
            IntStream.rangeClosed(51, 100).forEach(this::record);
            await().atMost(PATIENCE)
                    .until(() -> sinks.find("log").map(SinkState::failure).isPresent());
            server.startAgain();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(numbered(server)).containsAll(expected(1, 100)));
            // What was written in the seconds before the break may be there twice, and nothing else.
            assertThat(numbered(server)).hasSizeLessThanOrEqualTo(150).containsOnlyOnceElementsOf(expected(51, 100));
        }
    }
}
