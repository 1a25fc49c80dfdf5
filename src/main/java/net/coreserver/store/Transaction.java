package net.coreserver.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done to the store as a whole, or not at all.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Transaction<T> {

    /**
     * Does it. Whatever is thrown undoes it.
     *
     * @param connection a transaction is open on it; neither it nor the transaction is to be ended
     * @return what comes of it
     * @throws SQLException when the store fails
     */
    T run(Connection connection) throws SQLException;
}
