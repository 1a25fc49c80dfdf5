/**
 * The lists of interfaces as streams of events: what the monitor tells in, server-sent events out.
 *
 * <p>A request for a stream leaves the way of the others behind the guard:
 * {@link net.coreserver.api.live.EventStreamRoute} hands it to {@link net.coreserver.api.live.LiveStreams}, which listens
 * to the monitor and lets each {@link net.coreserver.api.live.LiveStream} write, from the renderings that the lists are cut
 * from, what its client has room for.
 *
 * <p>No other package knows this one. It does not know how an interface is written, and it holds no poll back.
 */
@NullMarked
package net.coreserver.api.live;

import org.jspecify.annotations.NullMarked;
