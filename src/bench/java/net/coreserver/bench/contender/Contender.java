package net.coreserver.bench.contender;

/** A NETCONF client that is measured. One instance serves its process. */
public interface Contender {

    /**
     * Opens a session: from the TCP connection to the end of the hellos.
     *
     * @return the session
     * @throws Exception when it cannot be opened: a measurement that fails is none
     */
    Session connect() throws Exception;

    /** One session, used by one thread at a time. */
    interface Session extends AutoCloseable {

        /**
         * Asks for {@code interfaces-state}, and waits until the whole reply has been made into what this client makes of
         * replies.
         *
         * @throws Exception when the reply is not the one that was to come
         */
        void get() throws Exception;

        /** {@return the algorithms of the connection, in words} */
        String negotiated();

        /** Ends the session, and its connection with it. */
        @Override
        void close();
    }
}
