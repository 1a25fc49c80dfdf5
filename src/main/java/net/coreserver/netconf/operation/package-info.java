/**
 * The operations of NETCONF that a monitor needs, as typed requests, and the readers of their replies.
 *
 * <p>A request is a value: what it asks for can be seen, compared and reused. {@code NetconfSession} turns it into an
 * {@code rpc}. Requests that need a capability say so, and are not sent to a server that lacks it. This package knows
 * {@code netconf} and is not known by it.
 */
@NullMarked
package net.coreserver.netconf.operation;

import org.jspecify.annotations.NullMarked;
