package net.coreserver.config;

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
}
