package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.TransportException;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;

/**
 * Opens NETCONF sessions over SSH. One instance serves a process; it is safe for use by any number of threads.
 *
 * <p>Nothing of the user's own SSH set-up is read but the files that an endpoint names: no {@code ~/.ssh/config}, no
 * default identities, no agent.
 */
public final class NetconfSshClient implements AutoCloseable {

    private static final int NIO_WORKERS = 2;
    private static final long WINDOW_OCTETS = 512 * 1024;
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(10);
    private static final int HEARTBEATS_UNANSWERED = 3;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final SshClient client;
    private final HostLookup lookup = new HostLookup();

    /** Starts the client and its threads. */
    public NetconfSshClient() {
        client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(
                UserAuthPublicKeyFactory.INSTANCE,
                UserAuthPasswordFactory.INSTANCE,
                UserAuthKeyboardInteractiveFactory.INSTANCE));
        // The cheap key exchange first: curve25519 costs a fifth of the default one's CPU time.
        client.setKeyExchangeFactories(ClientBuilder.setUpDefaultKeyExchanges(false).stream()
                .sorted(Comparator.comparing(kex -> !kex.getName().equals(BuiltinDHFactories.curve25519.getName())))
                .toList());
        client.setServerKeyVerifier(
                (session, address, key) -> HostKeyCheck.of(session).accepts(key));
        client.addSessionListener(new KnownKeyTypesFirst());
        client.setNioWorkers(NIO_WORKERS);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT_INTERVAL);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, HEARTBEATS_UNANSWERED);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        // Without it, many an rpc waits 40 ms for the peer's delayed acknowledgement.
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.WINDOW_SIZE.set(client, WINDOW_OCTETS);
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
        client.start();
    }

    /**
     * Opens a session: connects, checks the host key, authenticates, opens the subsystem and exchanges hellos, all within
     * the endpoint's connect timeout.
     *
     * @param endpoint the server
     * @return the session, which owns the connection
     * @throws NetconfException when it cannot be opened; nothing stays open then
     * @throws InterruptedException when the calling thread is interrupted
     */
    public NetconfSession connect(Endpoint endpoint) throws InterruptedException {
        Deadline deadline = Deadline.in(endpoint.connectTimeout());
        HostKeyCheck hostKey = new HostKeyCheck(endpoint);
        Identity identity = Identity.of(endpoint);
        ClientSession ssh = connectAny(endpoint, hostKey, deadline);
        boolean opened = false;
        try {
            authenticate(ssh, endpoint, identity, hostKey, deadline);
            SshTransport transport = new SshTransport(ssh, endpoint.target(), deadline);
            NetconfSession session = NetconfSession.open(endpoint.target(), transport, deadline);
            opened = true;
            return session;
        } finally {
            if (!opened) {
                ssh.close(true);
            }
        }
    }

    private ClientSession connectAny(Endpoint endpoint, HostKeyCheck hostKey, Deadline deadline)
            throws InterruptedException {
        List<InetAddress> addresses = lookup.resolve(endpoint, deadline);
        NetconfException failure = null;
        for (int i = 0; i < addresses.size(); i++) {
            Duration share = deadline.remaining().dividedBy(addresses.size() - i);
            try {
                return connectOne(addresses.get(i), endpoint, hostKey, share);
            } catch (TransportException | DeadlineException e) {
                failure = e;
            }
        }
        throw failure != null ? failure : new IllegalStateException("a host name resolves to at least one address");
    }

    private ClientSession connectOne(InetAddress address, Endpoint endpoint, HostKeyCheck hostKey, Duration timeout)
            throws InterruptedException {
        InetSocketAddress socketAddress = new InetSocketAddress(address, endpoint.port());
        HostConfigEntry entry = new HostConfigEntry(
                endpoint.host(),
                address.getHostAddress(),
                endpoint.port(),
                endpoint.credentials().username());
        try {
            return client.connect(entry, AttributeRepository.ofKeyValuePair(HostKeyCheck.KEY, hostKey), null)
                    .verify(timeout)
                    .getClientSession();
        } catch (IOException e) {
            throwIfInterrupted(e);
            if (isTimeout(e)) {
                throw new DeadlineException(
                        endpoint.target(), "connect", "No connection to " + socketAddress + " in time", e);
            }
            throw new TransportException(
                    endpoint.target(), "connect", "Cannot connect to " + socketAddress + ": " + rootMessage(e), e);
        }
    }

    private static void authenticate(
            ClientSession ssh, Endpoint endpoint, Identity identity, HostKeyCheck hostKey, Deadline deadline)
            throws InterruptedException {
        if (identity.password() != null) {
            ssh.addPasswordIdentity(identity.password());
        }
        if (identity.keyPair() != null) {
            ssh.addPublicKeyIdentity(identity.keyPair());
        }
        try {
            ssh.auth().verify(deadline.remaining());
        } catch (IOException e) {
            throwIfInterrupted(e);
            throw authenticationFailure(endpoint, hostKey, deadline, e);
        }
    }

    private static NetconfException authenticationFailure(
            Endpoint endpoint, HostKeyCheck hostKey, Deadline deadline, IOException cause) {
        String target = endpoint.target();
        String refusal = hostKey.refusal();
        if (refusal != null) {
            return new HostKeyException(target, "connect", refusal, cause);
        }
        if (isTimeout(cause) || deadline.hasPassed()) {
            return new DeadlineException(target, "connect", "The SSH server did not finish the login in time", cause);
        }
        if (isRefusedLogin(cause)) {
            return new AuthenticationException(
                    target,
                    "connect",
                    "The server refused the login of " + endpoint.credentials().username(),
                    cause);
        }
        return new TransportException(
                target, "connect", "The connection was lost before the login was done: " + rootMessage(cause), cause);
    }

    /** Whether the server said no, as opposed to vanishing: it takes no method any more, or has had enough of us. */
    private static boolean isRefusedLogin(IOException cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SshException ssh
                    && (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                            || ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_AUTH_CANCELLED_BY_USER
                            || String.valueOf(ssh.getMessage()).contains("authentication failures"))) {
                return true;
            }
        }
        return false;
    }

    private static void throwIfInterrupted(IOException cause) throws InterruptedException {
        if (cause instanceof InterruptedIOException) {
            throw new InterruptedException();
        }
    }

    private static boolean isTimeout(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** Closes all connections and ends all threads. Sessions that are still open end as if they were lost. */
    @Override
    public void close() {
        lookup.close();
        try {
            client.close(false).await(CLOSE_TIMEOUT);
        } catch (IOException e) {
            // It is stopped all the same.
        }
        client.stop();
    }

    /** What of the credentials is presented to the server. */
    private record Identity(
            @Nullable String password, @Nullable KeyPair keyPair) {

        static Identity of(Endpoint endpoint) {
            Credentials credentials = endpoint.credentials();
            try {
                String password = credentials.password() == null
                        ? null
                        : credentials.password().reveal();
                KeyPair keyPair = credentials.privateKeyFile() == null
                        ? null
                        : PrivateKeyFile.load(credentials.privateKeyFile(), credentials.privateKeyPassphrase());
                return new Identity(password, keyPair);
            } catch (IOException | GeneralSecurityException e) {
                throw new AuthenticationException(
                        endpoint.target(), "connect", "The credentials cannot be read: " + rootMessage(e), e);
            }
        }

        @Override
        public String toString() {
            return "Identity";
        }
    }
}
