package net.coreserver.target;

import static net.coreserver.target.StoredTargets.PASSWORD;
import static net.coreserver.target.StoredTargets.draft;
import static net.coreserver.target.StoredTargets.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import net.coreserver.netconf.Secret;
import net.coreserver.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredInventoryTest {

    private final Path directory;

    StoredInventoryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static String password(Target target) throws IOException {
        return Objects.requireNonNull(target.endpoint().credentials().password())
                .reveal();
    }

    private static KeyRing ring(String... entries) throws InvalidValueException {
        return KeyRing.PARSER.parse(String.join("\n", entries));
    }

    /** A key that is plainly one for tests. */
    private static String key(int version, char of) {
        return version + ":"
                + Base64.getEncoder()
                        .encodeToString(String.valueOf(of).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("coreserver.db"));
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    @Test
    void aTargetIsMonitoredAtOnceAndAfterARestart() throws IOException {
        Map<TargetKey, String> texts = texts(TargetKey.POLL_INTERVAL, "1m");
        texts.put(TargetKey.INTERFACE_NAMES, "a\\,b,c");
        Target monitored;
        StoredTarget stored;
        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThat(targets.inventory.create(
                            List.of(new TargetDraft("edge-1", new StatedSettings(texts, Map.of("site", "berlin"))))))
                    .isEqualTo(new InventoryOutcome.Done(List.of(targets.stored("edge-1"))));
            monitored = targets.monitored("edge-1");
            stored = targets.stored("edge-1");
        }
        assertThat(monitored.source()).isEqualTo(TargetSource.API);
        assertThat(monitored.pollInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(monitored.interfaces().names()).containsExactly("a,b", "c");
        assertThat(monitored.labels()).containsExactly(Map.entry("site", "berlin"));
        assertThat(password(monitored)).isEqualTo(PASSWORD);
        assertThat(stored.secrets()).containsExactly(TargetKey.PASSWORD);

        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThat(targets.monitored("edge-1")).isEqualTo(monitored);
            assertThat(targets.stored("edge-1")).isEqualTo(stored);
        }
    }

    @Test
    void ofAListAllAreMadeOrNone() {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-2");

            assertThat(targets.create("edge-1", "edge-2", "edge-3"))
                    .isEqualTo(new InventoryOutcome.Exists(new TreeMap<>(Map.of("edge-2", TargetSource.API))));
            assertThat(targets.live.current().targets()).containsOnlyKeys("edge-2");
            assertThat(targets.create("edge-1", "edge-3")).isInstanceOf(InventoryOutcome.Done.class);
            assertThat(targets.live.current().targets()).containsOnlyKeys("edge-1", "edge-2", "edge-3");
        }
    }

    @Test
    void aNameOfAnotherSourceIsTaken() {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1");
            Target configured =
                    new Target(targets.monitored("edge-1").endpoint(), Duration.ofSeconds(10), true, Map.of());
            targets.inventory.delete("edge-1", OptionalLong.empty());
            targets.live.replace(TargetSource.CONFIGURATION, List.of(configured));

            assertThat(targets.create("edge-1"))
                    .isEqualTo(
                            new InventoryOutcome.Exists(new TreeMap<>(Map.of("edge-1", TargetSource.CONFIGURATION))));
        }
    }

    @Test
    void aChangeKeepsTheSecretsThatItIsToKeepAndForgetsTheOthers() throws IOException {
        Map<TargetKey, String> both = texts(TargetKey.PRIVATE_KEY, "a private key for tests");
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.inventory.create(List.of(new TargetDraft("edge-1", new StatedSettings(both, Map.of()))));
            Map<TargetKey, String> rest = new EnumMap<>(both);
            rest.remove(TargetKey.PASSWORD);
            rest.remove(TargetKey.PRIVATE_KEY);
            rest.put(TargetKey.POLL_INTERVAL, "30s");

            targets.inventory.replace(
                    new TargetDraft("edge-1", new StatedSettings(rest, Map.of()), Set.of(TargetKey.PASSWORD)),
                    targets.stored("edge-1").revision());
        }
        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThat(targets.stored("edge-1").secrets()).containsExactly(TargetKey.PASSWORD);
            assertThat(password(targets.monitored("edge-1"))).isEqualTo(PASSWORD);
            assertThat(targets.monitored("edge-1").pollInterval()).isEqualTo(Duration.ofSeconds(30));
            assertThat(targets.monitored("edge-1").endpoint().credentials().privateKey())
                    .isNull();
        }
    }

    @Test
    void ofTwoWhoChangeTheSameRevisionOneWins() {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1");
            long revision = targets.stored("edge-1").revision();
            List<InventoryOutcome> outcomes = new CopyOnWriteArrayList<>();
            List<Thread> writers = Stream.of("1s", "2s", "3s", "4s")
                    .map(interval -> Thread.ofVirtual()
                            .start(() -> outcomes.add(targets.inventory.replace(
                                    new TargetDraft(
                                            "edge-1",
                                            new StatedSettings(texts(TargetKey.POLL_INTERVAL, interval), Map.of())),
                                    revision))))
                    .toList();
            writers.forEach(StoredInventoryTest::join);

            assertThat(outcomes).hasSize(4);
            assertThat(outcomes)
                    .filteredOn(InventoryOutcome.Refused.CHANGED_MEANWHILE::equals)
                    .hasSize(3);
            assertThat(outcomes)
                    .filteredOn(InventoryOutcome.Done.class::isInstance)
                    .containsExactly(new InventoryOutcome.Done(List.of(targets.stored("edge-1"))));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTargetThatIsMadeAgainHasARevisionOfItsOwn() {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1");
            long first = targets.stored("edge-1").revision();
            assertThat(targets.inventory.delete("edge-1", OptionalLong.of(first + 1)))
                    .isEqualTo(InventoryOutcome.Refused.CHANGED_MEANWHILE);
            assertThat(targets.inventory.delete("edge-1", OptionalLong.of(first)))
                    .isEqualTo(new InventoryOutcome.Done(List.of()));
            assertThat(targets.live.current().targets()).isEmpty();
            assertThat(targets.inventory.delete("edge-1", OptionalLong.empty()))
                    .isEqualTo(InventoryOutcome.Refused.UNKNOWN);
            assertThat(targets.inventory.replace(draft("edge-1"), first)).isEqualTo(InventoryOutcome.Refused.UNKNOWN);

            targets.create("edge-1");

            assertThat(targets.stored("edge-1").revision()).isGreaterThan(first);
        }
    }

    @Test
    void whoeverMovesATargetGivesItsCredentialsAgain() {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1");

            assertThat(targets.problems(keeping(TargetKey.HOST, "192.0.2.66")))
                    .singleElement()
                    .isInstanceOfSatisfying(SettingsProblem.Missing.class, missing -> {
                        assertThat(missing.key()).isEqualTo(TargetKey.PASSWORD);
                        assertThat(missing.meaning()).contains("host");
                    });
            assertThat(targets.problems(keeping(TargetKey.PORT, "22"))).hasSize(1);
            assertThat(targets.problems(keeping(TargetKey.USERNAME, "other"))).hasSize(1);
            assertThat(targets.problems(keeping(TargetKey.HOST_KEY, "accept-new")))
                    .hasSize(1);
            assertThat(targets.problems(keeping(TargetKey.PORT, "830"))).isEmpty();
            assertThat(targets.problems(keeping(TargetKey.POLL_INTERVAL, "1m"))).isEmpty();
            assertThat(targets.problems(new TargetDraft(
                            "edge-1", new StatedSettings(texts(TargetKey.HOST, "192.0.2.66"), Map.of()))))
                    .isEmpty();
        }
    }

    private static TargetDraft keeping(TargetKey changed, String text) {
        Map<TargetKey, String> texts = texts(changed, text);
        texts.remove(TargetKey.PASSWORD);
        return new TargetDraft("edge-1", new StatedSettings(texts, Map.of()), Set.of(TargetKey.PASSWORD));
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        Map<TargetKey, String> texts = texts(TargetKey.HOST, "not a host");
        texts.put(TargetKey.PORT, "70000");
        texts.put(TargetKey.PASSWORD, "file:/etc/shadow");
        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThat(targets.problems(new TargetDraft("edge-1", new StatedSettings(texts, Map.of()))))
                    .extracting(
                            problem -> problem instanceof SettingsProblem.Invalid(TargetKey key, String _) ? key : null)
                    .containsExactlyInAnyOrder(TargetKey.HOST, TargetKey.PORT, TargetKey.PASSWORD);
        }
    }

    @Test
    void noFileOfTheDataDirectoryShowsACredential() throws IOException {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.inventory.create(List.of(new TargetDraft(
                    "edge-1", new StatedSettings(texts(TargetKey.PRIVATE_KEY, "a private key for tests"), Map.of()))));
            assertNoneShows(PASSWORD, "a private key for tests");
            assertThat(targets.stored("edge-1").toString()).doesNotContain(PASSWORD);
            assertThat(targets.monitored("edge-1").toString()).doesNotContain(PASSWORD);
        }
        assertNoneShows(PASSWORD, "a private key for tests");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(StoredTargets.keyFile(directory))))
                .isEqualTo("rw-------");
    }

    private void assertNoneShows(String... secrets) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThan(1);
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
            }
        }
    }

    @Test
    void secretsThatWereSwappedAreNotUsed() throws SQLException {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1", "edge-2");
        }
        sql("UPDATE target_secret SET sealed = (SELECT sealed FROM target_secret WHERE target = 'edge-2')"
                + " WHERE target = 'edge-1'");

        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThatThrownBy(() -> password(targets.monitored("edge-1")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("edge-1", "password", "key version 1");
            assertThatThrownBy(() -> password(targets.monitored("edge-1"))).hasMessageNotContaining(PASSWORD);
        }
    }

    @Test
    void aLostKeyCostsItsSecretsAndNothingElse() throws IOException {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1");
        }
        Path lost = Files.move(StoredTargets.keyFile(directory), directory.resolve("lost"));
        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThat(targets.monitored("edge-1").endpoint().host()).isEqualTo("192.0.2.1");
            assertThatThrownBy(() -> password(targets.monitored("edge-1")))
                    .hasMessageContainingAll("edge-1", "key version 1", "does not have");

            // A new key does not take the place of the lost one.
            targets.create("edge-2");
            assertThat(password(targets.monitored("edge-2"))).isEqualTo(PASSWORD);
        }
        String both = Files.readString(lost) + Files.readString(StoredTargets.keyFile(directory));
        Files.writeString(StoredTargets.keyFile(directory), both);
        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThat(password(targets.monitored("edge-1"))).isEqualTo(PASSWORD);
            assertThat(password(targets.monitored("edge-2"))).isEqualTo(PASSWORD);
        }
    }

    @Test
    void aKeyFileThatMakesNoSenseIsNamedAndLeftAsItIs() throws IOException {
        Files.writeString(StoredTargets.keyFile(directory), "no key");
        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThatThrownBy(() -> targets.create("edge-1"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("credentials.key");
            assertThat(targets.live.current().targets()).isEmpty();
        }
        assertThat(Files.readString(StoredTargets.keyFile(directory))).isEqualTo("no key");
    }

    @Test
    void aNewerKeyEncryptsEverythingAnew() throws Exception {
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(1, 'a')))) {
            targets.create("edge-1", "edge-2");
        }
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(1, 'a'), key(2, 'b')))) {
            assertThat(password(targets.monitored("edge-1"))).isEqualTo(PASSWORD);
        }
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(2, 'b')))) {
            assertThat(password(targets.monitored("edge-1"))).isEqualTo(PASSWORD);
            assertThat(password(targets.monitored("edge-2"))).isEqualTo(PASSWORD);
        }
    }

    @Test
    void aRotationThatWasInterruptedGoesOn() throws Exception {
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(1, 'a')))) {
            targets.create("edge-1", "edge-2");
        }
        sql("CREATE TRIGGER full BEFORE INSERT ON target_secret WHEN new.target = 'edge-2'"
                + " BEGIN SELECT raise(ABORT, 'interrupted'); END");
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(1, 'a'), key(2, 'b')))) {
            assertThat(password(targets.monitored("edge-1"))).isEqualTo(PASSWORD);
            assertThat(password(targets.monitored("edge-2"))).isEqualTo(PASSWORD);
        }
        sql("DROP TRIGGER full");
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(1, 'a'), key(2, 'b')))) {
            assertThat(password(targets.monitored("edge-2"))).isEqualTo(PASSWORD);
        }
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(2, 'b')))) {
            assertThat(password(targets.monitored("edge-1"))).isEqualTo(PASSWORD);
            assertThat(password(targets.monitored("edge-2"))).isEqualTo(PASSWORD);
        }
    }

    @Test
    void anotherKeyOfTheSameVersionOpensNothing() throws Exception {
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(1, 'a')))) {
            targets.create("edge-1");
        }
        try (StoredTargets targets = StoredTargets.in(directory, ring(key(1, 'b')))) {
            assertThat(targets.monitored("edge-1").endpoint().credentials().password())
                    .isInstanceOf(Secret.Unreadable.class);
        }
    }

    @Test
    void aSettingOfANewerVersionIsPassedOver() throws SQLException {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1");
        }
        sql("INSERT INTO target_setting (target, setting, text) VALUES ('edge-1', 'of-the-future', 'x')");

        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThat(targets.monitored("edge-1").endpoint().host()).isEqualTo("192.0.2.1");
        }
    }

    @Test
    void aTargetWhoseSettingsMakeNoSenseIsNotMonitoredAndCanBeMended() throws SQLException {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1", "edge-2");
        }
        sql("UPDATE target_setting SET text = 'not a host' WHERE target = 'edge-1' AND setting = 'host'");

        try (StoredTargets targets = StoredTargets.in(directory)) {
            assertThat(targets.live.current().targets()).containsOnlyKeys("edge-2");
            assertThat(targets.create("edge-1")).isInstanceOf(InventoryOutcome.Exists.class);
            assertThat(targets.inventory.replace(
                            draft("edge-1"), targets.stored("edge-1").revision()))
                    .isInstanceOf(InventoryOutcome.Done.class);
            assertThat(targets.live.current().targets()).containsOnlyKeys("edge-1", "edge-2");
        }
    }

    @Test
    void whatWasLoadedStaysWhenTheStoreFails() throws SQLException {
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.create("edge-1");
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("coreserver.db"))) {
                try (Statement statement = other.createStatement()) {
                    statement.execute("BEGIN EXCLUSIVE");
                }
                assertThatThrownBy(() -> targets.create("edge-2")).isInstanceOf(StoreUnavailableException.class);
                assertThat(targets.live.current().targets()).containsOnlyKeys("edge-1");
            }
        }
    }

    @Test
    void followersSeeEveryChangeInItsOrder() {
        List<Set<String>> seen = new ArrayList<>();
        try (StoredTargets targets = StoredTargets.in(directory)) {
            targets.live.follow(
                    inventory -> seen.add(Set.copyOf(inventory.targets().keySet())));
            targets.create("edge-1");
            targets.create("edge-1");
            targets.create("edge-2");
            targets.inventory.delete("edge-1", OptionalLong.empty());
        }

        assertThat(seen).containsExactly(Set.of(), Set.of("edge-1"), Set.of("edge-1", "edge-2"), Set.of("edge-2"));
    }
}
