package net.coreserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.coreserver.monitor.Failure;
import net.coreserver.monitor.ModelChoice;
import net.coreserver.monitor.Opening;
import net.coreserver.monitor.PollReport;
import net.coreserver.monitor.Remembered;
import net.coreserver.monitor.SessionInfo;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.Peer;
import net.coreserver.netconf.RpcError;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.StoreUnavailableException;
import net.coreserver.store.Upkeep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredHealthTest {

    private static final Instant AT = Instant.parse("2026-11-21T07:00:00.123456789Z");

    private static final Remembered FULL = new Remembered(
            "edge-1",
            "edge-1.example.net",
            830,
            AT,
            3,
            new Failure(
                    FailureKind.RPC_ERROR,
                    "access-denied",
                    AT,
                    List.of(new RpcError("application", "access-denied", "error", null, "/a", "no", "<x/>"))),
            new PollReport(AT, Duration.ofMillis(7), Duration.ofNanos(12_345_678), 34_410, 222, 50),
            new SessionInfo(
                    4711,
                    "chunked",
                    List.of("urn:ietf:params:netconf:base:1.1"),
                    Map.of("cipher", "aes128-gcm@openssh.com"),
                    new Opening(
                            AT,
                            new Peer("192.0.2.1", 830, "SHA256:" + "A".repeat(43), Duration.ofMillis(30)),
                            Duration.ofMillis(4))),
            new ModelChoice("ietf-interfaces-state", "The server has it", true, false));

    private static final Remembered EMPTY = new Remembered("edge-2", "192.0.2.2", 22, null, 0, null, null, null, null);

    @TempDir
    private Path directory;

    private void withMemory(Consumer<StoredHealth> test) {
        try (Store store = new Store(
                directory.resolve("coreserver.db"),
                Migrations.CORESERVER,
                Upkeep.RECORDS,
                InstantSource.system(),
                Duration.ofSeconds(1))) {
            StoredHealth memory = new StoredHealth(store);
            store.start(Duration.ofSeconds(30));
            test.accept(memory);
        }
    }

    @Test
    void whatIsKeptIsThereAtTheNextStart() {
        withMemory(memory -> {
            assertThat(memory.load()).isEmpty();
            memory.keep(List.of(EMPTY), List.of());
            memory.keep(List.of(FULL, EMPTY), List.of());
        });
        withMemory(memory -> assertThat(memory.load()).containsExactlyInAnyOrder(FULL, EMPTY));
    }

    @Test
    void aChoiceOfAnEarlierVersionIsReadAsOneThatDidNotAnswer() throws Exception {
        withMemory(memory -> memory.keep(List.of(FULL), List.of()));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("coreserver.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE health SET document = json_set(document, '$.choice',"
                    + " json('{\"model\":\"ietf-interfaces@2014-05-08\",\"reason\":\"announced\"}'))");
        }
        withMemory(memory -> assertThat(memory.load())
                .singleElement()
                .extracting(Remembered::choice)
                .isEqualTo(new ModelChoice("ietf-interfaces@2014-05-08", "announced", false, false)));
    }

    @Test
    void whatIsGoneIsForgotten() {
        withMemory(memory -> {
            memory.keep(List.of(FULL, EMPTY), List.of());
            memory.keep(List.of(), List.of("edge-1"));
        });
        withMemory(memory -> assertThat(memory.load()).containsExactly(EMPTY));
    }

    @Test
    void withoutAStoreKeepingFails() {
        StoredHealth[] closed = new StoredHealth[1];
        withMemory(memory -> closed[0] = memory);
        assertThatThrownBy(() -> closed[0].keep(List.of(FULL), List.of()))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
