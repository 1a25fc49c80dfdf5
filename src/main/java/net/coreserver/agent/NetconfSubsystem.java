package net.coreserver.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * The subsystem {@code netconf} on one SSH channel: a virtual thread that serves one session with the channel's streams.
 * Source: RFC 6242 section 3.
 */
final class NetconfSubsystem implements Command {

    private static final Logger LOGGER = System.getLogger(NetconfSubsystem.class.getName());

    private final AgentSession session;
    private final Runnable established;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable ExitCallback exit;

    /**
     * Waits for its streams.
     *
     * @param session what is to be served
     * @param established is run once the client has said hello
     */
    NetconfSubsystem(AgentSession session, Runnable established) {
        this.session = session;
        this.established = established;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        // NETCONF has no use for it
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        InputStream source = Objects.requireNonNull(in, "MINA sets the streams before it starts a command");
        OutputStream sink = Objects.requireNonNull(out, "MINA sets the streams before it starts a command");
        ExitCallback end = Objects.requireNonNull(exit, "MINA sets the callback before it starts a command");
        Thread.ofVirtual().name("agent-session-" + session.id()).start(() -> serve(source, sink, end));
    }

    private void serve(InputStream source, OutputStream sink, ExitCallback end) {
        String reason;
        try {
            reason = session.serve(source, sink, established);
        } catch (IOException e) {
            reason = "the connection was lost: " + e.getMessage();
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "agent session " + session.id() + " failed", e);
            reason = "of the failure before";
        }
        LOGGER.log(Level.DEBUG, "agent session {0,number,#} ends: {1}", session.id(), reason);
        end.onExit(0);
    }

    @Override
    public void destroy(ChannelSession channel) {
        // the channel closes its streams, on which alone the thread ever waits
    }
}
