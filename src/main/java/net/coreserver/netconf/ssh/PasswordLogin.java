package net.coreserver.netconf.ssh;

import org.apache.sshd.client.auth.AbstractUserAuthFactory;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.password.UserAuthPassword;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;

/** The method {@code password}, without anybody who could choose a new one. Source: RFC 4252 section 8. */
final class PasswordLogin extends UserAuthPassword {

    static UserAuthFactory factory() {
        return new AbstractUserAuthFactory(UserAuthPasswordFactory.NAME) {
            @Override
            public UserAuth createUserAuth(ClientSession session) {
                return new PasswordLogin();
            }
        };
    }

    /** Reached only when the server wants the password changed. */
    @Override
    protected boolean processAuthDataRequest(ClientSession session, String service, Buffer buffer) {
        Connection.of(session).cannotAnswer("it wants the password to be changed first");
        return false;
    }
}
