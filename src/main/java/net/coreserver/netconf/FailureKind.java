package net.coreserver.netconf;

/** What went wrong with a target, told apart by what an operator would do about it. */
public enum FailureKind {
    /** The connection could not be made, or was lost. */
    TRANSPORT("transport"),
    /** The server refused the credentials. */
    AUTHENTICATION("authentication"),
    /** The server's host key is unknown, or not the expected one. */
    HOST_KEY("host-key"),
    /** The server did not answer within the deadline. */
    TIMEOUT("timeout"),
    /** The server broke the rules of RFC 6241 or RFC 6242. */
    PROTOCOL("protocol"),
    /** The server answered with one or more {@code rpc-error}s. */
    RPC_ERROR("rpc-error"),
    /** What the server sent is not well-formed XML, or does not fit the model. */
    PARSE("parse");

    private final String word;

    FailureKind(String word) {
        this.word = word;
    }

    /** {@return the kind in the kebab-case spelling of the API} */
    public String word() {
        return word;
    }
}
