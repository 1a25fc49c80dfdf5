package net.coreserver.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** yuma123's NETCONF server, behind a socket that {@code netconf-subsystem} connects to. */
final class Netconfd {

    private static final Pattern READY = Pattern.compile("netconfd init OK, ready for sessions");
    private static final Pattern OPENED = Pattern.compile("(?m)^Session \\d+ for \\S+ now active");
    private static final Pattern CLOSE_REQUESTED = Pattern.compile("agt_rpc: <close-session> for ");
    private static final Pattern ENDED = Pattern.compile("(?m)^Session \\d+ closed");
    private static final Pattern LOST = Pattern.compile("session \\d+ shut by remote peer");

    private final Sandbox sandbox;
    private final Logs logs;
    private final Path socket;
    private final int port;
    private final String user;
    private final Architecture architecture;
    private Daemon daemon;

    private Netconfd(Sandbox sandbox, Logs logs, Path socket, int port, String user, Architecture architecture) {
        this.sandbox = sandbox;
        this.logs = logs;
        this.socket = socket;
        this.port = port;
        this.user = user;
        this.architecture = architecture;
        this.daemon = listen();
    }

    /**
     * Starts a server, which answers when this returns.
     *
     * @param sandbox whose interfaces it serves
     * @param logs where it writes
     * @param socket where it listens
     * @param sshPort the port of the SSH server; sessions that come by another are refused
     * @param user who may do everything
     * @param architecture how it keeps its data
     */
    static Netconfd start(
            Sandbox sandbox, Logs logs, Path socket, int sshPort, String user, Architecture architecture) {
        return new Netconfd(sandbox, logs, socket, sshPort, user, architecture);
    }

    /** How a server keeps its data. */
    enum Architecture {
        /** State beside configuration: RFC 7223. */
        BEFORE_NMDA,
        /** In datastores of which one is operational: RFC 8342 and RFC 8343. */
        NMDA;

        List<String> options() {
            return switch (this) {
                case BEFORE_NMDA -> List.of();
                case NMDA ->
                    List.of("--with-nmda=true", "--modpath=/usr/share/yuma/nmda-modules:/usr/share/yuma/modules");
            };
        }
    }

    private Daemon listen() {
        try {
            // One that was killed leaves it behind, and the next cannot listen then.
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path tools = Path.of("docker", "netconfd").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                "env",
                "PATH=" + tools + ":" + Sandbox.PATH,
                "HOME=" + socket.getParent(),
                "netconfd",
                "--module=ietf-interfaces",
                "--module=ietf-system",
                "--no-startup",
                "--target=running",
                "--log-level=debug",
                "--superuser=" + user,
                "--port=" + port,
                "--ncxserver-sockname=" + socket));
        command.addAll(architecture.options());
        Daemon started = sandbox.start("netconfd", Sandbox.Network.SANDBOX, logs, command.toArray(String[]::new));
        started.awaitReady(() -> Files.exists(socket) && started.logged(READY) > 0);
        try {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return started;
    }

    /** Ends it in the middle of whatever it does; the SSH server stays. */
    void kill() {
        daemon.kill();
    }

    /** Starts it again, if it does not run. */
    void ensureRunning() {
        if (!daemon.isAlive()) {
            daemon = listen();
        }
    }

    /** {@return how many sessions were opened since the last start} */
    long sessionsOpened() {
        return daemon.logged(OPENED);
    }

    /** {@return how many sessions have ended since the last start} */
    long sessionsEnded() {
        return daemon.logged(ENDED);
    }

    /** {@return how many sessions ended because nobody was there any more} */
    long sessionsLost() {
        return daemon.logged(LOST);
    }

    /** {@return how many {@code close-session} requests came since the last start} */
    long closeRequests() {
        return daemon.logged(CLOSE_REQUESTED);
    }
}
