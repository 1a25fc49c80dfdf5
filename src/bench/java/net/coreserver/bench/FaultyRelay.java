package net.coreserver.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A way to a simulated device that can go bad: hang, or cut every connection after a few seconds. */
final class FaultyRelay implements AutoCloseable {

    /** What a relay does with connections. */
    enum Fault {
        /** Connections are accepted, and nothing is passed on, on those that exist neither. */
        HANGING,
        /** Every connection is cut after {@link #LIFE_MILLIS} on average. */
        FLAPPING
    }

    private static final int LIFE_MILLIS = 5000;
    private static final int BACKLOG = 512;
    private static final int BUFFER_OCTETS = 32 * 1024;

    private final Random random = new Random(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Fault fault;
    private final InetSocketAddress device;
    private final ServerSocket listener;
    private volatile boolean faulty;

    /** Listens on the address of the device, on a port of its own. */
    FaultyRelay(Fault fault, InetSocketAddress device) throws IOException {
        this.fault = fault;
        this.device = new InetSocketAddress(device.getHostString(), device.getPort());
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getByName(device.getHostString()));
        Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(device.getHostString(), listener.getLocalPort());
    }

    /** Goes bad, for good. */
    void fail() {
        faulty = true;
        if (fault == Fault.FLAPPING) {
            sockets.forEach(this::cutLater);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                if (!faulty || fault == Fault.FLAPPING) {
                    connect(client);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(device.getAddress(), device.getPort());
        sockets.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> pass(server, client));
        if (faulty) {
            cutLater(client);
        }
    }

    private void cutLater(Socket socket) {
        var _ = scissors.schedule(() -> close(socket), random.nextInt(2 * LIFE_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER_OCTETS];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (faulty && fault == Fault.HANGING) {
                    closed.await();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one end is gone, and the other goes with it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        scissors.shutdownNow();
        closed.countDown();
        sockets.forEach(this::close);
    }
}
