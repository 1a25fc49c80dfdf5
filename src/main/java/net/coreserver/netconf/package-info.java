/**
 * The NETCONF protocol, client side and what both sides share: hello, capabilities, rpc, rpc-reply, rpc-error.
 *
 * <p>Bytes come in from a {@code Transport} and leave through it; {@code netconf.framing} cuts them into messages, and
 * this package gives them meaning. What the server did wrong is always a {@link net.coreserver.netconf.NetconfException}.
 * This package knows no SSH, no Quarkus and no data model: with its children it could be a library of its own.
 */
@NullMarked
package net.coreserver.netconf;

import org.jspecify.annotations.NullMarked;
