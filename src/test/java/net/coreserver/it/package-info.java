/**
 * The packaged service against a real NETCONF server, both as their users run them.
 *
 * <p>{@link net.coreserver.it.NetconfdRig} runs yuma123's {@code netconfd} behind an OpenSSH server in a
 * {@link net.coreserver.it.Sandbox} whose links the tests alone move; {@link net.coreserver.it.RunningService} runs the
 * packaged service. What is served is compared with what Linux, sshd and netconfd say themselves. Nothing here knows a
 * class of the service.
 */
@NullMarked
package net.coreserver.it;

import org.jspecify.annotations.NullMarked;
