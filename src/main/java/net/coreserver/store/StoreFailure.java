package net.coreserver.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Why a file cannot be used, in words that a person can act on. */
final class StoreFailure {

    private StoreFailure() {}

    /** Why a file could not be opened. */
    static String ofOpening(Path file, Throwable failure) {
        SQLException sql = find(failure);
        Optional<String> known = sql == null ? Optional.empty() : ofDatabase(file, sql);
        return known.orElseGet(() -> switch (failure) {
            case Migrations.NewerSchemaException newer ->
                "The database " + file + " cannot be used: " + newer.getMessage()
                        + ". Start that version again, or restore the backup from before it.";
            case NoSuchFileException gone ->
                "The database " + file
                        + " is not there any more. Put it back; to begin without it, restart the service.";
            case AccessDeniedException denied -> notOurs(file);
            case FileAlreadyExistsException taken ->
                "The database " + file + " cannot be made: there is a file where its directory should be.";
            case FileSystemException other ->
                "The database " + file + " cannot be made: "
                        + (other.getReason() == null ? other.getMessage() : other.getReason()) + ".";
            default -> "The database " + file + " cannot be opened: " + failure.getMessage() + ".";
        });
    }

    /** Why a file fails that is in use; empty where it is not the file that is wrong, but the statement. */
    static Optional<String> ofDatabase(Path file, SQLException failure) {
        return failure instanceof SQLiteException sqlite ? ofCode(file, sqlite) : Optional.empty();
    }

    private static Optional<String> ofCode(Path file, SQLiteException failure) {
        SQLiteErrorCode code = primary(failure.getResultCode());
        // The driver's list of codes is long, and not ours: what is not listed here is a mistake in a statement.
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                Optional.of("The database " + file + " is locked: another process holds it.");
            case SQLITE_FULL -> Optional.of("The database " + file + " cannot grow: the disk is full.");
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                Optional.of(
                        "The database " + file + " is damaged, and left as it is. Restore it from a backup; to begin"
                                + " without it, move it away and restart the service.");
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH -> Optional.of(notOurs(file));
            case SQLITE_IOERR ->
                Optional.of("The database " + file + " cannot be read or written: the disk is full, or fails ("
                        + failure.getResultCode().name() + ").");
            case SQLITE_NOMEM, SQLITE_NOLFS -> Optional.of("The database " + file + " cannot be used: " + code.message);
            default -> Optional.empty();
        };
    }

    private static String notOurs(Path file) {
        return "The database " + file + " cannot be opened or written by the user that runs the service.";
    }

    /** The code without what its upper octets add to it. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    private static @Nullable SQLException find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
