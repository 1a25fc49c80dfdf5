package net.coreserver.netconf;

/** Which cryptographic algorithms a connection may use. */
public enum SshAlgorithms {
    /** Those that OpenSSH uses by default: no SHA-1, no CBC, no DSA. */
    MODERN("modern"),
    /**
     * Behind the modern ones also those that old devices are left with, and that no longer keep everybody out. They are
     * used only with a server that has nothing better.
     */
    LEGACY("legacy");

    private final String word;

    SshAlgorithms(String word) {
        this.word = word;
    }

    /** {@return the choice in the spelling of the configuration} */
    public String word() {
        return word;
    }
}
