package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.SshAlgorithms;
import net.coreserver.netconf.TransportException;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is offered to servers, and what becomes of those that have something else. */
class AlgorithmsTest {

    private static NetconfSshClient client = new NetconfSshClient();

    @BeforeAll
    static void start() {
        client = new NetconfSshClient();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    /** What the client offers, as the server sees it. */
    private static Map<KexProposalOption, String> offered(SshAlgorithms algorithms) throws Exception {
        CompletableFuture<Map<KexProposalOption, String>> offer = new CompletableFuture<>();
        try (HelloServer server = HelloServer.start(it -> it.addSessionListener(new SessionListener() {
            @Override
            public void sessionNegotiationStart(
                    Session session,
                    Map<KexProposalOption, String> clientProposal,
                    Map<KexProposalOption, String> serverProposal) {
                offer.complete(new EnumMap<>(clientProposal));
            }
        }))) {
            client.connect(server.endpoint(algorithms)).abort();
            return offer.get();
        }
    }

    private static List<String> names(Map<KexProposalOption, String> offer, KexProposalOption option) {
        return List.of(offer.getOrDefault(option, "").split(",", -1));
    }

    @Test
    void theModernOfferIsWhatItIsMeantToBe() throws Exception {
        Map<KexProposalOption, String> offer = offered(SshAlgorithms.MODERN);

        assertThat(names(offer, KexProposalOption.ALGORITHMS))
                .containsExactly(
                        "curve25519-sha256",
                        "curve25519-sha256@libssh.org",
                        "ecdh-sha2-nistp256",
                        "ecdh-sha2-nistp384",
                        "ecdh-sha2-nistp521",
                        "mlkem768x25519-sha256",
                        "sntrup761x25519-sha512",
                        "sntrup761x25519-sha512@openssh.com",
                        "diffie-hellman-group14-sha256",
                        "diffie-hellman-group16-sha512",
                        "diffie-hellman-group-exchange-sha256",
                        "diffie-hellman-group18-sha512",
                        "ext-info-c",
                        "kex-strict-c-v00@openssh.com");
        assertThat(names(offer, KexProposalOption.SERVERKEYS))
                .containsExactly(
                        "ssh-ed25519",
                        "ecdsa-sha2-nistp256",
                        "ecdsa-sha2-nistp384",
                        "ecdsa-sha2-nistp521",
                        "rsa-sha2-512",
                        "rsa-sha2-256");
        for (KexProposalOption option : List.of(KexProposalOption.C2SENC, KexProposalOption.S2CENC)) {
            assertThat(names(offer, option))
                    .containsExactly(
                            "aes128-gcm@openssh.com",
                            "aes256-gcm@openssh.com",
                            "aes128-ctr",
                            "aes192-ctr",
                            "aes256-ctr",
                            "chacha20-poly1305@openssh.com");
        }
        for (KexProposalOption option : List.of(KexProposalOption.C2SMAC, KexProposalOption.S2CMAC)) {
            assertThat(names(offer, option))
                    .containsExactly(
                            "hmac-sha2-256-etm@openssh.com",
                            "hmac-sha2-512-etm@openssh.com",
                            "hmac-sha2-256",
                            "hmac-sha2-512");
        }
    }

    @Test
    void theLegacyOfferIsTheModernOneWithMoreBehindIt() throws Exception {
        Map<KexProposalOption, String> modern = offered(SshAlgorithms.MODERN);
        Map<KexProposalOption, String> legacy = offered(SshAlgorithms.LEGACY);

        assertThat(legacy.get(KexProposalOption.ALGORITHMS))
                .isEqualTo(String.join(",", names(modern, KexProposalOption.ALGORITHMS))
                        .replace(
                                ",ext-info-c",
                                ",diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1,"
                                        + "diffie-hellman-group1-sha1,ext-info-c"));
        assertThat(legacy.get(KexProposalOption.SERVERKEYS))
                .isEqualTo(modern.get(KexProposalOption.SERVERKEYS) + ",ssh-rsa,ssh-dss");
        assertThat(legacy.get(KexProposalOption.C2SENC))
                .isEqualTo(modern.get(KexProposalOption.C2SENC) + ",aes128-cbc,aes192-cbc,aes256-cbc,3des-cbc");
        assertThat(legacy.get(KexProposalOption.S2CMAC))
                .isEqualTo(modern.get(KexProposalOption.S2CMAC) + ",hmac-sha1-etm@openssh.com,hmac-sha1,hmac-sha1-96");
    }

    /** Each thing in which an old device can be old. */
    @SuppressWarnings("deprecation") // legacy is what this is about
    enum Old {
        KEY_EXCHANGE("kex algorithms", "diffie-hellman-group1-sha1") {
            @Override
            void setUp(SshServer server) {
                server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                        false, List.of(BuiltinDHFactories.dhg1), ServerBuilder.DH2KEX));
            }
        },
        HOST_KEY("server host key algorithms", "ssh-rsa") {
            @Override
            void setUp(SshServer server) {
                server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
            }
        },
        CIPHER("encryption algorithms (client to server)", "aes128-cbc,3des-cbc") {
            @Override
            void setUp(SshServer server) {
                server.setCipherFactories(List.of(BuiltinCiphers.aes128cbc, BuiltinCiphers.tripledescbc));
            }
        },
        MAC("mac algorithms (client to server)", "hmac-sha1") {
            @Override
            void setUp(SshServer server) {
                server.setCipherFactories(List.of(BuiltinCiphers.aes128ctr));
                server.setMacFactories(List.of(BuiltinMacs.hmacsha1));
            }
        };

