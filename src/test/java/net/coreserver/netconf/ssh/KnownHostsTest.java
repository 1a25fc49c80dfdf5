package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.sshd.client.config.hosts.KnownHostDigest;
import org.apache.sshd.client.config.hosts.KnownHostHashValue;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownHostsTest {

    private static final PublicKey ED25519 = key("ssh-ed25519", 256);
    private static final PublicKey ECDSA = key("ecdsa-sha2-nistp256", 256);
    private static final PublicKey RSA = key("ssh-rsa", 2048);

    @TempDir
    private Path directory;

    private static PublicKey key(String type, int bits) {
        try {
            return KeyUtils.generateKeyPair(type, bits).getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(PublicKey key) {
        return PublicKeyEntry.toString(key);
    }

    private KnownHosts file(String... lines) throws IOException {
        return new KnownHosts(List.of(Files.write(directory.resolve("known_hosts"), List.of(lines))));
    }

    private static boolean allows(KnownHosts hosts, String host, int port) throws IOException {
        return hosts.keys(host, port).allow(ED25519);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // patterns; host; port; is it known?
                "edge;edge;22;true",
                "edge;EDGE;22;true",
                "EDGE;edge;22;true",
                "edge;edge-1;22;false",
                "edge;dge;22;false",
                "[edge]:830;edge;830;true",
                "[edge]:830;edge;831;false",
                "[edge]:830;edge;22;false",
                "[2001:db8::2]:830;2001:DB8::2;830;true",
                "::1;::1;22;true",
                "[::1]:830;::1;830;true",
                "[fe80::1%eth0]:830;fe80::1%eth0;830;true",
                "[fe80::1%eth0]:830;fe80::1%eth1;830;false",
                "*.example.net;edge.example.net;22;true",
                "*.example.net;example.net;22;false",
                "[*.example.net]:830;edge.example.net;830;true",
                "10.0.0.?;10.0.0.7;22;true",
                "10.0.0.?;10.0.0.77;22;false",
                "10.0.0.1;10x0x0x1;22;false",
                "*;edge;830;true",
                "*,!edge;edge;22;false",
                "*,!edge;other;22;true",
                "!edge,*;edge;22;false",
                "[*]:830,![edge]:830;edge;830;false",
                "!edge;other;22;false",
                "other,edge,third;edge;22;true",
                "a*b*c;aXbYbZc;22;true",
                "a*b*c;aXbYbZ;22;false",
            })
    void aPatternStandsForTheHostsThatItDescribes(String patterns, String host, int port, boolean known)
            throws IOException {
        assertThat(allows(file(patterns + " " + text(ED25519)), host, port)).isEqualTo(known);
    }

    @Test
    void aHashedNameIsTheNameThatItIsTheHashOf() throws Exception {
        byte[] salt = "twenty octets of it.".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        String hash = KnownHostHashValue.append(
                        new StringBuilder(),
                        KnownHostDigest.SHA1,
                        salt,
                        KnownHostHashValue.calculateHashValue("edge", 830, KnownHostDigest.SHA1, salt))
                .toString();
        KnownHosts hosts = file(hash + " " + text(ED25519));

        assertThat(allows(hosts, "edge", 830)).isTrue();
        assertThat(allows(hosts, "Edge", 830)).isTrue();
        assertThat(allows(hosts, "edge", 22)).isFalse();
        assertThat(allows(hosts, "other", 830)).isFalse();
    }

    @Test
    void aHostMayHaveSeveralKeys() throws IOException {
        KnownHosts.Keys keys = file(
                        "edge " + text(ED25519), "edge " + text(ECDSA) + " with a comment", "other " + text(RSA))
                .keys("edge", 22);

        assertThat(keys.allow(ED25519)).isTrue();
        assertThat(keys.allow(ECDSA)).isTrue();
        assertThat(keys.allow(RSA)).isFalse();
    }

    @Test
    void aKeyThatIsListedWithoutThePortWillDoWhereNoneIsListedForThePort() throws IOException {
        assertThat(allows(file("edge " + text(ED25519)), "edge", 830)).isTrue();
        assertThat(allows(file("edge " + text(ED25519), "[edge]:830 " + text(RSA)), "edge", 830))
                .isFalse();
        assertThat(file("edge " + text(ED25519)).keys("edge", 830).known()).isEmpty();
    }

    @Test
    void theKeyOfAnAuthorityIsNoHostsKey() throws IOException {
        KnownHosts hosts = file("@cert-authority * " + text(ED25519), "@something-newer * " + text(ED25519));

        assertThat(allows(hosts, "edge", 22)).isFalse();
        assertThat(hosts.keys("edge", 22).known()).isEmpty();
    }

    @Test
    void aRevokedKeyIsForbiddenWhereverItIsListed() throws IOException {
        KnownHosts.Keys keys =
                file("edge " + text(ED25519), "@revoked * " + text(ED25519)).keys("edge", 22);

        assertThat(keys.allow(ED25519)).isFalse();
        assertThat(keys.forbid(ED25519)).isTrue();
        assertThat(keys.forbid(RSA)).isFalse();
    }

    @Test
    void whatMeansNothingIsPassedOver() throws IOException {
        KnownHosts hosts = file(
                "",
                "# edge " + text(ED25519),
                "edge",
                "edge ssh-ed25519",
                "edge ssh-ed25519 !!!!",
                "edge ssh-of-the-future AAAA",
                "@revoked",
                "|1|not|base64 " + text(ED25519),
                "|1| " + text(ED25519),
                "\u0000\u00ff",
                "edge " + text(RSA));

        assertThat(hosts.keys("edge", 22).known())
                .singleElement()
                .satisfies(key -> assertThat(KeyUtils.compareKeys(key, RSA)).isTrue());
    }

    @Test
    void aFileThatIsNotThereKnowsNobody() throws IOException {
        assertThat(new KnownHosts(List.of(directory.resolve("none")))
                        .keys("edge", 22)
                        .known())
                .isEmpty();
    }

    @Test
    void aKeyIsLearntIntoAFileForTheOwnerAlone() throws IOException {
        Path file = directory.resolve("data").resolve("known_hosts");
        KnownHosts hosts = new KnownHosts(List.of(file, directory.resolve("other")));

        assertThat(hosts.learn("edge", 830, ED25519).allow(ED25519)).isTrue();

        assertThat(file).content().isEqualTo("[edge]:830 " + text(ED25519) + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(allows(hosts, "edge", 830)).isTrue();
    }

    @Test
    void aLastLineWithoutItsEndIsFinishedFirst() throws IOException {
        Path file = Files.writeString(directory.resolve("known_hosts"), "other " + text(RSA));

        new KnownHosts(List.of(file)).learn("edge", 22, ED25519);

        assertThat(file).content().isEqualTo("other " + text(RSA) + "\nedge " + text(ED25519) + "\n");
    }

    @Test
    void nothingIsWrittenOverWhatIsKnown() throws IOException {
        KnownHosts hosts = file("[edge]:830 " + text(RSA), "@revoked * " + text(ECDSA));
        String before = Files.readString(directory.resolve("known_hosts"));

        assertThat(hosts.learn("edge", 830, ED25519).allow(ED25519)).isFalse();
        assertThat(hosts.learn("new", 830, ECDSA).allow(ECDSA)).isFalse();

        assertThat(directory.resolve("known_hosts")).content().isEqualTo(before);
    }

    @Test
    void manyWhoLearnAtOnceLoseNothingAndWriteNothingTwice() throws Exception {
        int hosts = 16;
        Path file = directory.resolve("known_hosts");
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> learned = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4 * hosts; i++) {
                String host = "edge-" + i % hosts;
                Callable<Boolean> learning = () -> {
                    go.await();
                    return new KnownHosts(List.of(file))
                            .learn(host, 830, ED25519)
                            .allow(ED25519);
                };
                learned.add(executor.submit(learning));
            }
            go.countDown();
        }

        assertThat(learned).allSatisfy(done -> assertThat(done.get()).isTrue());
        assertThat(Files.readAllLines(file))
                .hasSize(hosts)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(line).endsWith(text(ED25519)));
    }
}
