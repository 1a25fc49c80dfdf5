package net.coreserver.config;

import net.coreserver.target.Inventory;

/** Whether the embedded agent runs and is monitored. */
enum AgentMode {
    /** It runs. */
    ON,
    /** It does not run. */
    OFF,
    /** It runs when there would be nothing to monitor otherwise. */
    WHEN_NO_TARGET;

    /** The name of the target that the agent is monitored as. */
    static final String TARGET = "localhost";

    /**
     * Tells whether the agent runs.
     *
     * @param configured the targets that were configured
     * @return whether it does
     */
    boolean runs(Inventory configured) {
        return switch (this) {
            case ON -> true;
            case OFF -> false;
            case WHEN_NO_TARGET -> configured.targets().isEmpty();
        };
    }
}
