package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.coreserver.netconf.ConnectProgress;
import net.coreserver.netconf.ConnectStep;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.TransportException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;

/** Makes the TCP connection, to whichever of a host's addresses answers first in the order of the resolver. */
final class Dialer implements AutoCloseable {

    private final SshClient client;
    private final HostLookup lookup = new HostLookup();

    Dialer(SshClient client) {
        this.client = client;
    }

    ClientSession dial(Connection connection, Deadline deadline, ConnectProgress progress) throws InterruptedException {
        List<InetAddress> addresses = lookup.resolve(connection.endpoint(), deadline);
        progress.passed(
                ConnectStep.RESOLVE,
                addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
        NetconfException failure = null;
        for (int i = 0; i < addresses.size(); i++) {
            // What the first ones leave of their share, the last ones have.
            Duration share = deadline.remaining().dividedBy(addresses.size() - i);
            try {
                ClientSession ssh = dial(addresses.get(i), connection, share);
                progress.passed(
                        ConnectStep.CONNECT,
                        addresses.get(i).getHostAddress() + ", port "
                                + connection.endpoint().port());
                return ssh;
            } catch (TransportException | DeadlineException e) {
                failure = e;
            }
        }
        throw failure != null ? failure : new IllegalStateException("a host name resolves to at least one address");
    }

    private ClientSession dial(InetAddress address, Connection connection, Duration timeout)
            throws InterruptedException {
        Endpoint endpoint = connection.endpoint();
        HostConfigEntry entry = new HostConfigEntry(
                endpoint.host(),
                address.getHostAddress(),
                endpoint.port(),
                endpoint.credentials().username());
        ConnectFuture connecting;
        try {
            connecting = client.connect(entry, connection.context(), null);
        } catch (IOException e) {
            throw failed(endpoint, address, e);
        }
        try {
            return connecting.verify(timeout).getClientSession();
        } catch (IOException e) {
            abandon(connecting);
            Failures.throwIfInterrupted(e);
            if (Failures.isTimeout(e)) {
                throw new DeadlineException(
                        endpoint.target(), "connect", "No connection to " + named(endpoint, address) + " in time", e);
            }
            throw failed(endpoint, address, e);
        }
    }

    private static TransportException failed(Endpoint endpoint, InetAddress address, IOException cause) {
        String message = "Cannot connect to " + named(endpoint, address) + ": " + Failures.rootMessage(cause);
        return new TransportException(endpoint.target(), "connect", message, cause);
    }

    /** The port of a server, with the address that its name has led to. */
    private static String named(Endpoint endpoint, InetAddress address) {
        String port = "port " + endpoint.port() + " of ";
        String literal = address.getHostAddress();
        return port + (endpoint.host().equals(literal) ? literal : endpoint.host() + " (" + literal + ")");
    }

    /** Nobody waits for it any more: a connection that comes all the same would belong to nobody. */
    private static void abandon(ConnectFuture connecting) {
        connecting.cancel();
        connecting.addListener(done -> {
            if (done.isConnected()) {
                done.getClientSession().close(true);
            }
        });
    }

    @Override
    public void close() {
        lookup.close();
    }
}