        private final String inMessage;
        private final String offers;

        Old(String inMessage, String offers) {
            this.inMessage = inMessage;
            this.offers = offers;
        }

        abstract void setUp(SshServer server);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsOldIsRefusedWithTheRemedyAndServedAsLegacy(Old old) throws Exception {
        try (HelloServer server = HelloServer.start("ssh-rsa", 2048, old::setUp)) {
            assertThatThrownBy(() -> client.connect(server.endpoint(SshAlgorithms.MODERN)))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith("Server and client have none of the " + old.inMessage
                            + " in common: the server offers " + old.offers)
                    .hasMessageContaining(", the client ")
                    .hasMessageEndingWith("; with `ssh-algorithms` set to `legacy` it would be "
                            + old.offers.split(",", 2)[0]);

            NetconfSession session = client.connect(server.endpoint(SshAlgorithms.LEGACY));
            assertThat(session.negotiated()).containsValue(old.offers.split(",", 2)[0]);
            session.abort();
        }
    }

    @Test
    @SuppressWarnings("deprecation") // too old for us is what this is about
    void aServerThatNothingCanBeDoneAboutIsRefusedWithoutARemedy() throws Exception {
        try (HelloServer server = HelloServer.start(it -> {
            it.setCipherFactories(List.of(BuiltinCiphers.aes128ctr));
            it.setMacFactories(List.of(BuiltinMacs.hmacmd5));
        })) {
            for (SshAlgorithms algorithms : SshAlgorithms.values()) {
                assertThatThrownBy(() -> client.connect(server.endpoint(algorithms)))
                        .isInstanceOf(TransportException.class)
                        .hasMessageContaining("the server offers hmac-md5, the client hmac-sha2-256-etm")
                        .hasMessageNotContaining("ssh-algorithms");
            }
        }
    }

    @Test
    void aLegacyTargetThatIsModernGetsModernAlgorithms() throws Exception {
        try (HelloServer server = HelloServer.start("ssh-rsa", 2048, it -> {})) {
            NetconfSession session = client.connect(server.endpoint(SshAlgorithms.LEGACY));
            assertThat(session.negotiated())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "keyExchange", "curve25519-sha256",
                            "hostKey", "rsa-sha2-512",
                            "cipher", "aes128-gcm@openssh.com",
                            "mac", "aead"));
            session.abort();
        }
    }

    @Test
    void bothDirectionsAreVisibleWhereTheyDiffer() throws Exception {
        try (HelloServer server = HelloServer.start(it -> it.addSessionListener(new SessionListener() {
            @Override
            public void sessionNegotiationOptionsCreated(Session session, Map<KexProposalOption, String> proposal) {
                proposal.put(KexProposalOption.S2CENC, "aes256-ctr");
                proposal.put(KexProposalOption.S2CMAC, "hmac-sha2-512");
            }
        }))) {
            NetconfSession session = client.connect(server.endpoint(SshAlgorithms.MODERN));
            assertThat(session.negotiated())
                    .containsEntry("cipherToServer", "aes128-gcm@openssh.com")
                    .containsEntry("cipherToClient", "aes256-ctr")
                    .containsEntry("macToServer", "aead")
                    .containsEntry("macToClient", "hmac-sha2-512")
                    .doesNotContainKeys("cipher", "mac");
            session.abort();
        }
    }
}
