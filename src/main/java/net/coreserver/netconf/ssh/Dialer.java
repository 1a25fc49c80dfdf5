package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.TransportException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.session.ClientSession;

/** Makes the TCP connection, to whichever of a host's addresses answers first in the order of the resolver. */
final class Dialer implements AutoCloseable {

    private final SshClient client;
    private final HostLookup lookup = new HostLookup();

    Dialer(SshClient client) {
        this.client = client;
    }

    ClientSession dial(Connection connection, Deadline deadline) throws InterruptedException {
        List<InetAddress> addresses = lookup.resolve(connection.endpoint(), deadline);
        NetconfException failure = null;
        for (int i = 0; i < addresses.size(); i++) {
            // What the first ones leave of their share, the last ones have.
            Duration share = deadline.remaining().dividedBy(addresses.size() - i);
            try {
                return dial(addresses.get(i), connection, share);
            } catch (TransportException | DeadlineException e) {
                failure = e;
            }
        }
        throw failure != null ? failure : new IllegalStateException("a host name resolves to at least one address");
    }

    private ClientSession dial(InetAddress address, Connection connection, Duration timeout)
            throws InterruptedException {
        Endpoint endpoint = connection.endpoint();
        InetSocketAddress socketAddress = new InetSocketAddress(address, endpoint.port());
        HostConfigEntry entry = new HostConfigEntry(
                endpoint.host(),
                address.getHostAddress(),
                endpoint.port(),
                endpoint.credentials().username());
        try {
            return client.connect(entry, connection.context(), null)
                    .verify(timeout)
                    .getClientSession();
        } catch (IOException e) {
            Failures.throwIfInterrupted(e);
            if (Failures.isTimeout(e)) {
                throw new DeadlineException(
                        endpoint.target(), "connect", "No connection to " + socketAddress + " in time", e);
            }
            throw new TransportException(
                    endpoint.target(),
                    "connect",
                    "Cannot connect to " + socketAddress + ": " + Failures.rootMessage(e),
                    e);
        }
    }

    @Override
    public void close() {
        lookup.close();
    }
}
