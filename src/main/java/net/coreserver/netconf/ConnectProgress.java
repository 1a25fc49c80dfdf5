package net.coreserver.netconf;

/** Is told how far a connect has come. It must not block: some steps are told by threads of the network. */
@FunctionalInterface
public interface ConnectProgress {

    /** For nobody. */
    ConnectProgress NONE = (step, outcome) -> {};

    /**
     * A step has been taken. The one that fails is not told; its exception says why.
     *
     * @param step the step
     * @param outcome what came of it, in a few words for a person; no secret stands in it
     */
    void passed(ConnectStep step, String outcome);
}
