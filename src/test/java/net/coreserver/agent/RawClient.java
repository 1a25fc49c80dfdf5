package net.coreserver.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/** An SSH client that knows nothing of NETCONF: what goes over its channels is written by hand. */
final class RawClient implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final AttributeKey<String> FINGERPRINT = new AttributeKey<>();

    private final SshClient ssh = SshClient.setUpDefaultClient();

    /** A client that knows these ways to authenticate, or those of MINA when none is given. */
    RawClient(UserAuthFactory... userAuths) {
        if (userAuths.length > 0) {
            ssh.setUserAuthFactories(List.of(userAuths));
        }
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setServerKeyVerifier((session, address, key) -> {
            String expected = session.getConnectionContext().getAttribute(FINGERPRINT);
            return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key).equals(expected);
        });
        ssh.start();
    }

    /** A connection that has checked the host key, and not authenticated yet. */
    ClientSession connect(Endpoint endpoint) throws IOException {
        HostKeyPolicy.Pinned pinned = (HostKeyPolicy.Pinned) endpoint.hostKeyPolicy();
        return ssh.connect(
                        endpoint.credentials().username(),
                        endpoint.host(),
                        endpoint.port(),
                        AttributeRepository.ofKeyValuePair(FINGERPRINT, pinned.fingerprint()))
                .verify(PATIENCE)
                .getSession();
    }

    ClientSession login(Endpoint endpoint) throws IOException {
        ClientSession session = connect(endpoint);
        session.addPasswordIdentity(password(endpoint));
        session.auth().verify(PATIENCE);
        return session;
    }

    static String password(Endpoint endpoint) {
        try {
            return Objects.requireNonNull(endpoint.credentials().password()).reveal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Netconf netconf(ClientSession session) throws IOException {
        ChannelSubsystem channel = session.createSubsystemChannel("netconf");
        channel.open().verify(PATIENCE);
        return new Netconf(channel, channel.getInvertedOut(), channel.getInvertedIn());
    }

    @Override
    public void close() {
        ssh.stop();
    }

    /** The subsystem's channel. */
    record Netconf(ChannelSubsystem channel, InputStream in, OutputStream out) {

        static final String HELLO_1_0 = "<hello xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'><capabilities>"
                + "<capability>urn:ietf:params:netconf:base:1.0</capability></capabilities></hello>]]>]]>";
        static final String HELLO_1_1 = HELLO_1_0.replace("base:1.0</capability>", "base:1.1</capability>");

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Reads up to and including an end; without one, up to the end of the stream. */
        String readUntil(String end) throws IOException {
            byte[] wanted = end.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            int octet;
            while ((octet = in.read()) >= 0) {
                read.write(octet);
                if (octet == wanted[wanted.length - 1]
                        && read.toString(StandardCharsets.UTF_8).endsWith(end)) {
                    break;
                }
            }
            return read.toString(StandardCharsets.UTF_8);
        }
    }
}
