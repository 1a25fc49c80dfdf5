package net.coreserver.agent;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.KeyPair;
import java.time.Duration;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.server.SshServer;

/**
 * A running NETCONF server on the loopback interface, on a port that was free, with credentials and a host key that live
 * no longer than it does. Safe for use by several threads.
 */
public final class AgentServer implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(AgentServer.class.getName());

    private static final Duration HANDSHAKE_DEADLINE = Duration.ofSeconds(10);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RPC_TIMEOUT = Duration.ofSeconds(30);

    private final SshServer server;
    private final Login login;
    private final KeyPair hostKey;

    private AgentServer(SshServer server, Login login, KeyPair hostKey) {
        this.server = server;
        this.login = login;
        this.hostKey = hostKey;
    }

    /**
     * Starts an agent.
     *
     * @param interfaces what it serves
     * @return the agent, which listens
     * @throws IOException when it cannot listen
     */
    public static AgentServer start(InterfaceSource interfaces) throws IOException {
        return start(interfaces, HANDSHAKE_DEADLINE);
    }

    static AgentServer start(InterfaceSource interfaces, Duration handshakeDeadline) throws IOException {
        Login login = Login.random();
        KeyPair hostKey = AgentSshServer.newHostKey();
        SshServer server = AgentSshServer.create(
                hostKey, login, handshakeDeadline, new AgentSessions(interfaces, YangLibrary.ofAgent()));
        try {
            server.start();
        } catch (IOException e) {
            server.close(true);
            throw e;
        }
        AgentServer agent = new AgentServer(server, login, hostKey);
        LOGGER.log(Level.INFO, "the embedded agent listens on {0}:{1,number,#}", AgentSshServer.LOOPBACK, agent.port());
        return agent;
    }

    private int port() {
        return server.getPort();
    }

    /**
     * How to reach the agent: with its credentials, and its host key pinned.
     *
     * @param targetName the name that errors and logs shall use for it
     * @return the endpoint, good until the agent is closed
     */
    public Endpoint endpoint(String targetName) {
        return new Endpoint(
                targetName,
                AgentSshServer.LOOPBACK,
                port(),
                login.credentials(),
                new HostKeyPolicy.Pinned(KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic())),
                CONNECT_TIMEOUT,
                RPC_TIMEOUT);
    }

    /** Stops listening and ends all sessions. */
    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "the embedded agent did not stop in time", e);
        }
    }
}
