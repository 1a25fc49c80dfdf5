package net.coreserver.agent;

import java.io.IOException;
import java.util.List;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;

/**
 * A session channel on which nothing can be asked for but a subsystem: no shell, no command, no terminal, no environment,
 * no forwarding of an agent or of X11. Source: RFC 4254 section 6.
 */
final class NetconfChannel extends ChannelSession {

    private NetconfChannel() {
        super(List.of());
    }

    /** Makes these channels; none of another type can be opened. */
    static final class Factory implements ChannelFactory {

        @Override
        public String getName() {
            return "session";
        }

        @Override
        public Channel createChannel(Session session) {
            return new NetconfChannel();
        }
    }

    @Override
    protected RequestHandler.Result handleInternalRequest(String requestType, boolean wantReply, Buffer buffer)
            throws IOException {
        return requestType.equals(Channel.CHANNEL_SUBSYSTEM)
                ? super.handleInternalRequest(requestType, wantReply, buffer)
                : RequestHandler.Result.ReplyFailure;
    }
}
