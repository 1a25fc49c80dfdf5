package net.coreserver.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A key pair that {@code ssh-keygen} made.
 *
 * @param file the private key; the public one is beside it, with {@code .pub} after its name
 * @param publicKey algorithm and Base64, as in {@code authorized_keys}
 * @param fingerprint {@code SHA256:…}
 */
record SshKey(Path file, String publicKey, String fingerprint) {

    /**
     * Makes a key pair.
     *
     * @param file where the private key goes
     * @param type {@code ed25519}, {@code ecdsa} or {@code rsa}
     * @param passphrase what encrypts it; empty for none
     * @param options more options of ssh-keygen
     */
    static SshKey generate(Path file, String type, String passphrase, String... options) {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "test"));
        command.addAll(List.of(options));
        command.addAll(List.of("-f", file.toString()));
        keygen(command);
        Path publicFile = Path.of(file + ".pub");
        try {
            String[] publicKey = Files.readString(publicFile).split(" ", 3);
            String fingerprint = keygen(List.of("ssh-keygen", "-l", "-f", publicFile.toString()))
                    .split(" ", 3)[1];
            return new SshKey(file, publicKey[0] + " " + publicKey[1], fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the host names in a {@code known_hosts} file by hashes. */
    static void hashNames(Path knownHosts) {
        keygen(List.of("ssh-keygen", "-H", "-f", knownHosts.toString()));
    }

    private static String keygen(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ssh-keygen failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
