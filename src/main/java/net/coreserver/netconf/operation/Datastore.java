package net.coreserver.netconf.operation;

/** The datastores of the Network Management Datastore Architecture. Source: RFC 8342 section 5. */
public enum Datastore {
    /** The configuration that is in force. */
    RUNNING("running"),
    /** The configuration that is prepared. */
    CANDIDATE("candidate"),
    /** The configuration that the server starts with. */
    STARTUP("startup"),
    /** What the running configuration means, templates and inactive parts worked in. */
    INTENDED("intended"),
    /** What is really there: the configuration in use, and all state. */
    OPERATIONAL("operational");

    static final String NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-datastores";

    private final String word;

    Datastore(String word) {
        this.word = word;
    }

    /** {@return the local name of the datastore's identity} */
    public String word() {
        return word;
    }
}
