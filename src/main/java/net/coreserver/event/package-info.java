/**
 * What happened, in one log.
 *
 * <p>{@link net.coreserver.event.Occurrence}s come in, from whoever notices them, through the {@link
 * net.coreserver.event.EventRecorder}; each gets a number that only grows and is on the disk before anybody hears of it. {@link
 * net.coreserver.event.Event}s go out through the {@link net.coreserver.event.EventReader}, to whoever remembers how far it has
 * read. That number is all that a follower needs to go on where it left off, across disconnects and restarts.
 *
 * <p>This package keeps the log. It does not know how anything is noticed, nor who is told of it.
 */
@NullMarked
package net.coreserver.event;

import org.jspecify.annotations.NullMarked;
