package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.coreserver.netconf.HostKeyException;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.SshAlgorithms;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How servers are recognised, from the file to the handshake. */
class HostKeysTest {

    @TempDir
    private Path directory;

    private static NetconfSshClient client = new NetconfSshClient();

    @BeforeAll
    static void start() {
        client = new NetconfSshClient();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private Path knownHosts(String... lines) throws IOException {
        return Files.write(directory.resolve("known_hosts"), List.of(lines));
    }

    private static String line(String hosts, KeyPair key) {
        return hosts + " " + PublicKeyEntry.toString(key.getPublic());
    }

    @Test
    void aServerWithSeveralKeysIsAskedForTheOneThatIsKnown() throws Exception {
        KeyPair rsa = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        KeyPair ed25519 = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        try (HelloServer server = HelloServer.start(it -> it.setKeyPairProvider(KeyPairProvider.wrap(ed25519, rsa)))) {
            for (KeyPair known : List.of(ed25519, rsa)) {
                Path file = knownHosts(line("[127.0.0.1]:" + server.port(), known));
                client.connect(server.endpoint(new HostKeyPolicy.KnownHosts(file)))
                        .abort();
            }
        }
    }

    @Test
    void aRevokedKeyIsRefusedAlsoWhereANewOneWouldBeAccepted() throws Exception {
        try (HelloServer server = HelloServer.start(it -> {})) {
            Path file = knownHosts(line("@revoked *", server.hostKey()));
            Path learned = directory.resolve("learned");
            assertThatThrownBy(() -> client.connect(server.endpoint(new HostKeyPolicy.AcceptNew(file, learned))))
                    .isInstanceOf(HostKeyException.class)
                    .hasMessage("The server shows the host key " + server.fingerprint() + ", which is revoked");
            assertThat(learned).doesNotExist();
        }
    }

    @Test
    void manyWhoMeetANewHostAtOnceAllAcceptItAndWriteItOnce() throws Exception {
        Path learned = directory.resolve("learned");
        try (HelloServer server = HelloServer.start(it -> {});
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            HostKeyPolicy policy = new HostKeyPolicy.AcceptNew(directory.resolve("none"), learned);
            List<Future<?>> connects = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                connects.add(executor.submit(() -> {
                    client.connect(server.endpoint(policy)).abort();
                    return null;
                }));
            }
            for (Future<?> connect : connects) {
                connect.get();
            }
            assertThat(Files.readAllLines(learned))
                    .containsExactly(line("[127.0.0.1]:" + server.port(), server.hostKey()));
        }
    }

    @Test
    void anotherServerOnAnotherPortOfAKnownHostIsNew() throws Exception {
        KeyPair ofPort22 = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        Path file = knownHosts(line("127.0.0.1", ofPort22));
        Path learned = directory.resolve("learned");
        try (HelloServer server = HelloServer.start(it -> {})) {
            assertThatThrownBy(() -> client.connect(server.endpoint(new HostKeyPolicy.KnownHosts(file))))
                    .isInstanceOf(HostKeyException.class)
                    .hasMessageContaining("is unknown");
            client.connect(server.endpoint(new HostKeyPolicy.AcceptNew(file, learned)))
                    .abort();
            assertThat(Files.readAllLines(learned)).hasSize(1);
        }
    }

    @Test
    void aServerAtAnAddressOfIpVersion6IsReachedAndRecognised() throws Exception {
        assumeThat(hasIpv6Loopback()).as("an IPv6 loopback interface").isTrue();
        try (HelloServer server = HelloServer.start(it -> it.setHost("::1"))) {
            Path file = knownHosts(line("[::1]:" + server.port(), server.hostKey()));
            client.connect(server.endpoint(
                            "::1",
                            server.port(),
                            HelloServer.WITH_PASSWORD,
                            new HostKeyPolicy.KnownHosts(file),
                            SshAlgorithms.MODERN))
                    .abort();

            Path learned = directory.resolve("learned");
            client.connect(server.endpoint(
                            "0:0:0:0:0:0:0:1",
                            server.port(),
                            HelloServer.WITH_PASSWORD,
                            new HostKeyPolicy.AcceptNew(file, learned),
                            SshAlgorithms.MODERN))
                    .abort();
            assertThat(learned).content().startsWith("[0:0:0:0:0:0:0:1]:" + server.port() + " ");
        }
    }

    private static boolean hasIpv6Loopback() {
        try (ServerSocket socket = new ServerSocket(0, 1, Inet6Address.ofLiteral("::1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
