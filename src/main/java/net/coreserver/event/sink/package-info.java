/**
 * Where events are pushed to: webhooks, syslog, files of JSON lines.
 *
 * <p>The log of {@code event} comes in, and is itself the outbox: a sink remembers the number up to which everything is delivered,
 * or given up, and reads on from there. That number is kept in the store a few times a second, and never runs ahead of what the
 * sink took: after a crash the last moments are sent again, and nothing is left out. Each sink has a virtual thread, its {@code
 * Courier}, so that one that is down or hangs delays no other. What goes out is told by {@link
 * net.coreserver.event.sink.SinkState}.
 *
 * <ul>
 *   <li>{@code Courier} decides when what is sent, and what becomes of it then;
 *   <li>an {@code Outlet} knows how it is sent, and tells how it went as an {@code Outcome};
 *   <li>{@code ProgressKeeper} keeps how far everybody is, in {@code SinkTables}.
 * </ul>
 *
 * <p>This package does not know how events come about, nor where its settings stand.
 */
@NullMarked
package net.coreserver.event.sink;

import org.jspecify.annotations.NullMarked;
