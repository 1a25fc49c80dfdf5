package net.coreserver.history;

/** Is told when the history stops, and when it goes on. It is called on the thread that writes, and must not block. */
public interface HistoryFollower {

    /**
     * The history cannot be written.
     *
     * @param reason why, and what can be done about it
     */
    void stopped(String reason);

    /**
     * It is written again.
     *
     * @param samplesLost how many samples were dropped meanwhile
     */
    void resumed(long samplesLost);
}
