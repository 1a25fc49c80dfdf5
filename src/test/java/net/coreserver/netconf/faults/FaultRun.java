package net.coreserver.netconf.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.testing.FaultyServer;
import net.coreserver.testing.OpenSockets;
import net.coreserver.testing.ThreadDump;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What came of one client that met one fault.
 *
 * @param data what the reply held, if there was one
 * @param failure what was thrown in its place
 * @param took how long it was waited for, at the stage with the short patience
 * @param socketsLeft connections to the server that the client still held, though it had given the session up
 * @param threadsLeft threads of the session that were still alive then
 */
record FaultRun(
        Optional<String> data,
        Optional<NetconfException> failure,
        Duration took,
        long socketsLeft,
        List<String> threadsLeft) {

    private static final Duration SETTLING = Duration.ofSeconds(15);

    private static final Duration POLL = Duration.ofMillis(20);

    static FaultRun of(NetconfSshClient client, Fault fault, String target) throws Exception {
        try (FaultyServer server = fault.start()) {
            String data = null;
            NetconfException failure = null;
            Endpoint endpoint = server.endpoint(target, fault.connectTimeout(), fault.rpcTimeout());
            long began = System.nanoTime();
            NetconfSession session = null;
            try {
                session = client.connect(endpoint);
                began = fault.stage() == Fault.Stage.CALL ? System.nanoTime() : began;
                data = session.call(Replies.GET, Replies.TEXT, endpoint.rpcTimeout());
            } catch (NetconfException e) {
                failure = e;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (session != null) {
                session.abort();
            }
            long sockets = settle(() -> OpenSockets.to(server.port()), 0L);
            List<String> threads = settle(() -> threadsOf(target), List.of());
            return new FaultRun(Optional.ofNullable(data), Optional.ofNullable(failure), took, sockets, threads);
        }
    }

    private static List<String> threadsOf(String target) throws IOException {
        return ThreadDump.threadsNamed("netconf-" + target);
    }

    /** What a value has become, at the latest after a while. */
    private static <T> T settle(Callable<T> value, T wanted) throws Exception {
        try {
            return Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(SETTLING)
                    .until(value, wanted::equals);
        } catch (ConditionTimeoutException e) {
            return value.call();
        }
    }
}
