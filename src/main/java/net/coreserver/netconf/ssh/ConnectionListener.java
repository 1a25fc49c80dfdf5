package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.util.Map;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionDisconnectHandler;
import org.apache.sshd.common.session.SessionListener;

/** Offers each new connection its algorithms, and notes in its {@link Connection} why it ends. */
final class ConnectionListener implements SessionListener, SessionDisconnectHandler {

    @Override
    public void sessionCreated(Session session) {
        Connection.of(session).offer().makeOn(session);
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
        String message = Failures.rootMessage(cause);
        // MINA has no exception of its own for it.
        Connection.of(session)
                .lostBy(
                        message.contains("heartbeat")
                                ? new IOException(
                                        "the server no longer answers, not to " + Keepalive.UNANSWERED
                                                + " keepalives in a row",
                                        cause)
                                : new IOException(Connection.shown(message), cause));
    }

    @Override
    public void sessionDisconnect(Session session, int reason, String message, String language, boolean initiator) {
        if (!initiator) {
            Connection.of(session).lostBy(new IOException("the server disconnected: " + Connection.shown(message)));
        }
    }
}
