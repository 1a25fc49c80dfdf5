package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.SshAlgorithms;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.password.PasswordChangeRequiredException;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each method of logging in alone, their order, and servers that want more than we have. */
class LoginTest {

    private static final String LOGIN_REFUSED = "The server refused the login of test-user";

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

    private static void logsIn(Endpoint endpoint) throws InterruptedException {
        client.connect(endpoint).abort();
    }

    private static void isRefused(Endpoint endpoint, String message) {
        assertThatThrownBy(() -> client.connect(endpoint))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage(message)
                .hasMessageNotContaining(HelloServer.PASSWORD);
    }

    private static void takesOnly(SshServer server, UserAuthFactory method) {
        server.setUserAuthFactories(List.of(method));
    }

    private Credentials withKey(KeyPair key) throws Exception {
        Path file = directory.resolve("key");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
        }
        return new Credentials(HelloServer.USERNAME, null, Secret.inFile(file), null);
    }

    @Test
    void aServerThatTakesPasswordsOnlyLetsIn() throws Exception {
        try (HelloServer server = HelloServer.start(it -> takesOnly(it, UserAuthPasswordFactory.INSTANCE))) {
            logsIn(server.endpoint());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ssh-ed25519,256",
        "ecdsa-sha2-nistp256,256",
        "ecdsa-sha2-nistp384,384",
        "ecdsa-sha2-nistp521,521",
        "ssh-rsa,2048"
    })
    void aServerThatTakesKeysOnlyLetsIn(String type, int bits) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair(type, bits);
        try (HelloServer server = HelloServer.start(it -> {
            takesOnly(it, UserAuthPublicKeyFactory.INSTANCE);
            it.setPublickeyAuthenticator((name, shown, session) -> KeyUtils.compareKeys(shown, key.getPublic()));
        })) {
            logsIn(server.endpoint(withKey(key)));
        }
    }

    @ParameterizedTest
    @CsvSource({"rsaSHA256,MODERN,true", "rsaSHA512,MODERN,true", "rsa,MODERN,false", "rsa,LEGACY,true"})
    void anRsaKeySignsWithSha1OnlyForALegacyTarget(BuiltinSignatures taken, SshAlgorithms algorithms, boolean letIn)
            throws Exception {
        KeyPair key = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        try (HelloServer server = HelloServer.start(it -> {
            takesOnly(it, UserAuthPublicKeyFactory.INSTANCE);
            // The first is for its own key.
            it.setSignatureFactories(List.of(BuiltinSignatures.nistp256, taken));
            it.setPublickeyAuthenticator((name, shown, session) -> true);
        })) {
            HostKeyPolicy pinned = new HostKeyPolicy.Pinned(server.fingerprint());
            Endpoint endpoint = server.endpoint("127.0.0.1", server.port(), withKey(key), pinned, algorithms);
            if (letIn) {
                logsIn(endpoint);
            } else {
                isRefused(endpoint, LOGIN_REFUSED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Password:", "Passwort für test-user: ", "(test-user@host) Password:", "パスワード："})
    void aServerThatAsksForThePasswordIsAnswered(String prompt) throws Exception {
        Interrogation asking = new Interrogation(round -> round == 0 ? List.of(Interrogation.hidden(prompt)) : null);
        try (HelloServer server = HelloServer.start(it -> takesOnly(it, asking.factory()))) {
            logsIn(server.endpoint());
            assertThat(asking.answers()).containsExactly(HelloServer.PASSWORD);
        }
    }

    @Test
    void roundsThatAskNothingAreAnsweredWithNothing() throws Exception {
        Interrogation asking = new Interrogation(round -> switch (round) {
            case 0, 2 -> List.of();
            case 1 -> List.of(Interrogation.hidden("Password:"));
            default -> null;
        });
        try (HelloServer server = HelloServer.start(it -> takesOnly(it, asking.factory()))) {
            logsIn(server.endpoint());
        }
    }

    @Test
    void aServerThatAsksForASecondFactorIsToldApart() throws Exception {
        Interrogation asking = new Interrogation(
                round -> List.of(Interrogation.hidden(round == 0 ? "Password:" : "Verification\r\ncode:")));
        try (HelloServer server = HelloServer.start(it -> takesOnly(it, asking.factory()))) {
            isRefused(server.endpoint(), LOGIN_REFUSED + ": it asks for more than a password: \"Verification  code:\"");
            assertThat(asking.answers()).containsExactly(HelloServer.PASSWORD);
        }
    }

    @Test
    void aServerThatAsksTwoThingsAtOnceGetsNoAnswer() throws Exception {
        Interrogation asking =
                new Interrogation(round -> List.of(Interrogation.hidden("Password:"), Interrogation.hidden("Again:")));
        try (HelloServer server = HelloServer.start(it -> takesOnly(it, asking.factory()))) {
            isRefused(server.endpoint(), LOGIN_REFUSED + ": it asks 2 things at once, the first being \"Password:\"");
            assertThat(asking.answers()).isEmpty();
        }
    }

    @Test
    void thePasswordIsNotSentWhereItWouldBeShown() throws Exception {
        Interrogation asking = new Interrogation(round -> List.of(new Interrogation.Prompt("Password:", true)));
        try (HelloServer server = HelloServer.start(it -> takesOnly(it, asking.factory()))) {
            isRefused(server.endpoint(), LOGIN_REFUSED + ": it asks for something that is no secret: \"Password:\"");
            assertThat(asking.answers()).isEmpty();
        }
    }

    @Test
    void aServerThatAsksOnAndOnIsLeft() throws Exception {
        Interrogation asking = new Interrogation(round -> List.of());
        try (HelloServer server = HelloServer.start(it -> takesOnly(it, asking.factory()))) {
            isRefused(server.endpoint(), LOGIN_REFUSED + ": it asks on and on");
        }
    }

    @Test
    void aServerThatIsNeverContentIsLeft() throws Exception {
        try (HelloServer server = HelloServer.start(it ->
                CoreModuleProperties.AUTH_METHODS.set(it, String.join(",", Collections.nCopies(1_000, "password"))))) {
            isRefused(server.endpoint(), LOGIN_REFUSED);
        }
    }

    @Test
    void aPasswordThatHasToBeChangedIsToldApart() throws Exception {
        try (HelloServer server = HelloServer.start(it -> {
            takesOnly(it, UserAuthPasswordFactory.INSTANCE);
            it.setPasswordAuthenticator((name, password, session) -> {
                throw new PasswordChangeRequiredException("expired", "Choose a new password:", "");
            });
        })) {
            isRefused(server.endpoint(), LOGIN_REFUSED + ": it wants the password to be changed first");
        }
    }

    @Test
    void aServerThatTakesKeysOnlyTellsSoToOneWhoHasNone() throws Exception {
        try (HelloServer server = HelloServer.start(it -> {
            takesOnly(it, UserAuthPublicKeyFactory.INSTANCE);
            it.setPublickeyAuthenticator((name, shown, session) -> true);
        })) {
            isRefused(server.endpoint(), LOGIN_REFUSED + "; it takes publickey");
        }
    }

    @Test
    void theMethodsAreTriedInTheStatedOrder() throws Exception {
        List<String> tried = Collections.synchronizedList(new ArrayList<>());
        Interrogation asking = new Interrogation(round -> {
            tried.add("keyboard-interactive");
            return null;
        });
        try (HelloServer server = HelloServer.start(it -> {
            // Named in another order: it is the client's that counts.
            it.setUserAuthFactories(
                    List.of(asking.factory(), UserAuthPasswordFactory.INSTANCE, UserAuthPublicKeyFactory.INSTANCE));
            it.setKeyboardInteractiveAuthenticator(KeyboardInteractiveAuthenticator.NONE);
            it.setPasswordAuthenticator((name, password, session) -> {
                tried.add("password");
                return false;
            });
            it.setPublickeyAuthenticator((name, shown, session) -> {
                tried.add("publickey");
                return false;
            });
        })) {
            Credentials key = withKey(KeyUtils.generateKeyPair("ssh-ed25519", 256));
            logsIn(server.endpoint(
                    new Credentials(HelloServer.USERNAME, Secret.of(HelloServer.PASSWORD), key.privateKey(), null)));
            assertThat(tried).containsExactly("publickey", "password", "keyboard-interactive");
        }
    }

    @Test
    void aKeyThatCannotBeReadIsNamedBeforeAnythingIsConnected() throws Exception {
        Path file = Files.writeString(directory.resolve("no-key"), "this is " + HelloServer.PASSWORD);
        try (HelloServer server = HelloServer.start(it -> {})) {
            Credentials credentials = new Credentials(HelloServer.USERNAME, null, Secret.inFile(file), null);
            isRefused(
                    server.endpoint(credentials), "The credentials cannot be read: " + file + " holds no private key");
        }
    }

    @Test
    void aPasswordFileThatIsNotThereIsNamed() throws Exception {
        Path file = directory.resolve("no-password");
        try (HelloServer server = HelloServer.start(it -> {})) {
            Credentials credentials = Credentials.ofPassword(HelloServer.USERNAME, Secret.inFile(file));
            isRefused(
                    server.endpoint(credentials),
                    "The credentials cannot be read: there is no file " + file + ", or it is not ours to read");
        }
    }
}
