package net.coreserver.netconf.ssh;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.TransportException;

/**
 * Resolves host names on threads of its own: a look-up blocks in the operating system, where it would hold the thread
 * that carries the virtual ones, and with a slow name server all of them. What is an address already is not looked up.
 */
final class HostLookup implements AutoCloseable {

    private static final int THREADS = 8;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("host-lookup-", 0).factory());

    HostLookup() {
        executor.allowCoreThreadTimeOut(true);
    }

    /** All addresses of the endpoint's host, in the order in which the resolver gives them; at least one. */
    List<InetAddress> resolve(Endpoint endpoint, Deadline deadline) throws InterruptedException {
        try {
            return List.of(InetAddress.ofLiteral(endpoint.host()));
        } catch (IllegalArgumentException e) {
            // It is a name.
        }
        Future<List<InetAddress>> addresses = executor.submit(() -> List.of(InetAddress.getAllByName(endpoint.host())));
        try {
            return addresses.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw new TransportException(
                        endpoint.target(), "connect", "The host name " + endpoint.host() + " is unknown", unknown);
            }
            throw new IllegalStateException("looking " + endpoint.host() + " up failed", e.getCause());
        } catch (TimeoutException e) {
            throw new DeadlineException(
                    endpoint.target(),
                    "connect",
                    "No name server told the address of " + endpoint.host() + " in time",
                    e);
        } finally {
            addresses.cancel(true);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
