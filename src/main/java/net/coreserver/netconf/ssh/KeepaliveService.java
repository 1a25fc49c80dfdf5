package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.session.AbstractClientSession;
import org.apache.sshd.client.session.ClientConnectionService;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.ServiceFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.kex.KexState;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * The connection of RFC 4254, which asks only a server that is silent whether it is still there. MINA's own asks in any
 * case, by a timer of its own: with a poll every ten seconds, the questions were a fifth of what a target cost.
 */
final class KeepaliveService extends ClientConnectionService {

    private final KeepaliveRounds rounds;
    private final Silence silence = new Silence();
    private final AtomicInteger unanswered = new AtomicInteger();

    private KeepaliveService(AbstractClientSession session, KeepaliveRounds rounds) throws SshException {
        super(session);
        this.rounds = rounds;
    }

    static ServiceFactory factory(KeepaliveRounds rounds) {
        return new ClientConnectionServiceFactory() {
            @Override
            public Service create(Session session) throws IOException {
                KeepaliveService service = new KeepaliveService((AbstractClientSession) session, rounds);
                service.addPortForwardingEventListenerManager(this);
                return service;
            }
        };
    }

    @Override
    public void start() {
        super.start();
        Runnable leave = rounds.join(this::look);
        // A session that has closed already says so at once.
        getSession().addCloseFutureListener(closed -> leave.run());
    }

    @Override
    public void process(int command, Buffer buffer) throws Exception {
        silence.broken();
        super.process(command, buffer);
    }

    private void look() {
        if (!silence.lasts(unanswered.get())) {
            unanswered.set(0);
            return;
        }
        Session session = getSession();
        try {
            if (unanswered.getAndIncrement() == Keepalive.UNANSWERED) {
                throw new SshException(
                        "the server no longer answers, not to " + Keepalive.UNANSWERED + " keepalives in a row");
            }
            // While keys are exchanged anew nothing can be sent; but a server that is silent then is as silent as any.
            if (session.getKexState() == KexState.DONE) {
                ask(session);
            }
        } catch (IOException e) {
            session.exceptionCaught(e);
        }
    }

    private void ask(Session session) throws IOException {
        Buffer question = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
        question.putString(Keepalive.REQUEST);
        question.putBoolean(true);
        var _ = session.request(question, Keepalive.REQUEST, (command, answer) -> unanswered.set(0));
    }
}
