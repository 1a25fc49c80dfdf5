package net.coreserver.it;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A NETCONF server for the tests to talk to, to break, and to look into: {@link Netconfd} behind {@link Sshd}, both within
 * a {@link Sandbox} with {@link Links} of its own. It answers when {@link #start} returns.
 */
final class NetconfdRig implements AutoCloseable {

    /** Who may log in. The account is known within the sandbox only. */
    static final String USER = "netconf-test";

    /** The password of {@link #USER}. */
    static final String PASSWORD = "netconf-test-password";

    // crypt(3) of the password; it opens nothing outside of the sandbox.
    private static final String SHADOW =
            "$6$netconftest$QyBmry3U52p083FAed43W89srjoJnY3sqbQgwfDnyE7GpBTnXVhfEh.z.4TMPovra4wbRnRGB48OqdxdTwsYq0";

    private static final List<String> TOOLS =
            List.of("netconfd", "netconf-subsystem", "sshd", "ssh", "ssh-keygen", "ip", "unshare", "nsenter", "bash");

    private static final Set<String> MODULES = Set.of("libietf-interfaces.so", "libietf-system.so");

    private final Path directory;
    private final Sandbox sandbox;
    private final Links links;
    private final Netconfd netconfd;
    private final Sshd sshd;

    private NetconfdRig(Path directory, Sandbox sandbox, Links links, Netconfd netconfd, Sshd sshd) {
        this.directory = directory;
        this.sandbox = sandbox;
        this.links = links;
        this.netconfd = netconfd;
        this.sshd = sshd;
    }

    /** {@return why no rig can be started on this machine, or empty when one can} */
    static Optional<String> unavailableBecause() {
        List<String> missing = TOOLS.stream()
                .filter(tool ->
                        Stream.of(Sandbox.PATH.split(":")).noneMatch(place -> Files.isExecutable(Path.of(place, tool))))
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of("not installed: " + String.join(", ", missing));
        }
        if (!modulesAreInstalled()) {
            return Optional.of("not installed: netconfd-module-ietf-interfaces, netconfd-module-ietf-system");
        }
        try (Sandbox sandbox = Sandbox.open("")) {
            sandbox.run("ip", "link", "add", "left", "type", "veth", "peer", "name", "right");
            return Optional.empty();
        } catch (IllegalStateException | UncheckedIOException e) {
            return Optional.of(
                    "no network namespace can be made, which takes root or CAP_SYS_ADMIN: " + e.getMessage());
        }
    }

    private static boolean modulesAreInstalled() {
        try (Stream<Path> places = Files.list(Path.of("/usr/lib"))) {
            return places.map(place -> place.resolve("yuma"))
                    .anyMatch(place -> MODULES.stream().map(place::resolve).allMatch(Files::exists));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a rig.
     *
     * @param logs where its processes write
     */
    static NetconfdRig start(Logs logs) throws IOException {
        return start(logs, Netconfd.Architecture.BEFORE_NMDA);
    }

    /**
     * Starts a rig.
     *
     * @param logs where its processes write
     * @param architecture how its server keeps its data
     */
    static NetconfdRig start(Logs logs, Netconfd.Architecture architecture) throws IOException {
        // In /tmp, wherever that is: the path of a socket is short, and the user within has to reach it.
        Path directory = Files.createTempDirectory("netconfd-rig-");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            return start(logs, directory, Sandbox.open(accounts(directory)), architecture);
        } catch (IOException | RuntimeException e) {
            delete(directory);
            throw e;
        }
    }

    private static NetconfdRig start(Logs logs, Path directory, Sandbox sandbox, Netconfd.Architecture architecture)
            throws IOException {
        Path socket = directory.resolve("netconfd.sock");
        int port = Sshd.freePort();
        try {
            Netconfd netconfd = Netconfd.start(sandbox, logs, socket, port, USER, architecture);
            Sshd sshd = Sshd.start(sandbox, logs, directory, port, socket);
            return new NetconfdRig(directory, sandbox, new Links(sandbox), netconfd, sshd);
        } catch (IOException | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** {@return the setup of a sandbox in which the test user exists and sshd finds, and leaves, nothing of the host's} */
    private static String accounts(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("home"));
        Files.createDirectories(directory.resolve("log"));
        Path privilegeSeparation = Files.createDirectories(directory.resolve("run/sshd"));
        Files.setPosixFilePermissions(privilegeSeparation, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                directory.resolve("passwd"),
                Files.readString(Path.of("/etc/passwd"))
                        + "%s:x:64999:64999::%s:/bin/sh\n".formatted(USER, directory.resolve("home")));
        // Nobody else has a password there.
        Files.writeString(directory.resolve("shadow"), "%s:%s:20000::::::\n".formatted(USER, SHADOW));
        return """
                cd %s
                mount --bind passwd /etc/passwd
                mount --bind shadow /etc/shadow
                mount --bind log /var/log
                mount --bind run /run
                """.formatted(Sandbox.quoted(directory.toString()));
    }

    Links links() {
        return links;
    }

    Netconfd netconfd() {
        return netconfd;
    }

    Sshd sshd() {
        return sshd;
    }

    /** {@return a directory for keys and other files of a test, which goes with the rig} */
    Path directory() {
        return directory;
    }

    /** {@return how the service is told to monitor this: with the password and the present host key, every second} */
    TargetSettings target(String name) {
        return new TargetSettings(
                name,
                Map.ofEntries(
                        entry("HOST", Sshd.HOST),
                        entry("PORT", Integer.toString(sshd.port())),
                        entry("USERNAME", USER),
                        entry("PASSWORD", PASSWORD),
                        entry("HOST_KEY", sshd.hostKey().fingerprint()),
                        entry("POLL_INTERVAL", "1s")));
    }

    @Override
    public void close() throws IOException {
        // All that runs in it ends with it.
        sandbox.close();
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
