package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionDisconnectHandler;
import org.apache.sshd.common.session.SessionListener;

/** Offers each new connection its algorithms, and notes in its {@link Connection} that the server speaks, and why it ends. */
final class ConnectionListener implements SessionListener, SessionDisconnectHandler {

    @Override
    public void sessionCreated(Session session) {
        Connection.of(session).offer().makeOn(session);
    }

    @Override
    public void sessionPeerIdentificationReceived(Session session, String version, List<String> extraLines) {
        Connection.of(session).serverSpoke();
    }

    @Override
    public boolean handleKexDisconnectReason(
            Session session,
            Map<KexProposalOption, String> client,
            Map<KexProposalOption, String> server,
            Map<KexProposalOption, String> negotiated,
            KexProposalOption option) {
        if (!KexProposalOption.LANGUAGE_PROPOSALS.contains(option)) {
            Connection.of(session).hasNothingInCommon(option, server);
        }
        return false;
    }

    @Override
    public void sessionException(Session session, Throwable cause) {
        Connection.of(session).lostBy(new IOException(Connection.shown(Failures.rootMessage(cause)), cause));
    }

    @Override
    public void sessionDisconnect(Session session, int reason, String message, String language, boolean initiator) {
        if (!initiator) {
            Connection.of(session).lostBy(new IOException("the server disconnected: " + Connection.shown(message)));
        }
    }
}
