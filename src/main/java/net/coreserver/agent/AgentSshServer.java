package net.coreserver.agent;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.subsystem.SubsystemFactory;

/**
 * Sets MINA SSHD up to offer one subsystem over one way to authenticate, on the loopback interface, and nothing else.
 *
 * <p>Each thing is left out in the place where it would be offered, not only refused further on: the only type of
 * channel is the session, the only channel request the subsystem, the only global requests those that keep a connection
 * alive or narrow it.
 */
final class AgentSshServer {

    static final String LOOPBACK = "127.0.0.1";

    /** CoreServer itself needs one; the rest is room for a person with a client of their own, and for reconnects. */
    static final int MAX_CONNECTIONS = 32;

    /** A client that opens more loses its connection. */
    static final int MAX_CHANNELS_PER_CONNECTION = 4;

    private static final int MAX_PASSWORDS_PER_CONNECTION = 3;
    private static final int IO_THREADS = 2;

    private AgentSshServer() {}

    /**
     * Makes a server that is not started yet.
     *
     * @param hostKey its host key
     * @param authenticator knows who may come in
     * @param handshakeDeadline how long a client may take until its NETCONF session stands
     * @param subsystem all that it offers
     */
    static SshServer create(
            KeyPair hostKey,
            PasswordAuthenticator authenticator,
            Duration handshakeDeadline,
            SubsystemFactory subsystem) {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(LOOPBACK);
        server.setPort(0);
        server.setNioWorkers(IO_THREADS);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));

        // The others cost several times as much at each connect, and guard against nothing on the loopback interface.
        server.setKeyExchangeFactories(ServerBuilder.setUpDefaultKeyExchanges(true).stream()
                .filter(exchange -> exchange.getName().startsWith("curve25519-sha256"))
                .toList());

        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator(authenticator);
        server.setPublickeyAuthenticator(null);
        server.setKeyboardInteractiveAuthenticator(null);

        server.setChannelFactories(List.of(new NetconfChannel.Factory()));
        server.setSubsystemFactories(List.of(subsystem));
        server.setGlobalRequestHandlers(List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);

        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO); // a session may wait for the next poll for hours
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MAX_PASSWORDS_PER_CONNECTION);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(
                server, MAX_CHANNELS_PER_CONNECTION - 1); // it lets one more in
        server.addSessionListener(new ConnectionLimits(handshakeDeadline, MAX_CONNECTIONS));
        return server;
    }

    /** {@return a new host key, of a type that the JDK makes and every client knows} */
    static KeyPair newHostKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no P-256", e);
        }
    }
}
