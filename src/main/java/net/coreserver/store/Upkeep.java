package net.coreserver.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a file is for, and so how it is kept. */
public enum Upkeep {
    /**
     * Few things that somebody relies on: what was acknowledged survives a loss of power, nothing of what was deleted can be found
     * in the file, and the whole of it is looked through when it is opened.
     */
    RECORDS {
        @Override
        SynchronousMode synchronous() {
            return SynchronousMode.FULL;
        }

        @Override
        void layOut(Path file) {
            // as it comes
        }

        @Override
        void begin(Statement statement) throws SQLException {
            statement.execute("PRAGMA secure_delete = ON");
            try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
                String found = result.next() ? result.getString(1) : "nothing";
                if (!found.equals("ok")) {
                    throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
                }
            }
        }
    },

    /**
     * Very much of little value each, in large rows that come and go: it survives the end of the process whatever that is; a loss of
     * power takes the last seconds with it, and damages nothing. What is deleted makes room for what comes.
     */
    BULK {
        @Override
        SynchronousMode synchronous() {
            return SynchronousMode.NORMAL;
        }

        // Both can be said of an empty file alone.
        @Override
        void layOut(Path file) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA page_size = 8192");
                statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
                statement.execute("VACUUM");
            }
        }

        @Override
        void begin(Statement statement) throws SQLException {
            statement.execute("PRAGMA secure_delete = OFF");
            statement.execute("PRAGMA cache_size = -" + CACHE_KIBIBYTES);
            // What a long transaction has made of it does not stay.
            statement.execute("PRAGMA journal_size_limit = " + WAL_OCTETS);
        }
    };

    private static final int CACHE_KIBIBYTES = 16 * 1024;
    private static final int WAL_OCTETS = 16 * 1024 * 1024;

    /** When the disk has to have what was written. */
    abstract SynchronousMode synchronous();

    /** Sees to what a new file is like. */
    abstract void layOut(Path file) throws SQLException;

    /** Sees to what a connection that writes is like; refuses a file that is known to be damaged. */
    abstract void begin(Statement statement) throws SQLException;
}
