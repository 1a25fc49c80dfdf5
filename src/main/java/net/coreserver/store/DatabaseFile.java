package net.coreserver.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteDataSource;

/** A SQLite file, and how it is opened. */
final class DatabaseFile {

    /** For whoever else holds the file for a moment, such as a backup. */
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(2);

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final Migrations migrations;
    private final Upkeep upkeep;
    /** A file that has been there is not made anew: what was in it would seem deleted. */
    private boolean seen;

    DatabaseFile(Path path, Migrations migrations, Upkeep upkeep) {
        this.path = path;
        this.migrations = migrations;
        this.upkeep = upkeep;
    }

    Path path() {
        return path;
    }

    /** Opens the file for reading and writing; it is sound and up to date then. */
    Connection open() throws IOException, SQLException, Migrations.NewerSchemaException {
        makeIfNew();
        migrations.run(source(config()));
        Connection connection = source(config()).getConnection();
        try (Statement statement = connection.createStatement()) {
            upkeep.begin(statement);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Opens a file that cannot be opened for writing.
     *
     * @param mode {@code EXCLUSIVE} needs no memory shared by a file, which cannot be had on a full disk; nobody else may hold
     *     the database then
     */
    Connection openForReading(LockingMode mode) throws IOException, SQLException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setLockingMode(mode);
        config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
        return source(config).getConnection();
    }

    private void makeIfNew() throws IOException, SQLException {
        if (seen && !Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        Path directory = path.getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            Files.createDirectories(directory, forTheOwnerAlone("rwx------"));
        }
        try {
            Files.createFile(path, forTheOwnerAlone("rw-------"));
            upkeep.layOut(path);
        } catch (FileAlreadyExistsException e) {
            // It was made at an earlier start.
        }
        seen = true;
    }

    private static FileAttribute<?>[] forTheOwnerAlone(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(upkeep.synchronous());
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
        return config;
    }

    private DataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }
}
