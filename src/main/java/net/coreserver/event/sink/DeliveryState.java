package net.coreserver.event.sink;

import java.util.Locale;

/** How it goes with a sink. */
public enum DeliveryState {
    /** Nothing waits for it. */
    IDLE,
    /** Events are being sent to it, or about to be. */
    DELIVERING,
    /** It has not taken events several times in a row, or for a while; they wait, and are tried again. */
    FAILING,
    /** It is switched off in the configuration; what happens meanwhile waits, for as long as the log keeps it. */
    DISABLED;

    /** {@return the state in the spelling of the API} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
