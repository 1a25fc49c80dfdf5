package net.coreserver.netconf.ssh;

import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.session.helpers.AbstractSessionFactory;

/**
 * A client that does not look at each of its sessions every second for whether it has been idle for too long, or has not
 * logged in in time: the one is no fault, and the other is what the connect timeout is for.
 */
final class UntimedSshClient extends SshClient {

    static SshClient setUp() {
        return ClientBuilder.builder().factory(UntimedSshClient::new).build();
    }

    @Override
    protected void setupSessionTimeout(AbstractSessionFactory<?, ?> sessionFactory) {
        // there are no such timeouts
    }

    /** Stands in the names of the threads, where it is to be recognised. */
    @Override
    public String toString() {
        return SshClient.class.getSimpleName() + "[" + Integer.toHexString(hashCode()) + "]";
    }
}
