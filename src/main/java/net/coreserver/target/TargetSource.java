package net.coreserver.target;

/** Where a target comes from; of two that have one name, the one of the earlier source counts. */
public enum TargetSource {
    /** Properties and variables, read at the start. */
    CONFIGURATION("configuration"),
    /** The watched targets file. */
    FILE("file"),
    /** The API; kept in the service's database. */
    API("api"),
    /** The embedded agent. */
    AGENT("agent");

    private final String word;

    TargetSource(String word) {
        this.word = word;
    }

    /** {@return the source in the spelling of the API} */
    public String word() {
        return word;
    }

    /** {@return whether the API may change and delete the target} */
    public boolean writable() {
        return this == API;
    }
}
