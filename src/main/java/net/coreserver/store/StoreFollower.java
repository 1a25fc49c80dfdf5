package net.coreserver.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Keeps something of the store in memory. It is called on the thread of the store. */
public interface StoreFollower {

    /**
     * Reads what it keeps: each time when the store was opened, and also when it can be read and not written.
     *
     * @param connection to be read from
     * @throws SQLException when the store fails
     */
    void load(Connection connection) throws SQLException;

    /**
     * Brings what is stored up to date, after {@link #load}, in a transaction of its own.
     *
     * @param connection a transaction is open on it
     * @throws SQLException when the store fails
     */
    void maintain(Connection connection) throws SQLException;
}
