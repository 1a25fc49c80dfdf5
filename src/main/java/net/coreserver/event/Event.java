package net.coreserver.event;

/**
 * Something that happened, as it stands in the log. It never changes.
 *
 * @param id its number, which grows with every event and is never given twice; from 1
 * @param what happened
 */
public record Event(long id, Occurrence what) {}
