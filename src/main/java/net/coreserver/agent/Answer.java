package net.coreserver.agent;

/** What a session does about a message that came. */
sealed interface Answer {

    /**
     * Sends a reply.
     *
     * @param message the reply
     * @param isLast whether the session ends with it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared or kept
    record Reply(byte[] message, boolean isLast) implements Answer {}

    /**
     * Ends the session without a word, since there is none that the client could understand.
     *
     * @param reason for the log
     */
    record HangUp(String reason) implements Answer {}
}
