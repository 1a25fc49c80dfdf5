package net.coreserver.monitor;

/**
 * By which data model a target is asked for its interfaces, and why.
 *
 * @param model the word of the model, such as {@code openconfig-interfaces}
 * @param reason one sentence for a person
 * @param answered whether it was chosen because it answered, and not because somebody said so, or for want of a better one
 * @param remembered whether that was in an earlier session
 */
public record ModelChoice(String model, String reason, boolean answered, boolean remembered) {

    /** The same, in a later session. */
    ModelChoice later() {
        return remembered
                ? this
                : new ModelChoice(model, reason + "; it answered in an earlier session", answered, true);
    }
}
