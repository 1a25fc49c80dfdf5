package net.coreserver.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server is talked to when it shows the key that it should, and not otherwise. */
@RequiresNetconfd
@Timeout(180)
final class HostKeyIT {

    private static final Logs LOGS = Logs.of(HostKeyIT.class);

    @AutoClose
    private static NetconfdRig rig;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws IOException {
        rig = NetconfdRig.start(LOGS);
    }

    @Test
    void aChangedKeyIsRefusedWhereOneIsPinned() {
        try (RunningService service = RunningService.start(LOGS, directory, rig.target("lab"))) {
            service.awaitState("lab", "up");

            rig.sshd().changeHostKey();

            service.awaitFailure("lab", "host-key");
            assertThat(service.status("lab").path("state").asText()).isEqualTo("down");
            assertThat(service.read("/api/v1/targets/lab/interfaces/lo")
                            .path("stale")
                            .asBoolean())
                    .isTrue();
            assertThat(rig.sshd().acceptedLogins()).isZero();
        }
    }

    @Test
    void theKeyOfANewHostIsAcceptedAndWrittenDownWhereThatIsWanted() {
        try (RunningService service = RunningService.start(LOGS, directory, acceptNew())) {
            service.awaitState("lab", "up");

            assertThat(filesThatHold(service.dataDirectory(), rig.sshd().hostKey()))
                    .hasSize(1);
            assertThat(RunningService.knownHostsFile(directory)).doesNotExist();
        }
    }

    @Test
    void aChangedKeyIsRefusedEvenWhereNewOnesAreAccepted() throws IOException {
        SshKey learned = rig.sshd().hostKey();
        try (RunningService service = RunningService.start(LOGS, directory, acceptNew())) {
            service.awaitState("lab", "up");
            Path file = filesThatHold(service.dataDirectory(), learned).getFirst();
            byte[] before = Files.readAllBytes(file);

            rig.sshd().changeHostKey();

            service.awaitFailure("lab", "host-key");
            assertThat(file).hasBinaryContent(before);
            assertThat(rig.sshd().acceptedLogins()).isZero();
        }
    }

    @Test
    void whatWasLearntHoldsAfterARestart() {
        try (RunningService service = RunningService.start(LOGS, directory, acceptNew())) {
            service.awaitState("lab", "up");
        }
        try (RunningService service = RunningService.start(LOGS, directory, acceptNew())) {
            service.awaitState("lab", "up");
        }

        rig.sshd().changeHostKey();

        try (RunningService service = RunningService.start(LOGS, directory, acceptNew())) {
            service.awaitFailure("lab", "host-key");
        }
    }

    @Test
    void aListedHostIsKnown() throws IOException {
        listInKnownHosts(rig.sshd().hostKey());

        try (RunningService service = RunningService.start(LOGS, directory, knownHosts())) {
            service.awaitState("lab", "up");
        }
    }

    @Test
    void aHostThatIsListedByTheHashOfItsNameIsKnown() throws IOException {
        listInKnownHosts(rig.sshd().hostKey());
        SshKey.hashNames(RunningService.knownHostsFile(directory));
        assertThat(RunningService.knownHostsFile(directory)).content().doesNotContain(Sshd.HOST);

        try (RunningService service = RunningService.start(LOGS, directory, knownHosts())) {
            service.awaitState("lab", "up");
        }
    }

    @Test
    void aHostThatIsListedWithAnotherKeyIsRefused() throws IOException {
        listInKnownHosts(SshKey.generate(directory.resolve("other-key"), "ed25519", ""));
        long loginsBefore = rig.sshd().acceptedLogins();

        try (RunningService service = RunningService.start(LOGS, directory, knownHosts())) {
            service.awaitFailure("lab", "host-key");
        }
        assertThat(rig.sshd().acceptedLogins()).isEqualTo(loginsBefore);
    }

    @Test
    void aHostThatIsNotListedIsRefused() {
        long loginsBefore = rig.sshd().acceptedLogins();

        try (RunningService service = RunningService.start(LOGS, directory, knownHosts())) {
            service.awaitFailure("lab", "host-key");
        }
        assertThat(rig.sshd().acceptedLogins()).isEqualTo(loginsBefore);
    }

    private static TargetSettings acceptNew() {
        return rig.target("lab").with("HOST_KEY", "accept-new");
    }

    /** {@return a target that says nothing of host keys: they have to be in the file} */
    private static TargetSettings knownHosts() {
        return rig.target("lab").without("HOST_KEY");
    }

    private void listInKnownHosts(SshKey key) throws IOException {
        Files.writeString(RunningService.knownHostsFile(directory), rig.sshd().knownHostsLine(key));
    }

    private static List<Path> filesThatHold(Path directory, SshKey key) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(key.publicKey()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
