package net.coreserver.agent;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.coreserver.netconf.Capability;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;

/** Makes the sessions of one agent, each with an id of its own, as the subsystem {@code netconf}. */
final class AgentSessions implements SubsystemFactory {

    private final List<Capability> capabilities;
    private final RpcResponder responder;
    private final AtomicLong lastSessionId = new AtomicLong();

    AgentSessions(InterfaceSource interfaces, YangLibrary library) {
        this.capabilities = library.capabilities();
        this.responder = new RpcResponder(new OperationalState(interfaces, library), library);
    }

    @Override
    public String getName() {
        return "netconf";
    }

    @Override
    public Command createSubsystem(ChannelSession channel) {
        Session connection = channel.getSession();
        return new NetconfSubsystem(
                new AgentSession(lastSessionId.incrementAndGet(), capabilities, responder),
                () -> ConnectionLimits.handshakeDone(connection));
    }
}
