package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.SshAlgorithms;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.VirtualThreadSubsystem;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;

/** An SSH server that a test sets up as it wants; behind the login it says hello, and nothing more. */
final class HelloServer implements AutoCloseable {

    static final String USERNAME = "test-user";
    static final String PASSWORD = "test-password";
    static final Credentials WITH_PASSWORD = Credentials.ofPassword(USERNAME, Secret.of(PASSWORD));
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;

    private HelloServer(KeyPair hostKey, Consumer<SshServer> setUp) throws IOException {
        this.hostKey = hostKey;
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator(
                (username, password, session) -> username.equals(USERNAME) && password.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new VirtualThreadSubsystem((in, out, channel) -> sayHello(in, out))));
        setUp.accept(server);
        server.start();
    }

    /** A server that lets in who knows the password, unless its set-up says otherwise. */
    static HelloServer start(Consumer<SshServer> setUp) throws IOException, GeneralSecurityException {
        return start("ecdsa-sha2-nistp256", 256, setUp);
    }

    /** The same with a host key of this type. */
    static HelloServer start(String keyType, int bits, Consumer<SshServer> setUp)
            throws IOException, GeneralSecurityException {
        return new HelloServer(KeyUtils.generateKeyPair(keyType, bits), setUp);
    }

    int port() {
        return server.getPort();
    }

    KeyPair hostKey() {
        return hostKey;
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    Endpoint endpoint() {
        return endpoint(WITH_PASSWORD);
    }

    Endpoint endpoint(Credentials credentials) {
        return endpoint(
                "127.0.0.1", port(), credentials, new HostKeyPolicy.Pinned(fingerprint()), SshAlgorithms.MODERN);
    }

    Endpoint endpoint(SshAlgorithms algorithms) {
        return endpoint("127.0.0.1", port(), WITH_PASSWORD, new HostKeyPolicy.Pinned(fingerprint()), algorithms);
    }

    Endpoint endpoint(HostKeyPolicy policy) {
        return endpoint("127.0.0.1", port(), WITH_PASSWORD, policy, SshAlgorithms.MODERN);
    }

    /** The way to the server by another address or port. */
    Endpoint endpoint(String host, int port, Credentials credentials, HostKeyPolicy policy, SshAlgorithms algorithms) {
        return new Endpoint("hello", host, port, credentials, policy, algorithms, PATIENCE, PATIENCE);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static void sayHello(InputStream in, OutputStream out) throws IOException {
        out.write((ScriptedServer.HELLO_1_0 + "]]>]]>").getBytes(StandardCharsets.UTF_8));
        out.flush();
        var _ = in.transferTo(OutputStream.nullOutputStream());
    }
}
