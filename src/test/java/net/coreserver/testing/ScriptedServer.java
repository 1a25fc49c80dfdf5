package net.coreserver.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;

/**
 * An SSH server on loopback whose subsystem {@code netconf} does what a test says, byte by byte: the way to every peer
 * that no real server lets us have.
 */
public final class ScriptedServer implements FaultyServer {

    public static final String HELLO_1_0 = hello("urn:ietf:params:netconf:base:1.0");
    public static final String HELLO_1_1 =
            hello("urn:ietf:params:netconf:base:1.0</capability><capability>urn:ietf:params:netconf:base:1.1");

    private static final String USERNAME = "test-user";
    private static final String PASSWORD = "test-password";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the server does with one session; when it returns, the channel is closed. */
    @FunctionalInterface
    public interface Script {
        void run(Conversation conversation) throws IOException, InterruptedException;
    }

    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();
    private final KeyPair hostKey;
    private volatile Script script;

    public ScriptedServer(Script script) throws IOException, GeneralSecurityException {
        this(script, server -> {});
    }

    /** A server of which the layers below the subsystem misbehave, too. */
    public ScriptedServer(Script script, Consumer<SshServer> setUp) throws IOException, GeneralSecurityException {
        this.script = script;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        hostKey = generator.generateKeyPair();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((username, password, session) -> {
            logins.incrementAndGet();
            return username.equals(USERNAME) && password.equals(PASSWORD);
        });
        server.setSubsystemFactories(List.of(new VirtualThreadSubsystem(this::follow)));
        setUp.accept(server);
        server.start();
    }

    private void follow(InputStream in, OutputStream out, ChannelSession channel)
            throws IOException, InterruptedException {
        sessions.incrementAndGet();
        script.run(new Conversation(in, out, channel));
    }

    /** What sessions do that start from now on. */
    public void follow(Script next) {
        script = next;
    }

    @Override
    public int port() {
        return server.getPort();
    }

    public int logins() {
        return logins.get();
    }

    public int sessions() {
        return sessions.get();
    }

    public int openConnections() {
        return server.getActiveSessions().size();
    }

    public KeyPair hostKey() {
        return hostKey;
    }

    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    public Endpoint endpoint() {
        return endpoint("scripted", PATIENCE);
    }

    /** How to reach the server under a name, with little patience for its answers. */
    public Endpoint endpoint(String name, Duration rpcTimeout) {
        return endpoint(name, new HostKeyPolicy.Pinned(fingerprint()), PASSWORD, PATIENCE, rpcTimeout);
    }

    @Override
    public Endpoint endpoint(String name, Duration connectTimeout, Duration rpcTimeout) {
        return endpoint(name, new HostKeyPolicy.Pinned(fingerprint()), PASSWORD, connectTimeout, rpcTimeout);
    }

    /** How to reach the server, or how not to. */
    public Endpoint endpoint(HostKeyPolicy policy, String password) {
        return endpoint("scripted", policy, password, PATIENCE, PATIENCE);
    }

    /** How to reach the server, with little patience for its hello. */
    public Endpoint hastyEndpoint(Duration connectTimeout) {
        return endpoint("scripted", new HostKeyPolicy.Pinned(fingerprint()), PASSWORD, connectTimeout, PATIENCE);
    }

    private Endpoint endpoint(
            String name, HostKeyPolicy policy, String password, Duration connectTimeout, Duration rpcTimeout) {
        Credentials credentials = Credentials.ofPassword(USERNAME, Secret.of(password));
        return new Endpoint(name, "127.0.0.1", port(), credentials, policy, connectTimeout, rpcTimeout);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    public static String hello(String capability) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities><capability>%s</capability>\
            </capabilities><session-id>7</session-id></hello>""".formatted(capability);
    }

    /** The server's end of one session. */
    public static final class Conversation {

        private final InputStream in;
        private final OutputStream out;
        private final ChannelSession channel;

        Conversation(InputStream in, OutputStream out, ChannelSession channel) {
            this.in = in;
            this.out = out;
            this.channel = channel;
        }

        /** MINA's end of the channel, for what goes wrong in SSH itself. */
        public ChannelSession channel() {
            return channel;
        }

        public void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        public void sendMessage(String message) throws IOException {
            send(message + "]]>]]>");
        }

        public void sendChunked(String message) throws IOException {
            send("\n#" + message.getBytes(StandardCharsets.UTF_8).length + "\n" + message + "\n##\n");
        }

        /** Reads up to a text, and gives what came before it; null at the end of the stream. */
        public String readUntil(String end) throws IOException {
            StringBuilder read = new StringBuilder();
            while (read.indexOf(end) < 0) {
                int octet = in.read();
                if (octet < 0) {
                    throw new IOException("the client left after: " + read);
                }
                read.append((char) octet);
            }
            return read.substring(0, read.length() - end.length());
        }

        /** Exchanges hellos of base:1.0. */
        public void helloEndOfMessage() throws IOException {
            sendMessage(HELLO_1_0);
            readUntil("]]>]]>");
        }

        /** Exchanges hellos of base:1.1. */
        public void helloChunked() throws IOException {
            sendMessage(HELLO_1_1);
            readUntil("]]>]]>");
        }

        /** Reads one request, framed in whatever way, and gives its message-id. */
        public String readRequest(String endOfFrame) throws IOException {
            String request = readUntil(endOfFrame);
            int at = request.indexOf("message-id=\"") + "message-id=\"".length();
            return request.substring(at, request.indexOf('"', at));
        }

        /** Says nothing until the client leaves. */
        public void stayUntilClientLeaves() throws IOException {
            while (in.read() >= 0) {
                // whatever it says
            }
        }
    }
}
