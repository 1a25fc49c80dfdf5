package net.coreserver.netconf;

/**
 * A message is well-formed XML but not what NETCONF lets the peer send here. The session turns it into a
 * {@link ProtocolException}, since only it knows the target and the operation.
 */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what came, and what should have, in one sentence
     */
    public MalformedMessageException(String message) {
        super(message);
    }
}
