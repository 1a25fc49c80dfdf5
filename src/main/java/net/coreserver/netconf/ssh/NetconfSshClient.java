package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.ConnectProgress;
import net.coreserver.netconf.ConnectStep;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;

/**
 * Opens NETCONF sessions over SSH. One instance serves a process; it is safe for use by any number of threads.
 *
 * <p>At most four connects to one host and 32 in all are under way at once; who comes later waits for its turn. That wait is
 * not part of the connect timeout. A connect to a server that has said nothing for two seconds does not count until it does.
 *
 * <p>Nothing of the user's own SSH set-up is read but the files that an endpoint names: no {@code ~/.ssh/config}, no
 * default identities, no agent.
 */
public final class NetconfSshClient implements AutoCloseable {

    /**
     * The longest time that passes from the moment in which a server freezes, or is cut off, to the end of its sessions.
     */
    public static final Duration FROZEN_PEER_DETECTED_WITHIN = Keepalive.STANDARD.detectsWithin();

    /** They never block, so that two are enough for a thousand sessions. */
    private static final int NIO_WORKERS = 2;

    private static final long WINDOW_OCTETS = 512 * 1024;

    /**
     * Every session keeps a buffer of this size; with the usual 32 KiB, that would be more than half of what an idle one
     * keeps. Packets are left at 32 KiB: with smaller ones a session would keep less after traffic, but a server that does
     * not set TCP_NODELAY takes 40 ms longer for a large reply.
     */
    private static final int READ_BUFFER_OCTETS = 8 * 1024;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final SshClient client;
    private final KeepaliveRounds keepaliveRounds = new KeepaliveRounds();
    private final Dialer dialer;
    private final ConnectPacing pacing;

    /** Starts the client and its threads. */
    public NetconfSshClient() {
        this(Keepalive.STANDARD, ConnectPacing.Limits.STANDARD);
    }

    NetconfSshClient(Keepalive keepalive, ConnectPacing.Limits limits) {
        client = UntimedSshClient.setUp();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(
                UserAuthPublicKeyFactory.INSTANCE, PasswordLogin.factory(), KeyboardInteractiveLogin.factory()));
        client.setServiceFactories(List.of(LoginService.factory(), KeepaliveService.factory(keepaliveRounds)));
        // A server that tells its other host keys is not listened to: they are not what it is recognised by.
        client.setGlobalRequestHandlers(List.of(KeepAliveHandler.INSTANCE));
        client.setServerKeyVerifier(
                (session, address, key) -> Connection.of(session).hostKey().accepts(key));
        ConnectionListener listener = new ConnectionListener();
        client.addSessionListener(listener);
        client.setSessionDisconnectHandler(listener);
        client.setNioWorkers(NIO_WORKERS);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        // Without it, many an rpc waits 40 ms for the peer's delayed acknowledgement.
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.WINDOW_SIZE.set(client, WINDOW_OCTETS);
        CoreModuleProperties.NIO2_READ_BUFFER_SIZE.set(client, READ_BUFFER_OCTETS);
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
        client.start();
        keepaliveRounds.start(client.getScheduledExecutorService(), keepalive.interval());
        dialer = new Dialer(client);
        pacing = new ConnectPacing(limits, this::later);
    }

    private void later(Duration delay, Runnable task) {
        ScheduledExecutorService timer = client.getScheduledExecutorService();
        var _ = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Opens a session: connects, checks the host key, authenticates, opens the subsystem and exchanges hellos, all within
     * the endpoint's connect timeout, which begins when it is this connect's turn.
     *
     * @param endpoint the server
     * @return the session, which owns the connection
     * @throws NetconfException when it cannot be opened; nothing stays open then
     * @throws InterruptedException when the calling thread is interrupted
     */
    public NetconfSession connect(Endpoint endpoint) throws InterruptedException {
        return connect(endpoint, ConnectProgress.NONE);
    }

    /**
     * Opens a session, as {@link #connect(Endpoint)} does, and tells how far it has come.
     *
     * @param endpoint the server
     * @param progress is told of each step
     * @return the session, which owns the connection
     * @throws NetconfException when it cannot be opened; nothing stays open then
     * @throws InterruptedException when the calling thread is interrupted
     */
    public NetconfSession connect(Endpoint endpoint, ConnectProgress progress) throws InterruptedException {
        try (ConnectPacing.Turn turn = pacing.await(endpoint.host())) {
            return connect(endpoint, Deadline.in(endpoint.connectTimeout()), turn, progress);
        }
    }

    private NetconfSession connect(
            Endpoint endpoint, Deadline deadline, ConnectPacing.Turn turn, ConnectProgress progress)
            throws InterruptedException {
        Connection connection = new Connection(endpoint, HostKeyCheck.of(endpoint, progress), turn);
        Identity identity = Identity.of(endpoint);
        ClientSession ssh = dialer.dial(connection, deadline, progress);
        boolean opened = false;
        try {
            authenticate(ssh, connection, identity, deadline);
            progress.passed(
                    ConnectStep.AUTHENTICATE, "as " + endpoint.credentials().username());
            Duration loginDuration = endpoint.connectTimeout().minus(deadline.remaining());
            SshTransport transport = new SshTransport(ssh, endpoint.target(), deadline, loginDuration);
            NetconfSession session = NetconfSession.open(endpoint.target(), transport, deadline);
            opened = true;
            progress.passed(ConnectStep.HELLO, "session " + session.sessionId());
            return session;
        } finally {
            if (!opened) {
                ssh.close(true);
            }
        }
    }

    private static void authenticate(ClientSession ssh, Connection connection, Identity identity, Deadline deadline)
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
            Failures.throwIfInterrupted(e);
            throw Failures.ofLogin(connection, deadline, e);
        }
    }

    /** How many sessions are looked at for whether their servers still answer. */
    int watchedSessions() {
        return keepaliveRounds.size();
    }

    /** Closes all connections and ends all threads. Sessions that are still open end as if they were lost. */
    @Override
    public void close() {
        dialer.close();
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
                KeyPair keyPair = credentials.privateKey() == null
                        ? null
                        : PrivateKeyText.load(credentials.privateKey(), credentials.privateKeyPassphrase());
                String password = credentials.password() == null
                        ? null
                        : credentials.password().reveal();
                return new Identity(password, keyPair);
            } catch (IOException e) {
                String reason = e instanceof FileSystemException missing
                        ? "there is no file " + missing.getFile() + ", or it is not ours to read"
                        : String.valueOf(e.getMessage());
                throw new AuthenticationException(
                        endpoint.target(), "connect", "The credentials cannot be read: " + reason, e);
            }
        }

        @Override
        public String toString() {
            return "Identity";
        }
    }
}
