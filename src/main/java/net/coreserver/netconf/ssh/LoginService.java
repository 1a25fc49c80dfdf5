package net.coreserver.netconf.ssh;

import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.ServiceFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.auth.AbstractUserAuthServiceFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * The login of RFC 4252, which comes to an end with every server: also with one that is never content, and calls each
 * attempt a partial success.
 */
final class LoginService extends ClientUserAuthService {

    /** A method, a key and its algorithms are each refused with a message; this is more than all of ours together. */
    private static final int MAX_REFUSALS = 20;

    private int refusals;

    private LoginService(Session session) {
        super(session);
    }

    static ServiceFactory factory() {
        return new AbstractUserAuthServiceFactory() {
            @Override
            public Service create(Session session) {
                return new LoginService(session);
            }
        };
    }

    @Override
    protected void processUserAuth(int command, Buffer buffer, AuthFuture login) throws Exception {
        if (command == SshConstants.SSH_MSG_USERAUTH_FAILURE) {
            int start = buffer.rpos();
            Connection.of(getClientSession()).mayLogInBy(buffer.getString());
            buffer.rpos(start);
            refusals++;
            if (refusals > MAX_REFUSALS) {
                throw new SshException(
                        SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
                        "the server refused " + MAX_REFUSALS + " attempts, and asks for more");
            }
        }
        super.processUserAuth(command, buffer, login);
    }
}
