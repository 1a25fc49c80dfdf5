package net.coreserver.netconf.operation;

/** Where a node of the operational state has its value from. Source: RFC 8342 section 5.3.4 and 7.2. */
public enum Origin {
    /** From the intended configuration. */
    INTENDED("intended"),
    /** Set by something other than the configuration, such as a protocol. */
    DYNAMIC("dynamic"),
    /** From the system itself. */
    SYSTEM("system"),
    /** Learnt from another system. */
    LEARNED("learned"),
    /** The model's default value. */
    DEFAULT("default"),
    /** Not known. */
    UNKNOWN("unknown");

    static final String NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-origin";

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /** {@return the local name of the origin's identity} */
    public String word() {
        return word;
    }
}
