/**
 * An embedded NETCONF server: the interfaces of this host as {@code ietf-interfaces}, over SSH on the loopback
 * interface.
 *
 * <p>It is there so that CoreServer has something real to monitor before anyone has told it of a target, over the same
 * SSH and NETCONF as any other. An {@link net.coreserver.agent.InterfaceSource} tells what there is; it becomes a tree
 * of data nodes, of which a subtree filter selects what a client asked for. One SSH connection may carry several NETCONF
 * sessions, each of which one virtual thread serves with blocking reads, from hello to the end:
 *
 * <pre>
 *   AgentSshServer ── NetconfChannel ── NetconfSubsystem ── AgentSession ── RpcResponder ── OperationalState
 *   who may come in   what may be       the thread and      hello, then     one rpc in,     the data, of
 *                     asked of SSH      its streams         message after   one reply       InterfaceSource
 *                                                           message         out             and YangLibrary
 * </pre>
 *
 * <p>What a client does wrong ends at most its own session. This package knows {@code netconf}, its framing, the domain,
 * MINA SSHD and the JDK.
 */
@NullMarked
package net.coreserver.agent;

import org.jspecify.annotations.NullMarked;
