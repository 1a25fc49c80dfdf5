/**
 * The two ways in which RFC 6242 section 4 cuts a byte stream into messages.
 *
 * <p>Bytes flow in as they arrive, in pieces of any size; the content of messages flows out, also in pieces, with a
 * mark at the end of each. Nothing is gathered here, so that a message may be larger than memory. What a peer may make
 * of it is bounded all the same: the size of a message is. This package knows neither XML nor where bytes come from;
 * what breaks the framing is a {@link net.coreserver.netconf.framing.FramingException}, which {@code netconf}
 * translates.
 */
@NullMarked
package net.coreserver.netconf.framing;

import org.jspecify.annotations.NullMarked;
