package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to log in, and what becomes of a wrong one: one target for each, all monitored by one service. */
@RequiresNetconfd
@Timeout(120)
final class AuthenticationIT {

    private static final String PASSPHRASE = "test passphrase, with a blank";
    private static final String WRONG_PASSWORD = "wrong-test-password";

    @TempDir
    private static Path directory;

    @AutoClose
    private static NetconfdRig rig;

    @AutoClose
    private static RunningService service;

    private static SshKey strangersKey;

    @BeforeAll
    static void start() throws IOException {
        Logs logs = Logs.of(AuthenticationIT.class);
        rig = NetconfdRig.start(logs);
        strangersKey = SshKey.generate(directory.resolve("strangers-key"), "ed25519", "");
        service = RunningService.start(
                logs,
                directory,
                rig.target("password"),
                rig.target("password-file").without("PASSWORD").with("PASSWORD_FILE", passwordFile()),
                keyTarget("ed25519", ""),
                keyTarget("ed25519-encrypted", PASSPHRASE),
                keyTarget("ecdsa", PASSPHRASE),
                keyTarget("rsa", PASSPHRASE),
                keyTarget("rsa-pem", PASSPHRASE, "-m", "PEM"),
                keyTarget("rsa-pkcs8", PASSPHRASE, "-m", "PKCS8"),
                keyTarget("ecdsa-521-pkcs8", "", "-b", "521", "-m", "PKCS8"),
                rig.target("wrong-password").with("PASSWORD", WRONG_PASSWORD),
                rig.target("wrong-key")
                        .without("PASSWORD")
                        .with("PRIVATE_KEY_FILE", strangersKey.file().toString()));
    }

    private static String passwordFile() throws IOException {
        // With the line break that an editor leaves behind.
        return Files.writeString(directory.resolve("password"), NetconfdRig.PASSWORD + "\n")
                .toString();
    }

    private static TargetSettings keyTarget(String name, String passphrase, String... options) {
        SshKey key = SshKey.generate(directory.resolve(name), name.replaceAll("-.*", ""), passphrase, options);
        rig.sshd().authorize(key);
        TargetSettings target = rig.target(name)
                .without("PASSWORD")
                .with("PRIVATE_KEY_FILE", key.file().toString());
        return passphrase.isEmpty() ? target : target.with("PRIVATE_KEY_PASSPHRASE", passphrase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "password-file",
                "ed25519",
                "ed25519-encrypted",
                "ecdsa",
                "ecdsa-521-pkcs8",
                "rsa",
                "rsa-pem",
                "rsa-pkcs8"
            })
    void rightCredentialsLetIn(String target) {
        service.awaitState(target, "up");

        assertThat(service.read("/api/v1/targets/" + target + "/interfaces/lo")
                        .path("name")
                        .asText())
                .isEqualTo("lo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-password", "wrong-key"})
    void wrongCredentialsAreTheirOwnKindOfFailureAndTriedAgainMuchLater(String target) {
        service.awaitFailure(target, "authentication");

        JsonNode status = service.status(target);
        assertThat(status.path("state").asText()).isEqualTo("down");
        Instant failed = Instant.parse(status.path("failure").path("at").asText());
        Instant next = Instant.parse(status.path("nextAttempt").asText());
        assertThat(Duration.between(failed, next)).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void wrongCredentialsDoNotHoldTheOthersUpNorLockTheAccount() {
        service.awaitFailure("wrong-password", "authentication");

        service.awaitState("password", "up");
        service.awaitPolls("password", 5);

        assertThat(rig.sshd().refusedPasswords()).isEqualTo(1);
        assertThat(service.failureKind("password")).isEmpty();
    }

    @Test
    void noSecretIsSaid() {
        service.awaitFailure("wrong-password", "authentication");
        service.awaitState("rsa-pem", "up");

        assertThat(service.log()).doesNotContain(NetconfdRig.PASSWORD, WRONG_PASSWORD, PASSPHRASE);
        assertThat(service.request().get("/api/v1/targets").asString())
                .contains("wrong-password")
                .doesNotContain(NetconfdRig.PASSWORD, WRONG_PASSWORD, PASSPHRASE);
    }
}
