package net.coreserver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Migrations NOTES = new Migrations("db/migration/notes", List.of("V1__notes.sql"));
    private static final Migrations NEWER_NOTES =
            new Migrations("db/migration/notes", List.of("V1__notes.sql", "V2__more_notes.sql"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final Path file;
    private final List<Store> opened = new ArrayList<>();

    /** What the follower of the store that was opened last has read. */
    private volatile List<String> loaded = List.of();

    StoreTest(@TempDir Path directory) {
        this.directory = directory.resolve("data");
        this.file = this.directory.resolve("notes.db");
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Store::close);
    }

    private Store open() {
        return open(NOTES);
    }

    private Store open(Migrations migrations) {
        Store store = new Store(file, migrations, Upkeep.RECORDS, InstantSource.system(), Duration.ofMillis(20));
        store.follow(new Notes());
        opened.add(store);
        store.start(PATIENCE);
        return store;
    }

    private final class Notes implements StoreFollower {
        @Override
        public void load(Connection connection) throws SQLException {
            loaded = notes(connection);
        }

        @Override
        public void maintain(Connection connection) {
            // there is nothing to do
        }
    }

    private static List<String> notes(Connection connection) throws SQLException {
        List<String> notes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM note ORDER BY text")) {
            while (rows.next()) {
                notes.add(rows.getString(1));
            }
        }
        return notes;
    }

    private static int add(Store store, String text) {
        return store.write(connection -> insert(connection, text), added -> {});
    }

    private static int insert(Connection connection, String text) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO note (text) VALUES (?)")) {
            statement.setString(1, text);
            return statement.executeUpdate();
        }
    }

    private static List<String> notes(Store store) {
        return store.write(StoreTest::notes, read -> {});
    }

    private static void awaitAvailable(Store store) {
        await().atMost(PATIENCE).until(() -> store.state() == StoreState.Available.AVAILABLE);
    }

    private static String reason(Store store) {
        return store.state() instanceof StoreState.Unavailable(String reason, var _) ? reason : "available";
    }

    private Connection otherProcess() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Test
    void aReaderSeesWhatWasCommittedWhileAnotherWrites() {
        Store store = open();
        add(store, "committed");

        List<String> read = store.write(
                connection -> {
                    insert(connection, "not yet");
                    return store.read(StoreTest::notes).join();
                },
                done -> {});

        assertThat(read).containsExactly("committed");
        assertThat(store.read(StoreTest::notes).join()).containsExactly("committed", "not yet");
    }

    @Test
    void aReaderCannotWrite() {
        Store store = open();

        assertThatThrownBy(() ->
                        store.read(connection -> insert(connection, "not so")).join())
                .isInstanceOf(CompletionException.class);

        assertThat(store.read(StoreTest::notes).join()).isEmpty();
    }

    @Test
    void whatCannotBeOpenedCannotBeRead() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(file, "no database at all, and long enough to be looked at as one: ".repeat(40));
        Store store = open();

        assertThatThrownBy(() -> store.read(StoreTest::notes).join())
                .hasCauseInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void nobodyReadsAfterTheEnd() {
        Store store = open();
        store.close();

        assertThatThrownBy(() -> store.read(StoreTest::notes).join())
                .hasCauseInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (Store store = open()) {
            add(store, "kept");
        }

        assertThat(notes(open())).containsExactly("kept");
        assertThat(loaded).containsExactly("kept");
    }

    @Test
    void theDirectoryAndEveryFileInItAreForTheOwnerAlone() throws IOException {
        add(open(), "private");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.toList())
                    .contains(file)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .as(each.toString())
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void commitsReachTheDiskAndKeysAreHeldTo() {
        Store store = open();

        assertThat(store.<List<String>>write(
                        connection -> List.of(
                                pragma(connection, "journal_mode"),
                                pragma(connection, "synchronous"),
                                pragma(connection, "foreign_keys"),
                                pragma(connection, "secure_delete")),
                        read -> {}))
                .containsExactly("wal", "2", "1", "1");
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.getString(1);
        }
    }

    @Test
    void aTransactionThatThrowsLeavesNothing() {
        Store store = open();

        assertThatThrownBy(() -> store.write(
                        connection -> {
                            insert(connection, "half");
                            throw new IllegalArgumentException("no");
                        },
                        never -> add(store, "never")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.write(
                        connection -> {
                            insert(connection, "half");
                            return insert(connection, "half");
                        },
                        never -> {}))
                .isInstanceOf(IllegalStateException.class);

        assertThat(notes(store)).isEmpty();
        assertThat(store.state()).isEqualTo(StoreState.Available.AVAILABLE);
    }

    @Test
    void whoeverWritesLearnsOfItBeforeTheNextTransactionBegins() {
        Store store = open();
        List<String> order = new CopyOnWriteArrayList<>();
        List<Thread> writers = Stream.of("a", "b", "c", "d")
                .map(text -> Thread.ofVirtual()
                        .start(() -> store.write(
                                connection -> {
                                    order.add("in " + text);
                                    return insert(connection, text);
                                },
                                added -> order.add("after " + text))))
                .toList();
        writers.forEach(StoreTest::join);

        assertThat(order).hasSize(8);
        for (int i = 0; i < order.size(); i += 2) {
            assertThat(order.get(i + 1)).isEqualTo(order.get(i).replace("in", "after"));
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
    void aLockedFileIsStillReadAndIsWrittenWhenItIsFree() throws SQLException {
        try (Store store = open()) {
            add(store, "before");
        }
        loaded = List.of();
        Store store;
        try (Connection other = otherProcess()) {
            try (Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
            }
            store = open();
            assertThat(reason(store)).contains(file.toString()).contains("locked");
            assertThat(loaded).containsExactly("before");
            assertThatThrownBy(() -> add(store, "meanwhile"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("locked");
        }

        awaitAvailable(store);
        add(store, "after");
        assertThat(notes(store)).containsExactly("after", "before");
    }

    @Test
    void aFileThatIsLockedWhileTheServiceRunsIsWrittenWhenItIsFree() throws SQLException {
        Store store = open();
        try (Connection other = otherProcess()) {
            try (Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
            }
            assertThatThrownBy(() -> add(store, "meanwhile"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("locked");
        }

        awaitAvailable(store);
        assertThat(notes(store)).isEmpty();
    }

    @Test
    void aFullFileKeepsWhatItHas() {
        Store store = open();
        add(store, "before");

        assertThatThrownBy(() -> store.write(
                        connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("PRAGMA max_page_count = 1");
                            }
                            return insert(connection, "x".repeat(1_000_000));
                        },
                        never -> {}))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("full");

        // The bound was that connection's alone.
        awaitAvailable(store);
        assertThat(notes(store)).containsExactly("before");
    }

    @Test
    void aDamagedFileIsNamedAndLeftAsItIs() throws IOException {
        try (Store store = open()) {
            for (int i = 0; i < 100; i++) {
                add(store, i + "x".repeat(1000));
            }
        }
        overwrite(8192, new byte[16_384]);
        byte[] damaged = Files.readAllBytes(file);

        Store store = open();

        assertThat(reason(store)).contains(file.toString()).contains("damaged");
        assertThatThrownBy(() -> add(store, "more")).isInstanceOf(StoreUnavailableException.class);
        store.close();
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAsItIs() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(file, "This is a letter to my grandmother. ".repeat(200));
        byte[] letter = Files.readAllBytes(file);

        Store store = open();

        assertThat(reason(store)).contains(file.toString()).contains("damaged");
        store.close();
        assertThat(Files.readAllBytes(file)).isEqualTo(letter);
    }

    private void overwrite(long position, byte[] octets) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(octets), position);
        }
    }

    @Test
    void aFileOfANewerVersionIsNotTouched() throws IOException {
        try (Store store = open(NEWER_NOTES)) {
            add(store, "of the future");
        }
        byte[] newer = Files.readAllBytes(file);

        Store store = open();

        assertThat(reason(store)).contains("newer version");
        store.close();
        assertThat(Files.readAllBytes(file)).isEqualTo(newer);
    }

    @Test
    void aFileOfAnOlderVersionIsBroughtUpToDate() {
        try (Store store = open()) {
            add(store, "of the past");
        }

        assertThat(notes(open(NEWER_NOTES))).containsExactly("of the past");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsTriedAgain() throws IOException {
        Files.writeString(directory, "a file where the directory should be");
        Store store = open();
        assertThat(reason(store)).contains(file.toString()).contains("cannot be made");

        Files.delete(directory);

        awaitAvailable(store);
        assertThat(notes(store)).isEmpty();
    }

    @Test
    void aFileThatVanishedIsNotMadeAnew() throws IOException, SQLException {
        Store store = open();
        add(store, "before");
        Path aside = file.resolveSibling("aside");
        try (Connection other = otherProcess()) {
            try (Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
            }
            assertThatThrownBy(() -> add(store, "meanwhile")).isInstanceOf(StoreUnavailableException.class);
            Files.move(file, aside);
        }
        await().atMost(PATIENCE).until(() -> reason(store).contains("not there any more"));
        assertThat(file).doesNotExist();

        Files.move(aside, file);

        awaitAvailable(store);
        assertThat(notes(store)).containsExactly("before");
    }

    @Test
    void whatComesAfterTheEndIsRefused() {
        Store store = open();
        store.close();
        store.close();

        assertThatThrownBy(() -> add(store, "late")).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void everyScriptOfTheServiceIsListed() throws IOException {
        Path folder = Path.of("src", "main", "resources").resolve(Migrations.CORESERVER.folder());
        try (Stream<Path> scripts = Files.list(folder)) {
            assertThat(scripts.map(script -> script.getFileName().toString()).toList())
                    .containsExactlyInAnyOrderElementsOf(Migrations.CORESERVER.scripts());
        }
    }
}
