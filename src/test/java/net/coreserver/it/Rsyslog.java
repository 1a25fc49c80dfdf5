package net.coreserver.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.coreserver.event.sink.SyslogTransport;
import net.coreserver.testing.TestCertificate;

/** A real rsyslog on a port of loopback, with a configuration and a directory of its own. What it gets stands in a file. */
final class Rsyslog implements AutoCloseable {

    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/rsyslogd"), Path.of("/sbin/rsyslogd"));
    private static final String TLS_MODULE = "lmnsd_gtls.so";

    private final Path directory;
    private final Path log;
    private final SyslogTransport transport;
    private final TestCertificate certificate;
    private final int port;
    private Daemon daemon;

    /**
     * Starts one.
     *
     * @param directory where everything of it is
     * @param log what it writes about itself
     */
    Rsyslog(Path directory, Path log, SyslogTransport transport, TestCertificate certificate) throws IOException {
        this.directory = directory;
        this.log = log;
        this.transport = transport;
        this.certificate = certificate;
        this.port = freePort();
        this.daemon = start();
    }

    /** What keeps this machine from running it; empty when nothing does. */
    static Optional<String> unavailableBecause() {
        if (program().isEmpty()) {
            return Optional.of("there is no rsyslogd");
        }
        try (Stream<Path> libraries = Files.walk(Path.of("/usr/lib"), 3)) {
            return libraries.anyMatch(path -> path.endsWith(Path.of("rsyslog", TLS_MODULE)))
                    ? Optional.empty()
                    : Optional.of("rsyslog has no TLS (rsyslog-gnutls)");
        } catch (IOException | UncheckedIOException e) {
            return Optional.of("it cannot be seen whether rsyslog has TLS: " + e.getMessage());
        }
    }

    private static Optional<Path> program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** {@return the file of the authority of its certificate} */
    Path authority() {
        return certificate.authority();
    }

    private Daemon start() throws IOException {
        Path configuration = Files.writeString(directory.resolve("rsyslog.conf"), configuration());
        Daemon started = Daemon.start(
                "rsyslogd",
                new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "-n",
                        "-f",
                        configuration.toString(),
                        "-i",
                        directory.resolve("rsyslogd.pid").toString()),
                log);
        try {
            started.awaitReady(this::isListening);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private String configuration() {
        String input = switch (transport) {
            case UDP -> """
                module(load="imudp")
                input(type="imudp" address="127.0.0.1" port="%d" ruleset="all")
                """.formatted(port);
            case TCP -> """
                module(load="imtcp")
                input(type="imtcp" address="127.0.0.1" port="%d" ruleset="all")
                """.formatted(port);
            case TLS -> """
                module(load="imtcp" StreamDriver.Name="gtls" StreamDriver.Mode="1" StreamDriver.AuthMode="anon")
                input(type="imtcp" address="127.0.0.1" port="%d" ruleset="all")
                """.formatted(port);
        };
        return """
            global(workDirectory="%1$s" maxMessageSize="8k"
                   defaultNetstreamDriverCAFile="%2$s" defaultNetstreamDriverCertFile="%2$s"
                   defaultNetstreamDriverKeyFile="%3$s")
            template(name="fields" type="string"
                     string="%%pri%%|%%timestamp:::date-rfc3339%%|%%app-name%%|%%msgid%%|%%structured-data%%|%%msg%%\\n")
            ruleset(name="all") { action(type="omfile" file="%1$s/messages" template="fields") }
            """.formatted(directory, certificate.authority(), certificate.privateKey()) + input;
    }

    /** Only the kernel can be asked that without being a client. */
    private boolean isListening() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        if (transport == SyslogTransport.UDP) {
            try (DatagramSocket taken = new DatagramSocket(address)) {
                return !taken.isBound();
            } catch (SocketException e) {
                return true;
            }
        }
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(address);
            return !taken.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    /** {@return what has arrived so far, the parts of each message with bars in between} */
    List<String> messages() throws IOException {
        Path messages = directory.resolve("messages");
        return Files.exists(messages) ? Files.readAllLines(messages) : List.of();
    }

    void stop() {
        daemon.terminate();
    }

    void startAgain() throws IOException {
        daemon = start();
    }

    @Override
    public void close() {
        daemon.close();
    }
}
