package net.coreserver.event.sink;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A connection with a syslog server, which has nothing to say: all that is read is its end, on a virtual thread, so that it is
 * noticed before anything more is written.
 */
final class StreamConnection implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StreamConnection.class.getName());

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** The more fits in, the more is lost when nobody reads it. */
    private static final int SEND_BUFFER = 64 * 1024;

    private static final int SECONDS_UNTIL_PROBED = 30;
    private static final int SECONDS_BETWEEN_PROBES = 10;
    private static final int PROBES = 3;

    /** What travels; below {@link #secured} when there is TLS. */
    private final Socket socket;

    private final Socket secured;
    private final Runnable onEnd;
    private volatile @Nullable Long endedNanos;
    private volatile boolean isClosed;

    private StreamConnection(Socket socket, Socket secured, Runnable onEnd) {
        this.socket = socket;
        this.secured = secured;
        this.onEnd = onEnd;
    }

    /**
     * Connects.
     *
     * @param onEnd called, on another thread, when it has ended and we have not ended it
     */
    static StreamConnection open(Destination.Syslog syslog, Runnable onEnd)
            throws IOException, TimeoutException, InterruptedException {
        Socket socket = new Socket();
        Runnable abort = () -> closeQuietly(socket);
        try {
            Socket secured = TimeLimit.run(
                    TO_CONNECT,
                    () -> {
                        connect(socket, syslog);
                        return syslog.transport() == SyslogTransport.TLS ? secure(socket, syslog) : socket;
                    },
                    abort);
            StreamConnection made = new StreamConnection(socket, secured, onEnd);
            Thread.ofVirtual().name("sink-syslog-end").start(made::awaitEnd);
            return made;
        } catch (IOException | RuntimeException e) {
            abort.run();
            throw e;
        }
    }

    private static void connect(Socket socket, Destination.Syslog syslog) throws IOException {
        InetAddress address = InetAddress.getByName(syslog.host());
        socket.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        socket.connect(new InetSocketAddress(address, syslog.port()), Math.toIntExact(TO_CONNECT.toMillis()));
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        setIfKnown(socket, ExtendedSocketOptions.TCP_KEEPIDLE, SECONDS_UNTIL_PROBED);
        setIfKnown(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, SECONDS_BETWEEN_PROBES);
        setIfKnown(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }

    private static void setIfKnown(Socket socket, SocketOption<Integer> option, int value) throws IOException {
        if (socket.supportedOptions().contains(option)) {
            socket.setOption(option, value);
        }
    }

    private static SSLSocket secure(Socket socket, Destination.Syslog syslog) throws IOException {
        SSLSocket secured = (SSLSocket) Authorities.inOrStandard(syslog.authorities())
                .getSocketFactory()
                .createSocket(socket, syslog.host(), syslog.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        // The rules by which a certificate is held to the name of the host: RFC 5425 section 5.2 has the same.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private void awaitEnd() {
        try {
            InputStream in = secured.getInputStream();
            byte[] ignored = new byte[1024];
            while (in.read(ignored) >= 0) {
                // It has nothing to say.
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection with a syslog server has broken", e);
        }
        endedNanos = System.nanoTime();
        if (!isClosed) {
            onEnd.run();
        }
    }

    /** {@return when it ended, by {@link System#nanoTime}; null as long as it has not} */
    @Nullable Long endedNanos() {
        return endedNanos;
    }

    /** Writes all of it within a time, or fails; what is written has not arrived by that. */
    void write(byte[] octets, Duration limit) throws IOException, TimeoutException, InterruptedException {
        TimeLimit.run(
                limit,
                () -> {
                    secured.getOutputStream().write(octets);
                    return octets;
                },
                () -> closeQuietly(socket));
    }

    /** Ends it, in order where that is possible. */
    @Override
    public void close() {
        isClosed = true;
        try {
            TimeLimit.run(
                    Duration.ofMillis(500),
                    () -> {
                        secured.close();
                        return secured;
                    },
                    () -> closeQuietly(socket));
        } catch (IOException | TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection with a syslog server did not end well", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A socket did not close well", e);
        }
    }
}
