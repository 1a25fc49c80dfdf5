/**
 * The interfaces of targets: readings in, JSON out.
 *
 * <p>Interfaces are never serialised for a request: {@link net.coreserver.api.interfaces.Rendering} turns a reading into
 * bytes once, one slice for each interface, and every list, filtered list, sorted list, page and single interface is cut
 * from the slices.
 *
 * <p>The shapes of a stream's events are here, since a stream is one more form of the lists; the streams themselves are
 * not, and this package does not know them.
 */
@NullMarked
package net.coreserver.api.interfaces;

import org.jspecify.annotations.NullMarked;
