/**
 * The sinks, over HTTP: how it goes with each, what it did not take, and whether it works.
 *
 * <p>In flows what {@link net.coreserver.event.sink.Sinks} tells; nothing of a sink can be changed here, since sinks are the
 * operator's configuration.
 *
 * <p>It does not know how anything is delivered.
 */
@NullMarked
package net.coreserver.api.sink;

import org.jspecify.annotations.NullMarked;
