package net.coreserver.event;

/**
 * What was known of a target when the last of its changes was told, so that after a restart of the service nothing is told twice,
 * and what changed meanwhile is told at all.
 *
 * @param target its name
 * @param document whatever the one who derives changes needs to know again; any text, or {@link #NOTHING}
 */
public record Baseline(String target, String document) {

    /** The document when the target is gone: nothing of it is known any more, its marks included. */
    public static final String NOTHING = "";
}
