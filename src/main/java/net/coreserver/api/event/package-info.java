/**
 * The log of events, over HTTP: as pages, as a stream that goes on live, and as lines for pipes.
 *
 * <p>All three read the {@link net.coreserver.event.EventReader} and nothing else. Pages and single events are
 * {@link net.coreserver.api.event.EventsResource}'s. A request for a stream leaves the way of the others behind the guard:
 * {@link net.coreserver.api.event.LogStreamRoute} hands it to {@link net.coreserver.api.event.LogStreams}. Each
 * {@link net.coreserver.api.event.LogStream} remembers how far it has come, and reads on from there when the log has more and
 * its client has room. So a client that is slow, or was away, costs no memory, holds nobody up, and misses nothing.
 *
 * <p>It does not know what brings events about, and how an event is written is the log's to say.
 */
@NullMarked
package net.coreserver.api.event;

import org.jspecify.annotations.NullMarked;
