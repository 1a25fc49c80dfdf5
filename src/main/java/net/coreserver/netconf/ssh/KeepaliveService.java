package net.coreserver.netconf.ssh;

import java.io.IOException;
import org.apache.sshd.client.session.AbstractClientSession;
import org.apache.sshd.client.session.ClientConnectionService;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.ServiceFactory;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * The connection of RFC 4254, which asks only a server that is silent whether it is still there. MINA's own asks in any
 * case: with a poll every ten seconds, that was more than an eighth of what a target cost.
 */
final class KeepaliveService extends ClientConnectionService {

    private final Silence silence = new Silence();

    private KeepaliveService(AbstractClientSession session) throws SshException {
        super(session);
    }

    static ServiceFactory factory() {
        return new ClientConnectionServiceFactory() {
            @Override
            public Service create(Session session) throws IOException {
                KeepaliveService service = new KeepaliveService((AbstractClientSession) session);
                service.addPortForwardingEventListenerManager(this);
                return service;
            }
        };
    }

    @Override
    public void process(int command, Buffer buffer) throws Exception {
        silence.broken();
        super.process(command, buffer);
    }

    @Override
    protected boolean sendHeartBeat() {
        if (silence.lasts(outstandingHeartbeats.get())) {
            return super.sendHeartBeat();
        }
        outstandingHeartbeats.set(0);
        return false;
    }
}
