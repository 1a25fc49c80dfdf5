package net.coreserver.history;

/**
 * Whose history it is. It outlives the target: what was kept of one that is monitored no longer goes by its age.
 *
 * @param target the name of the target
 * @param interfaceName the interface, exactly as the target named it
 */
public record SeriesKey(String target, String interfaceName) {}
