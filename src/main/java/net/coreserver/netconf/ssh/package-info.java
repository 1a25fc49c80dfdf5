/**
 * NETCONF over SSH: connect, authenticate, know the host's key, open the subsystem {@code netconf}. Source: RFC 6242.
 *
 * <p>An {@link net.coreserver.netconf.Endpoint} comes in, an open {@link net.coreserver.netconf.NetconfSession} goes out;
 * closing the session closes everything that was opened for it. On the client's side this is the only code that knows
 * Apache MINA SSHD. One client serves all sessions: a few threads that never block read all sockets and push what they
 * read into the sessions, which open the SSH window again as they use it up.
 */
@NullMarked
package net.coreserver.netconf.ssh;

import org.jspecify.annotations.NullMarked;
