package net.coreserver.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * An OpenSSH server on a port of the loopback interface, which hands the subsystem {@code netconf} to netconfd and lets
 * one user in, by password or by public key.
 */
final class Sshd {

    static final String HOST = "127.0.0.1";

    private static final Pattern ACCEPTED = Pattern.compile("(?m)^Accepted \\S+ for ");
    private static final Pattern REFUSED_PASSWORD = Pattern.compile("(?m)^Failed password for ");

    private final Sandbox sandbox;
    private final Logs logs;
    private final Path directory;
    private final int port;
    private int hostKeys;
    private SshKey hostKey;
    private Daemon daemon;

    private Sshd(Sandbox sandbox, Logs logs, Path directory, int port) {
        this.sandbox = sandbox;
        this.logs = logs;
        this.directory = directory;
        this.port = port;
        this.hostKey = newHostKey();
        this.daemon = listen();
    }

    /**
     * Starts a server, which answers when this returns.
     *
     * @param sandbox where it runs, but for the network, which is the host's
     * @param logs where it writes
     * @param directory for its configuration and keys
     * @param port where it listens
     * @param netconfSocket where netconfd listens
     */
    static Sshd start(Sandbox sandbox, Logs logs, Path directory, int port, Path netconfSocket) throws IOException {
        Files.createFile(directory.resolve("authorized_keys"));
        Files.writeString(directory.resolve("sshd_config"), """
                ListenAddress %s:%d
                LogLevel INFO
                PidFile none
                UsePAM no
                UseDNS no
                # By default it turns some away at random when more than ten come at once.
                MaxStartups 100
                PasswordAuthentication yes
                KbdInteractiveAuthentication no
                AuthorizedKeysFile %s
                # The directory is one of /tmp, where everybody may write.
                StrictModes no
                Subsystem netconf "/usr/sbin/netconf-subsystem --ncxserver-sockname=%d@%s"
                """.formatted(
                        HOST, port, directory.resolve("authorized_keys"), port, netconfSocket));
        return new Sshd(sandbox, logs, directory, port);
    }

    /**
     * {@return a port that nobody listens on, below those that the kernel gives to clients, so that none of them takes it
     * while the server is restarted}
     */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken: try another.
            }
        }
    }

    private SshKey newHostKey() {
        hostKeys++;
        return SshKey.generate(directory.resolve("host-key-" + hostKeys), "ed25519", "");
    }

    private Daemon listen() {
        Daemon started = sandbox.start(
                "sshd",
                Sandbox.Network.HOST,
                logs,
                "/usr/sbin/sshd",
                "-D",
                "-e",
                "-f",
                directory.resolve("sshd_config").toString(),
                "-h",
                hostKey.file().toString());
        started.awaitReady(this::answers);
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    SshKey hostKey() {
        return hostKey;
    }

    /** {@return what a {@code known_hosts} file says when this server is known by that key} */
    String knownHostsLine(SshKey key) {
        return "[%s]:%d %s\n".formatted(HOST, port, key.publicKey());
    }

    /** Lets the owner of a key in. */
    void authorize(SshKey key) {
        try {
            Files.writeString(directory.resolve("authorized_keys"), key.publicKey() + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every session and starts again on the same port with another host key. */
    void changeHostKey() {
        daemon.close();
        // Its sessions outlive it, and one that it opened a moment ago is nowhere else to be found.
        sandbox.killOrphans();
        hostKey = newHostKey();
        daemon = listen();
    }

    /** {@return how many logins succeeded since the last start, by any method} */
    long acceptedLogins() {
        return daemon.logged(ACCEPTED);
    }

    /** {@return how many logins with this key succeeded since the last start} */
    long acceptedLogins(SshKey key) {
        return daemon.logged(Pattern.compile("(?m)^Accepted publickey for .*" + Pattern.quote(key.fingerprint())));
    }

    /** {@return how many passwords were refused since the last start} */
    long refusedPasswords() {
        return daemon.logged(REFUSED_PASSWORD);
    }
}
