package net.coreserver.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;

/** A TCP server on loopback that does with each connection what a test says: for what goes wrong below SSH. */
public final class RawServer implements FaultyServer {

    private static final int BACKLOG = 50;

    /** What the server does with one connection; when it returns, the connection is closed. */
    @FunctionalInterface
    public interface Script {
        void run(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    public RawServer(Script script) throws IOException {
        this.script = script;
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("raw-server").start(this::accept);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().name("raw-connection").start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            script.run(connection.getInputStream(), connection.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // the client left, or the server is closed
        } finally {
            connections.remove(connection);
        }
    }

    /** Reads and throws away what comes, until the client leaves. */
    public static void readToEnd(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    public static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public Endpoint endpoint(String name, Duration connectTimeout, Duration rpcTimeout) {
        return new Endpoint(
                name,
                "127.0.0.1",
                port(),
                Credentials.ofPassword("test-user", Secret.of("test-password")),
                new HostKeyPolicy.Pinned("SHA256:" + "A".repeat(43)),
                connectTimeout,
                rpcTimeout);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
