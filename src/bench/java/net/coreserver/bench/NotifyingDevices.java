package net.coreserver.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.jspecify.annotations.NullUnmarked;

/**
 * Devices of one interface each that tell something whenever they are asked to. Each is an account of one of a few SSH servers on
 * loopback, in this process, so that the clock that tells when something was sent is the one that tells when it arrived.
 */
final class NotifyingDevices implements AutoCloseable {

    /** What everybody logs in with. */
    static final String PASSWORD = "bench-password";

    private static final int HOSTS = 8;

    private final List<SshServer> servers = new ArrayList<>();
    private final Map<String, DeviceSession> sessions = new ConcurrentHashMap<>();

    NotifyingDevices() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair hostKey = generator.generateKeyPair();
        for (int host = 0; host < HOSTS; host++) {
            SshServer server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0." + (2 + host));
            server.setPort(0);
            server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            server.setPasswordAuthenticator((username, password, session) -> password.equals(PASSWORD));
            server.setSubsystemFactories(List.of(new Subsystem()));
            CoreModuleProperties.TCP_NODELAY.set(server, true);
            server.start();
            servers.add(server);
        }
    }

    /** The account that a target of this number logs in to. */
    static String username(int target) {
        return "device-" + target;
    }

    String host(int target) {
        return servers.get(target % HOSTS).getHost();
    }

    int port(int target) {
        return servers.get(target % HOSTS).getPort();
    }

    /** How many devices have been subscribed to. */
    long subscribed() {
        return sessions.values().stream().filter(DeviceSession::isSubscribed).count();
    }

    /** The session with a device, which there is once it is up. */
    DeviceSession session(int target) {
        DeviceSession session = sessions.get(username(target));
        if (session == null) {
            throw new IllegalStateException("nobody has a session with device " + target);
        }
        return session;
    }

    @Override
    public void close() throws IOException {
        for (SshServer server : servers) {
            server.stop(true);
        }
    }

    private final class Subsystem implements SubsystemFactory {

        @Override
        public String getName() {
            return "netconf";
        }

        @Override
        public Command createSubsystem(ChannelSession channel) {
            return new DeviceCommand();
        }
    }

    /** MINA's command: its streams are given to it one by one before it starts. */
    @NullUnmarked
    private final class DeviceCommand implements Command {

        private InputStream in;
        private OutputStream out;
        private ExitCallback exit;
        private Thread thread;

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            // nothing is ever written to it
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            DeviceSession session = new DeviceSession(in, out);
            sessions.put(channel.getSession().getUsername(), session);
            thread = Thread.ofVirtual().start(() -> {
                try {
                    session.answer();
                } catch (IOException e) {
                    // the client left
                } finally {
                    exit.onExit(0);
                }
            });
        }

        @Override
        public void destroy(ChannelSession channel) {
            thread.interrupt();
        }
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
