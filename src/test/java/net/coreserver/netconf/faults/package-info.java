/**
 * Every bad thing that a NETCONF server can do, and what the client makes of it.
 *
 * <p>The tables name them layer by layer: {@link net.coreserver.netconf.faults.SshFaults},
 * {@link net.coreserver.netconf.faults.FramingFaults}, {@link net.coreserver.netconf.faults.MessageFaults}, and
 * {@link net.coreserver.netconf.faults.FloodFaults} for what would fill a client's memory, which a process with a small
 * heap goes through. Only the public API of {@code netconf} and {@code netconf.ssh} is used.
 */
@NullMarked
package net.coreserver.netconf.faults;

import org.jspecify.annotations.NullMarked;
